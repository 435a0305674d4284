/**
 * Last days that a statute sets, by lag (1930:173): the same date of the last month or the same weekday of the last week. If that is no
 * workday, the act may be done on the next workday.
 */
import { addDays, addMonths, nextWorkday, type LocalDate } from '@rt/domain';

export const statutoryMonthsAfter = (day: LocalDate, months: number): LocalDate =>
  nextWorkday(addMonths(day, months));

export const statutoryWeeksAfter = (day: LocalDate, weeks: number): LocalDate =>
  nextWorkday(addDays(day, 7 * weeks));
