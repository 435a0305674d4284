declare const brand: unique symbol;

/** A day of the Gregorian calendar as 'YYYY-MM-DD', years 0000 to 9999. The strings compare as days. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

/** A time of day as 'HH:MM', 00:00 to 23:59. The strings compare as times. */
export type LocalTime = string & { readonly [brand]: 'LocalTime' };

/** A point in time as 'YYYY-MM-DDTHH:MM:SS.mmmZ', UTC. The strings compare as instants. */
export type Instant = string & { readonly [brand]: 'Instant' };

/**
 * The day a text names, as in `on('2026-03-02')`.
 * @throws RangeError when the text is no day. It does not repeat the text, which may be a personal number.
 */
export function on(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('Expected a day of the calendar in the form YYYY-MM-DD');
  return text;
}

/** Whether the value is a 'YYYY-MM-DD' text that names a day that exists. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && value.length === 10 && startsWithDay(value);
}

/** Whether the value is an 'HH:MM' text from 00:00 to 23:59. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** Whether the value is a 'YYYY-MM-DDTHH:MM:SS.mmmZ' text of a day that exists; leap seconds are refused. */
export function isInstant(value: unknown): value is Instant {
  return (
    typeof value === 'string' &&
    startsWithDay(value) &&
    /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(value.slice(10))
  );
}

/**
 * The day `days` calendar days later (earlier when negative).
 * @throws RangeError when `days` is not a whole number or the result leaves the years 0000 to 9999.
 */
export function addDays(day: LocalDate, days: number): LocalDate {
  return dayOfNumber(dayNumber(day) + days);
}

/** The number of calendar days from one day to another: 1 from today to tomorrow, negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same date `months` months later (earlier when negative), or the last day of a month that lacks the
 * date: 30 November plus three months is the last day of February.
 * @throws RangeError when `months` is not a whole number or the result leaves the years 0000 to 9999.
 */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const monthsSinceYear0 = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = monthsSinceYear0 - year * 12 + 1;
  return calendarDay(year, month, Math.min(digits(day, 8, 10), daysInMonth(year, month)));
}

/** Day of the week by ISO 8601: Monday 1 to Sunday 7. */
export function weekday(day: LocalDate): number {
  // Day 0 was a Wednesday. Adding 63 days keeps the sum positive for January and February of the year 0.
  return ((dayNumber(day) + 2 + 63) % 7) + 1;
}

/** A day before all others. It stands for a missing start. */
export const BEGINNING_OF_TIME = '0000-01-01' as LocalDate;

/** A day after all others. It stands for a missing end, and is the day on which every recorded event counts. */
export const END_OF_TIME = '9999-12-31' as LocalDate;

/** The last of the given days. */
export function latest(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((a, b) => (a > b ? a : b), first);
}

/** The first of the given days. */
export function earliest(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((a, b) => (a < b ? a : b), first);
}

/** The year of a day, as a number. */
export function yearOf(day: LocalDate): number {
  return digits(day, 0, 4);
}

/**
 * The day with this year, month (1 to 12) and date.
 * @throws RangeError when there is no such day.
 */
export function calendarDay(year: number, month: number, date: number): LocalDate {
  if (!isCalendarDay(year, month, date))
    throw new RangeError('There is no such day in the years 0000 to 9999');
  return format(year, month, date);
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** '-MM-DD' at [month * 32 + date]. A table is faster than formatting, and rules format millions of days. */
const MONTHS_AND_DATES = Array.from(
  { length: 13 * 32 },
  (_, index) => `-${twoDigits(index >> 5)}-${twoDigits(index & 31)}`,
);

function format(year: number, month: number, date: number): LocalDate {
  return (String(year).padStart(4, '0') + MONTHS_AND_DATES[month * 32 + date]) as LocalDate;
}

/** The number at [start, end) of the text, or NaN if a character there is not a digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

function startsWithDay(text: string): boolean {
  return (
    text[4] === '-' &&
    text[7] === '-' &&
    isCalendarDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
  );
}

/** False for NaN and fractions as well. */
function isCalendarDay(year: number, month: number, date: number): boolean {
  return (
    Number.isInteger(year) &&
    year >= 0 &&
    year <= 9999 &&
    Number.isInteger(date) &&
    date >= 1 &&
    date <= daysInMonth(year, month)
  );
}

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const leapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leapYear ? 29 : (DAYS_IN_MONTH[month] ?? 0);
}

/*
 * Days are numbered from 1 March of the year 0. A year that starts in March has its leap day last, so one
 * formula, (153 m + 2) / 5, gives the start of every month, and 400 years are always 146,097 days (Hinnant,
 * "chrono-compatible low-level date algorithms").
 */
const DAYS_IN_400_YEARS = 146_097;
const FIRST_DAY_NUMBER = -60;
const LAST_DAY_NUMBER = 3_652_364;

function dayNumber(day: LocalDate): number {
  const month = digits(day, 5, 7);
  const year = month > 2 ? digits(day, 0, 4) : digits(day, 0, 4) - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  return (
    year * 365 +
    Math.floor(year / 4) -
    Math.floor(year / 100) +
    Math.floor(year / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5) +
    digits(day, 8, 10) -
    1
  );
}

function dayOfNumber(number: number): LocalDate {
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER)
    throw new RangeError('Expected a whole number of days, and a day in the years 0000 to 9999');
  const era = Math.floor(number / DAYS_IN_400_YEARS);
  const dayOfEra = number - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return format(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}
