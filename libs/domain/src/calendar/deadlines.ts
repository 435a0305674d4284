import { isFreeDay } from './holidays';
import { addDays, type LocalDate } from './local-date';

/**
 * The day itself if it is a workday, otherwise the first workday after it.
 *
 * Lag (1930:173) 2 §: "Infaller den tid, då enligt lag eller särskild författning en åtgärd senast ska
 * vidtas, på en söndag, annan allmän helgdag, lördag, midsommarafton, julafton eller nyårsafton, får åtgärden
 * vidtas nästa vardag." This applies to acts that must be done, also if the time is set in days; it does not extend
 * the validity of anything. The list of days includes New Year's Eve, which was added later (prop. 1974:147).
 * The exceptions in the second paragraph (detention, contact bans, probation) do not concern this field.
 */
export function nextWorkday(day: LocalDate): LocalDate {
  let workday = day;
  while (isFreeDay(workday)) workday = addDays(workday, 1);
  return workday;
}

/**
 * The `weekdays`-th workday after `day`, for local deadlines counted in weekdays: Saturdays, Sundays, public
 * holidays and the three eves of lag (1930:173) do not count, and neither does `day`. 0 gives `day` itself.
 * @throws RangeError when `weekdays` is negative or not a whole number.
 */
export function weekdaysAfter(day: LocalDate, weekdays: number): LocalDate {
  if (!Number.isInteger(weekdays) || weekdays < 0)
    throw new RangeError('Expected a whole number of weekdays, 0 or more');
  let last = day;
  for (let counted = 0; counted < weekdays; counted++) last = nextWorkday(addDays(last, 1));
  return last;
}
