import { addDays, calendarDay, type Instant, type LocalDate, weekday, yearOf } from './local-date';

/*
 * Swedish time is UTC+1, in summer UTC+2. Summer time begins and ends at 01:00 UTC on a Sunday, so a day
 * starts at 23:00 UTC the evening before, or at 22:00 UTC in summer. It is therefore enough to know whether the
 * evening is in summer time. Summer time: since 1996 the last Sunday of March to the last Sunday of October
 * (directive 2000/84/EC and those before it), 1981-1995 to the last Sunday of September, 1980 from 6 April;
 * none in 1917-1979. (IANA time zone database, Europe/Stockholm.)
 */

/**
 * The day in Sweden at the instant.
 * @throws RangeError on the last evening of the year 9999.
 */
export function dayOf(instant: Instant): LocalDate {
  const utcDay = instant.slice(0, 10) as LocalDate;
  const hour = instant.slice(11, 13);
  const isNextDayInSweden = hour === '23' || (hour === '22' && isSummerEvening(utcDay));
  return isNextDayInSweden ? addDays(utcDay, 1) : utcDay;
}

/** The hour in Sweden at the instant, 0-23. */
export function hourOf(instant: Instant): number {
  const utcDay = instant.slice(0, 10) as LocalDate;
  const hour = Number(instant.slice(11, 13));
  // The hour before 01:00 UTC still has the time of the evening before.
  const isSummer = isSummerEvening(hour < 1 ? addDays(utcDay, -1) : utcDay);
  return (hour + (isSummer ? 2 : 1)) % 24;
}

/**
 * The midnight at which the day starts in Sweden.
 * @throws RangeError for the first day of the year 0.
 */
export function startOfDay(day: LocalDate): Instant {
  const evening = addDays(day, -1);
  return `${evening}T${isSummerEvening(evening) ? '22' : '23'}:00:00.000Z` as Instant;
}

/** The last millisecond of the day in Sweden: `known by the end of the day` is `recordedAt <= endOfDay(day)`. */
export function endOfDay(day: LocalDate): Instant {
  return `${day}T${isSummerEvening(day) ? '21' : '22'}:59:59.999Z` as Instant;
}

function isSummerEvening(day: LocalDate): boolean {
  const year = yearOf(day);
  if (year < 1980) return false;
  const begins = year === 1980 ? calendarDay(1980, 4, 6) : lastSunday(calendarDay(year, 3, 31));
  const ends = lastSunday(year < 1996 ? calendarDay(year, 9, 30) : calendarDay(year, 10, 31));
  return begins <= day && day < ends;
}

function lastSunday(lastOfMonth: LocalDate): LocalDate {
  return addDays(lastOfMonth, -(weekday(lastOfMonth) % 7));
}
