import fc from 'fast-check';
import { nextWorkday, statutoryDeadline, type StatutoryTime, weekdaysAfter } from './deadlines';
import { isFreeDay } from './holidays';
import { addDays, addMonths, calendarDay, daysBetween, on, weekday } from './local-date';

const anyDay = fc.integer({ min: 0, max: 109_500 }).map((days) => addDays(calendarDay(1900, 1, 1), days));

describe('the last day of a statutory time (lag 1930:173)', () => {
  it.each<[string, string, StatutoryTime, string]>([
    ['the same day of the week', '2026-03-03', { weeks: 3 }, '2026-03-24'],
    ['the same date in the end month', '2026-03-03', { months: 6 }, '2026-09-03'],
    ['the same date in the end year', '2026-03-03', { years: 2 }, '2028-03-03'],
    ['30 November and three months: the last of February', '2022-11-30', { months: 3 }, '2023-02-28'],
    ['30 November and three months before a leap day', '2023-11-30', { months: 3 }, '2024-02-29'],
    ['31 March and a month: 30 April', '2026-03-31', { months: 1 }, '2026-04-30'],
    ['29 February and a year', '2024-02-29', { years: 1 }, '2025-02-28'],
    ['a last of February that is a Saturday moves to Monday', '2025-11-30', { months: 3 }, '2026-03-02'],
    ['a Saturday', '2026-02-14', { weeks: 3 }, '2026-03-09'],
    ['a Sunday', '2026-02-08', { months: 1 }, '2026-03-09'],
    ['a public holiday in the week', '2025-12-16', { weeks: 3 }, '2026-01-07'],
    ['Good Friday: the Tuesday after Easter', '2026-03-13', { weeks: 3 }, '2026-04-07'],
    ["midsummer's eve: Monday", '2026-05-29', { weeks: 3 }, '2026-06-22'],
    ['Christmas eve on a Thursday: Monday', '2026-12-03', { weeks: 3 }, '2026-12-28'],
    ["New Year's eve on a Thursday: Monday", '2026-12-10', { weeks: 3 }, '2027-01-04'],
    ['Christmas eve on a Tuesday: Friday', '2024-10-24', { months: 2 }, '2024-12-27'],
    ['an Easter eve is a Saturday', '2025-04-19', { weeks: 50 }, '2026-04-07'],
    ['the first of May', '2025-05-01', { years: 1 }, '2026-05-04'],
    ['Whit Monday in 2004', '2004-05-10', { weeks: 3 }, '2004-06-01'],
    ['Whit Monday since 2005', '2005-04-25', { weeks: 3 }, '2005-05-16'],
  ])('%s', (_, from, time, expected) => {
    expect(statutoryDeadline(on(from), time)).toBe(expected);
  });

  it('never lands on a free day, is never before the plain date, and passes over free days alone', () => {
    const timeAndPlainDate = anyDay.chain((from) =>
      fc.oneof(
        fc.nat(60).map((weeks) => ({ from, time: { weeks }, plain: addDays(from, 7 * weeks) })),
        fc.nat(36).map((months) => ({ from, time: { months }, plain: addMonths(from, months) })),
        fc.nat(10).map((years) => ({ from, time: { years }, plain: addMonths(from, 12 * years) })),
      ),
    );
    fc.assert(
      fc.property(timeAndPlainDate, ({ from, time, plain }) => {
        const deadline = statutoryDeadline(from, time);
        expect(isFreeDay(deadline)).toBe(false);
        expect(deadline >= plain).toBe(true);
        for (let day = plain; day < deadline; day = addDays(day, 1)) expect(isFreeDay(day)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes no later for a time that starts earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.nat(24), (from, days, months) => {
        const later = addDays(from, days);
        expect(statutoryDeadline(from, { months }) <= statutoryDeadline(later, { months })).toBe(true);
      }),
    );
  });
});

describe('the next workday', () => {
  it('is the day itself when that is a workday', () => {
    expect(nextWorkday(on('2026-03-02'))).toBe('2026-03-02');
  });

  it('is at most five days away, in every year 1900-2199', () => {
    let longest = 0;
    for (let day = calendarDay(1900, 1, 1); day < '2200-01-01'; day = addDays(day, 1)) {
      longest = Math.max(longest, daysBetween(day, nextWorkday(day)));
    }
    expect(longest).toBe(5);
  });
});

describe('deadlines in weekdays', () => {
  it.each([
    ['Monday to Thursday', '2026-03-02', 3, '2026-03-05'],
    ['over a weekend', '2026-03-05', 3, '2026-03-10'],
    ['from a Saturday', '2026-03-07', 1, '2026-03-09'],
    ['over Easter', '2026-04-01', 3, '2026-04-08'],
    ['over Christmas and New Year', '2026-12-23', 5, '2027-01-05'],
    ['none at all, on a Sunday', '2026-03-08', 0, '2026-03-08'],
  ])('%s', (_, day, weekdays, expected) => {
    expect(weekdaysAfter(on(day), weekdays)).toBe(expected);
  });

  it('count the workdays after the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, weekdays) => {
        const last = weekdaysAfter(from, weekdays);
        let workdays = 0;
        for (let day = addDays(from, 1); day <= last; day = addDays(day, 1)) if (!isFreeDay(day)) workdays++;
        expect(workdays).toBe(weekdays);
        expect(weekday(last)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it.each([-1, 1.5, NaN])('refuse %d weekdays', (weekdays) => {
    expect(() => weekdaysAfter(on('2026-03-02'), weekdays)).toThrow(RangeError);
  });
});
