import { addDays, calendarDay, type LocalDate, weekday, yearOf } from './local-date';

const SATURDAY = 6;

/** A named day off; `name` is Swedish, for people to read. */
export interface Holiday {
  readonly day: LocalDate;
  readonly name: string;
}

/**
 * The public holidays (allmänna helgdagar) of a year in order, without the ordinary Sundays. Two may share a
 * day: in 2008 Ascension Day fell on the first of May.
 *
 * Lag (1989:253) om allmänna helgdagar, 1-2 §§: "Med allmän helgdag avses i lag eller annan författning
 * söndagar, däribland påskdagen och pingstdagen, nyårsdagen, trettondedag jul, första maj, juldagen och
 * annandag jul, även när de inte infaller på en söndag, långfredagen, annandag påsk, Kristi himmelsfärdsdag,
 * nationaldagen, midsommardagen och alla helgons dag. Lag (2004:1320)." That amendment, in force on 1 April
 * 2005, replaced Whit Monday with the national day. The act itself has been in force since 1990; an earlier
 * year gets the holidays of 1990.
 *
 * @param year 1583 or later, as the Gregorian Easter.
 */
export function publicHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const holidays: Holiday[] = [
    { day: calendarDay(year, 1, 1), name: 'Nyårsdagen' },
    { day: calendarDay(year, 1, 6), name: 'Trettondedag jul' },
    { day: addDays(easter, -2), name: 'Långfredagen' },
    { day: easter, name: 'Påskdagen' },
    { day: addDays(easter, 1), name: 'Annandag påsk' },
    { day: calendarDay(year, 5, 1), name: 'Första maj' },
    { day: addDays(easter, 39), name: 'Kristi himmelsfärdsdag' },
    { day: addDays(easter, 49), name: 'Pingstdagen' },
    year < 2005
      ? { day: addDays(easter, 50), name: 'Annandag pingst' }
      : { day: calendarDay(year, 6, 6), name: 'Nationaldagen' },
    { day: midsummerDay(year), name: 'Midsommardagen' },
    { day: firstSaturdayFrom(calendarDay(year, 10, 31)), name: 'Alla helgons dag' },
    { day: calendarDay(year, 12, 25), name: 'Juldagen' },
    { day: calendarDay(year, 12, 26), name: 'Annandag jul' },
  ];
  return holidays.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The three eves that 2 § lag (1930:173) treats as holidays, in order. They are not public holidays. */
export function eves(year: number): readonly Holiday[] {
  return [
    { day: addDays(midsummerDay(year), -1), name: 'Midsommarafton' },
    { day: calendarDay(year, 12, 24), name: 'Julafton' },
    { day: calendarDay(year, 12, 31), name: 'Nyårsafton' },
  ];
}

/** Whether the day is a Saturday, a public holiday (Sundays among them) or one of the three eves. */
export function isFreeDay(day: LocalDate): boolean {
  return weekday(day) >= SATURDAY || namedDays(yearOf(day)).has(day);
}

/** A cache: the holidays of a year never change, and rules ask for the same few years again and again. */
const namedDaysByYear = new Map<number, ReadonlySet<LocalDate>>();

function namedDays(year: number): ReadonlySet<LocalDate> {
  let days = namedDaysByYear.get(year);
  if (!days) {
    days = new Set([...publicHolidays(year), ...eves(year)].map((holiday) => holiday.day));
    namedDaysByYear.set(year, days);
  }
  return days;
}

/**
 * Easter Sunday, "söndagen närmast efter den fullmåne som infaller på eller närmast efter den 21 mars" (2 §
 * lag 1989:253), by the church's tables: the anonymous Gregorian algorithm of 1876 in Meeus, Astronomical
 * Algorithms, chapter 8.
 */
export function easterSunday(year: number): LocalDate {
  const yearOfMoonCycle = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * yearOfMoonCycle + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - fullMoon - (yearOfCentury % 4)) % 7;
  const weeksEarlier = Math.floor((yearOfMoonCycle + 11 * fullMoon + 22 * toSunday) / 451);
  return addDays(calendarDay(year, 3, 22), fullMoon + toSunday - 7 * weeksEarlier);
}

/** "Den lördag som infaller under tiden den 20-26 juni." */
function midsummerDay(year: number): LocalDate {
  return firstSaturdayFrom(calendarDay(year, 6, 20));
}

function firstSaturdayFrom(day: LocalDate): LocalDate {
  return addDays(day, (SATURDAY - weekday(day) + 7) % 7);
}
