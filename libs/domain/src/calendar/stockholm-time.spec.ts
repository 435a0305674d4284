import fc from 'fast-check';
import { addDays, type Instant, isInstant, on } from './local-date';
import { dayOf, endOfDay, hourOf, startOfDay } from './stockholm-time';

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const FROM = Date.UTC(1980, 0, 1);
const TO = Date.UTC(2100, 11, 31);
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

const instantAt = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant;
const millisecondAfter = (instant: Instant) => instantAt(Date.parse(instant) + 1);

/** Half of the instants are within two hours of 22:30 UTC, because the day in Sweden begins around then. */
const anyInstant = fc
  .oneof(
    fc.integer({ min: FROM, max: TO }),
    fc
      .tuple(
        fc.integer({ min: FROM / DAY, max: TO / DAY - 1 }),
        fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
      )
      .map(([day, offset]) => day * DAY + 22.5 * HOUR + offset),
  )
  .map(instantAt);

describe('the day it is in Sweden', () => {
  it.each([
    ['winter', '2026-01-15T22:59:59.999Z', '2026-01-15'],
    ['winter', '2026-01-15T23:00:00.000Z', '2026-01-16'],
    ['summer', '2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['summer', '2026-07-15T22:00:00.000Z', '2026-07-16'],
    ['the evening before summer time', '2026-03-28T22:30:00.000Z', '2026-03-28'],
    ['the first summer evening', '2026-03-29T22:30:00.000Z', '2026-03-30'],
    ['the last summer evening', '2026-10-24T22:30:00.000Z', '2026-10-25'],
    ['the first evening after summer time', '2026-10-25T22:30:00.000Z', '2026-10-25'],
    ['September ends summer time in 1995', '1995-09-24T22:30:00.000Z', '1995-09-24'],
    ['October ends summer time in 1996', '1996-09-29T22:30:00.000Z', '1996-09-30'],
    ['the evening before the summer time of 1980', '1980-04-05T22:30:00.000Z', '1980-04-05'],
    ['the first summer evening of 1980', '1980-04-06T22:30:00.000Z', '1980-04-07'],
    ['the last summer evening of 1980', '1980-09-27T22:30:00.000Z', '1980-09-28'],
    ['the first evening after the summer time of 1980', '1980-09-28T22:30:00.000Z', '1980-09-28'],
    ['no summer time in 1979', '1979-07-15T22:30:00.000Z', '1979-07-15'],
    ['standard time in 1930', '1930-07-15T23:00:00.000Z', '1930-07-16'],
  ])('%s: %s falls on %s', (_, instant, day) => {
    expect(dayOf(instant as Instant)).toBe(day);
  });

  it('agrees with Intl.DateTimeFormat 1980-2100', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(dayOf(instant)).toBe(stockholm.format(Date.parse(instant)));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Intl.DateTimeFormat at 22:30 UTC on every evening of 1980-2040', () => {
    const disagreements: Instant[] = [];
    for (let evening = FROM + 22.5 * HOUR; evening < Date.UTC(2041, 0, 1); evening += DAY) {
      const instant = instantAt(evening);
      if (dayOf(instant) !== stockholm.format(evening)) disagreements.push(instant);
    }
    expect(disagreements).toEqual([]);
  });
});

describe('the hour it is in Sweden', () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const hourByIntl = (milliseconds: number): number => Number(clock.format(milliseconds));

  it('agrees with Intl.DateTimeFormat 1980-2100', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(hourOf(instant)).toBe(hourByIntl(Date.parse(instant)));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with Intl.DateTimeFormat in every hour in which the clocks may change, 1981-2040', () => {
    const disagreements: Instant[] = [];
    for (let year = 1981; year <= 2040; year++)
      for (const month of [2, 8, 9])
        for (let at = Date.UTC(year, month, 20); at < Date.UTC(year, month + 1, 2); at += HOUR)
          if (hourOf(instantAt(at)) !== hourByIntl(at)) disagreements.push(instantAt(at));
    expect(disagreements).toEqual([]);
  });
});

describe('where a day starts and ends', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T22:59:59.999Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T21:59:59.999Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ])('%s starts at %s and ends at %s', (day, start, end) => {
    expect(startOfDay(on(day))).toBe(start);
    expect(endOfDay(on(day))).toBe(end);
  });

  it('encloses every instant in its day, and the days leave no gap between them', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const day = dayOf(instant);
        expect(isInstant(startOfDay(day)) && isInstant(endOfDay(day))).toBe(true);
        expect(startOfDay(day) <= instant && instant <= endOfDay(day)).toBe(true);
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(endOfDay(day))).toBe(day);
        expect(millisecondAfter(endOfDay(day))).toBe(startOfDay(addDays(day, 1)));
      }),
    );
  });
});
