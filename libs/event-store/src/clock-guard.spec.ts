import * as fc from 'fast-check';
import { ClockGuard, ClockLeapt, leapAtStartMaxMs, leapRunningMaxMs } from './clock-guard';

const start = Date.parse('2026-03-02T09:30:00.000Z');
const iso = (ms: number): string => new Date(ms).toISOString();
const hour = 3_600_000;
const year = 365 * 24 * hour;

const guardWith = (given: { last?: number; confirmed?: () => number | undefined } = {}) => {
  const time = { monotonicMs: 0 };
  const guard = new ClockGuard({
    monotonicMs: () => time.monotonicMs,
    lastRecordedAt: given.last === undefined ? undefined : iso(given.last),
    confirmedAt: () => {
      const at = given.confirmed?.();
      return at === undefined ? undefined : iso(at);
    },
  });
  return { guard, time };
};

describe('a clock that leaps while the process runs', () => {
  it.each([
    ['24 hours', leapRunningMaxMs, false],
    ['a millisecond more', leapRunningMaxMs + 1, true],
  ])('%s', (_, leap, stops) => {
    const { guard, time } = guardWith();
    guard.check(iso(start));
    time.monotonicMs += hour;
    expect(guard.hasLeapt(iso(start + hour + leap))).toBe(stops);
  });

  it('is stopped until it is set right', () => {
    const { guard } = guardWith();
    guard.check(iso(start));
    for (let i = 0; i < 3; i++) expect(() => guard.check(iso(start + 10 * year))).toThrow(ClockLeapt);
    guard.check(iso(start + 1));
  });

  it('goes on when it was confirmed, and asks again for the next leap', () => {
    const { guard } = guardWith({ confirmed: () => start + year });
    guard.check(iso(start));
    guard.check(iso(start + year + hour));
    expect(guard.hasLeapt(iso(start + 2 * year))).toBe(true);
    guard.check(iso(start + year + 2 * hour));
  });

  it('that was set back and right again has not leapt', () => {
    const { guard, time } = guardWith();
    guard.check(iso(start));
    guard.check(iso(start - year));
    time.monotonicMs += hour;
    guard.check(iso(start + hour));
  });
});

describe('a clock at start', () => {
  it.each([
    ['90 days after the newest event', leapAtStartMaxMs, false],
    ['a millisecond more', leapAtStartMaxMs + 1, true],
    ['before the newest event', -year, false],
  ])('%s', (_, after, stops) => {
    expect(guardWith({ last: start }).guard.hasLeapt(iso(start + after))).toBe(stops);
  });

  it('of an empty store is believed', () => {
    expect(guardWith().guard.hasLeapt(iso(start + 10 * year))).toBe(false);
  });

  it('is confirmed for 90 days, and not by a confirmation that lies ahead', () => {
    const at = (now: number) =>
      guardWith({ last: start, confirmed: () => start + year }).guard.hasLeapt(iso(now));
    expect(at(start + year)).toBe(false);
    expect(at(start + year + leapAtStartMaxMs)).toBe(false);
    expect(at(start + year + leapAtStartMaxMs + 1)).toBe(true);
    expect(at(start + year - 1)).toBe(true);
  });
});

it('of any sequence of clock readings, what is accepted is never further ahead than the limits allow', () => {
  const reading = fc.record({
    passedMs: fc.nat(48 * hour),
    steppedMs: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -year, max: 10 * year }),
      fc.integer({ min: -hour, max: 30 * hour }),
    ),
  });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 40 }), (readings) => {
      const { guard, time } = guardWith({ last: start });
      let highest = { wall: start, monotonic: 0, max: leapAtStartMaxMs };
      let offset = 0;
      for (const { passedMs, steppedMs } of readings) {
        time.monotonicMs += passedMs;
        offset += steppedMs;
        const wall = start + time.monotonicMs + offset;
        const ahead =
          wall - highest.wall - (highest.max === leapAtStartMaxMs ? 0 : time.monotonicMs - highest.monotonic);
        const leapt = guard.hasLeapt(iso(wall));
        expect(leapt).toBe(ahead > highest.max);
        if (!leapt && (ahead >= 0 || highest.max === leapAtStartMaxMs))
          highest = { wall, monotonic: time.monotonicMs, max: leapRunningMaxMs };
        // A clock that is stopped is set right by its user.
        if (leapt) offset = 0;
      }
    }),
  );
});
