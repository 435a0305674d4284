import Holidays from 'date-holidays';
import { easterSunday, eves, isFreeDay, publicHolidays } from './holidays';
import { addDays, calendarDay, type LocalDate, on, weekday, yearOf } from './local-date';

const oracle = new Holidays('SE', { languages: ['sv'] });

/** The days of a year by date-holidays. It calls only the three eves bank holidays. */
function oracleDays(year: number, type: 'public' | 'bank'): string[] {
  return oracle
    .getHolidays(year)
    .filter((holiday) => holiday.type === type)
    .map((holiday) => `${holiday.date.slice(0, 10)} ${holiday.name.toLowerCase()}`)
    .sort();
}

const listed = (holidays: readonly { day: LocalDate; name: string }[]) =>
  holidays.map(({ day, name }) => `${day} ${name.toLowerCase()}`).sort();

const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('public holidays', () => {
  it.each(years(2005, 2030))('of %i are those of date-holidays', (year) => {
    expect(listed(publicHolidays(year))).toEqual(oracleDays(year, 'public'));
    expect(listed(eves(year))).toEqual(oracleDays(year, 'bank'));
  });

  it('have Whit Monday until 2004 and the national day from 2005', () => {
    expect(isFreeDay(on('2004-05-31'))).toBe(true);
    expect(isFreeDay(on('2003-06-06'))).toBe(false);
    expect(isFreeDay(on('2005-05-16'))).toBe(false);
    expect(isFreeDay(on('2005-06-06'))).toBe(true);
  });

  it('may share a day: Ascension Day 2008 was the first of May', () => {
    const onFirstOfMay = publicHolidays(2008).filter(({ day }) => day === '2008-05-01');
    expect(onFirstOfMay.map(({ name }) => name).sort()).toEqual(['Första maj', 'Kristi himmelsfärdsdag']);
  });

  it('lie where the act puts them, in order, in every year 1900-2199', () => {
    for (const year of years(1900, 2199)) {
      const days = publicHolidays(year);
      expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
      expect(days).toHaveLength(13);
      expect(days.every(({ day }) => yearOf(day) === year)).toBe(true);

      const named = new Map(days.map(({ day, name }) => [name, day]));
      const expectOn = (name: string, weekdayNumber: number, from: string, to: string) => {
        const day = named.get(name)!;
        expect([weekday(day), day >= `${year}-${from}`, day <= `${year}-${to}`]).toEqual([
          weekdayNumber,
          true,
          true,
        ]);
      };
      expectOn('Långfredagen', 5, '03-20', '04-23');
      expectOn('Påskdagen', 7, '03-22', '04-25');
      expectOn('Kristi himmelsfärdsdag', 4, '04-30', '06-03');
      expectOn('Pingstdagen', 7, '05-10', '06-13');
      expectOn('Midsommardagen', 6, '06-20', '06-26');
      expectOn('Alla helgons dag', 6, '10-31', '11-06');
    }
  });
});

describe('Easter', () => {
  it.each([
    ['the earliest there is', '1818-03-22'],
    ['the latest there is', '1943-04-25'],
    ['a week earlier than the bare cycle says', '1954-04-18'],
    ['a week earlier than the bare cycle says', '1981-04-19'],
    ['a leap year', '2000-04-23'],
    ['early', '2008-03-23'],
    ['late', '2038-04-25'],
    ['after the century without a leap day', '2100-03-28'],
  ])('%s: %s', (_, easter) => {
    expect(easterSunday(yearOf(on(easter)))).toBe(easter);
  });

  /** Easter by golden number and epact (Clavius, as described in Knuth, The Art of Computer Programming, 1.3.2). */
  function easterByEpact(year: number): LocalDate {
    const goldenNumber = (year % 19) + 1;
    const century = Math.floor(year / 100) + 1;
    const skippedLeapYears = Math.floor((3 * century) / 4) - 12;
    const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
    const bareEpact = (11 * goldenNumber + 20 + moonCorrection - skippedLeapYears + 300) % 30;
    const epact = (bareEpact === 25 && goldenNumber > 11) || bareEpact === 24 ? bareEpact + 1 : bareEpact;
    const fullMoon = addDays(calendarDay(year, 3, 1), (epact > 23 ? 74 : 44) - epact - 1);
    return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
  }

  it('is the Sunday after the full moon of the epact, 1583-6000', () => {
    expect(years(1583, 6000).filter((year) => easterSunday(year) !== easterByEpact(year))).toEqual([]);
  });
});

describe('free days', () => {
  it('are weekends, public holidays and the three eves, and no other day of 2026', () => {
    const onWeekdays: LocalDate[] = [];
    for (let day = calendarDay(2026, 1, 1); yearOf(day) === 2026; day = addDays(day, 1)) {
      if (weekday(day) >= 6) expect(isFreeDay(day)).toBe(true);
      else if (isFreeDay(day)) onWeekdays.push(day);
    }
    expect(onWeekdays).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-06-19',
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
    ]);
  });
});
