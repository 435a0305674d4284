import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDay,
  daysBetween,
  earliest,
  isInstant,
  isLocalDate,
  isLocalTime,
  latest,
  type LocalDate,
  on,
  weekday,
  yearOf,
} from './local-date';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days from 1600 to 2400, made by the platform's calendar. Only this spec uses that calendar, as an oracle. */
const anyDay = fc
  .integer({
    min: Date.UTC(1600, 0, 1) / MILLISECONDS_PER_DAY,
    max: Date.UTC(2400, 0, 1) / MILLISECONDS_PER_DAY,
  })
  .map((days) => platformDay(days * MILLISECONDS_PER_DAY));

function platformDay(milliseconds: number): LocalDate {
  return on(new Date(milliseconds).toISOString().slice(0, 10));
}

describe('what is a day, a time, an instant', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
    expect(on(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-01',
    '2026-01-1x',
    '20260-1-01',
    '2026-01-0:',
    '2026/01-01',
    '2026-01/01',
    '-026-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00:00.000Z',
    '',
  ])('%j is no day', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => on(text)).toThrow(RangeError);
  });

  it('does not repeat a refused text, which may be a personal number', () => {
    expect(() => on('19121212-1212')).toThrow(/^Expected a day of the calendar in the form YYYY-MM-DD$/);
  });

  it.each([undefined, null, 20260302, ['2026-03-02'], {}])('%j is no day, time or instant', (value) => {
    expect([isLocalDate(value), isLocalTime(value), isInstant(value)]).toEqual([false, false, false]);
  });

  it.each(['00:00', '09:30', '19:59', '23:59'])('%s is a time', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  it.each(['24:00', '12:60', '9:30', '12:30:00', '12.30', '12:30\n', ''])('%j is no time', (text) => {
    expect(isLocalTime(text)).toBe(false);
  });

  it.each(['2026-03-02T08:15:30.123Z', '2024-02-29T23:59:59.999Z'])('%s is an instant', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    '2026-02-29T08:15:30.123Z',
    '2026-03-02T24:00:00.000Z',
    '2026-03-02T08:60:00.000Z',
    '2026-03-02T08:15:60.000Z',
    '2026-03-02T08:15:30Z',
    '2026-03-02T08:15:30.1234',
    '2026-03-02 08:15:30.123Z',
    '2026-03-02',
  ])('%j is no instant', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});

describe('days', () => {
  it.each([
    ['2026-03-02', 15, '2026-03-17'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['0000-01-01', 3_652_424, '9999-12-31'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(on(day), days)).toBe(expected);
    expect(daysBetween(on(day), on(expected))).toBe(days);
  });

  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -150_000, max: 150_000 }), (day, days) => {
        expect(addDays(day, days)).toBe(platformDay(Date.parse(day) + days * MILLISECONDS_PER_DAY));
      }),
    );
  });

  it('daysBetween is the inverse of addDays', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) > 0).toBe(from < to);
      }),
    );
  });

  it.each([
    ['9999-12-31', 1],
    ['0000-01-01', -1],
    ['2026-03-02', 1.5],
    ['2026-03-02', NaN],
    ['2026-03-02', Infinity],
  ])('refuses %s and %d days', (day, days) => {
    expect(() => addDays(on(day), days)).toThrow(RangeError);
  });
});

describe('months', () => {
  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2020-09-24', -24, '2018-09-24'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(on(day), months)).toBe(expected);
  });

  it('keeps the date, or takes the last day of the end month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const end = addMonths(day, months);
        const monthsMoved =
          (yearOf(end) - yearOf(day)) * 12 + Number(end.slice(5, 7)) - Number(day.slice(5, 7));
        expect(monthsMoved).toBe(months);
        if (end.slice(8) !== day.slice(8)) {
          expect(end < `${end.slice(0, 8)}${day.slice(8)}`).toBe(true);
          expect(addDays(end, 1).slice(8)).toBe('01');
        }
      }),
    );
  });

  it.each([
    ['9999-12-01', 1],
    ['0000-01-01', -1],
    ['2026-03-02', 0.5],
    ['2026-03-02', NaN],
  ])('refuses %s and %d months', (day, months) => {
    expect(() => addMonths(on(day), months)).toThrow(RangeError);
  });
});

describe('weeks', () => {
  it.each([
    ['2026-03-02', 1],
    ['2026-06-20', 6],
    ['2026-03-01', 7],
    ['0000-01-01', 6],
  ])('%s is weekday %i', (day, expected) => {
    expect(weekday(on(day))).toBe(expected);
  });

  it('agrees with the platform on weekdays', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(day) % 7).toBe(new Date(day).getUTCDay());
      }),
    );
  });
});

describe('choosing and making days', () => {
  it('finds the latest and the earliest', () => {
    const days = [on('2026-03-02'), on('2027-01-01'), on('2026-12-31')] as const;
    expect(latest(...days)).toBe('2027-01-01');
    expect(earliest(...days)).toBe('2026-03-02');
    expect(latest(days[0])).toBe(days[0]);
  });

  it('makes a day of numbers, and only one that exists', () => {
    expect(calendarDay(987, 6, 5)).toBe('0987-06-05');
    expect(() => calendarDay(2026, 2, 29)).toThrow(RangeError);
    expect(() => calendarDay(2026, 1.5, 1)).toThrow(RangeError);
    expect(() => calendarDay(2026, 1, 1.5)).toThrow(RangeError);
    expect(() => calendarDay(10_000, 1, 1)).toThrow(RangeError);
  });
});
