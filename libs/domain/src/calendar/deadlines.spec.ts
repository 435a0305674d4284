import fc from 'fast-check';
import { nextWorkday, weekdaysAfter } from './deadlines';
import { isFreeDay } from './holidays';
import { addDays, calendarDay, daysBetween, on, weekday } from './local-date';

const anyDay = fc.integer({ min: 0, max: 109_500 }).map((days) => addDays(calendarDay(1900, 1, 1), days));

describe('the next workday (lag 1930:173, 2 §)', () => {
  it.each([
    ['a Saturday', '2026-03-07', '2026-03-09'],
    ['a Sunday', '2026-03-08', '2026-03-09'],
    ['a public holiday in the week', '2026-01-06', '2026-01-07'],
    ['Good Friday: the Tuesday after Easter', '2026-04-03', '2026-04-07'],
    ["midsummer's eve: Monday", '2026-06-19', '2026-06-22'],
    ['Christmas eve on a Thursday: Monday', '2026-12-24', '2026-12-28'],
    ["New Year's eve on a Thursday: Monday", '2026-12-31', '2027-01-04'],
    ['Christmas eve on a Tuesday: Friday', '2024-12-24', '2024-12-27'],
    ['an Easter eve', '2026-04-04', '2026-04-07'],
    ['the first of May', '2026-05-01', '2026-05-04'],
    ['Whit Monday in 2004', '2004-05-31', '2004-06-01'],
    ['Whit Monday since 2005: a workday', '2005-05-16', '2005-05-16'],
  ])('%s', (_, day, expected) => {
    expect(nextWorkday(on(day))).toBe(expected);
  });

  it('passes over free days alone', () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const workday = nextWorkday(from);
        expect(isFreeDay(workday)).toBe(false);
        for (let day = from; day < workday; day = addDays(day, 1)) expect(isFreeDay(day)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

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
