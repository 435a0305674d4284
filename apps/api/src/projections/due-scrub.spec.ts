import type { ReadModelDifference, Scrub } from '@rt/read-models';
import { DueScrub, type ScrubSettings } from './due-scrub';

const day = 86_400_000;
const difference: ReadModelDifference = { table: 'cases', owner: null, what: 'extra', columns: [] };

describe('the scrub that is due', () => {
  let at: number;
  let steps: number;
  let now: string;
  let step: Awaited<ReturnType<Scrub['step']>>;
  let took: number;
  let told: Parameters<ConstructorParameters<typeof DueScrub>[3]>[0][];

  beforeEach(() => {
    at = 0;
    steps = 0;
    took = 1;
    told = [];
    now = '2026-03-01T00:00:00.000Z';
    step = { differences: [], damaged: 0, begunAt: '2026-03-01T00:00:00.000Z', left: 10 };
    jest.spyOn(performance, 'now').mockImplementation(() => at);
  });
  afterEach(() => jest.restoreAllMocks());

  const scrubWith = (settings: Partial<ScrubSettings> = {}) => {
    const scrub = {
      step: async () => {
        steps++;
        at += took;
        return step;
      },
    };
    return new DueScrub(scrub, { now: () => now }, { days: 7, ...settings }, (outcome) => told.push(outcome));
  };
  /** Looks every 100 ms for a time. */
  const looks = async (scrub: DueScrub, ms: number, isBusy = false): Promise<void> => {
    for (const end = at + ms; at < end; at += 100) await scrub.look(() => isBusy);
  };

  it('goes through 1,000,000 files within the week, and costs less than a twentieth of the time', async () => {
    step = { ...step, left: 1_000_000 };
    await looks(scrubWith(), 60_000);
    expect((1_000_000 / steps) * 60_000).toBeLessThan(7 * day);
    expect((steps * took) / 60_000).toBeLessThan(0.05);
  });

  it('looks at a file every ten seconds where there are few', async () => {
    await looks(scrubWith(), 100_000);
    expect(steps).toBeGreaterThanOrEqual(9);
    expect(steps).toBeLessThanOrEqual(11);
  });

  it('pauses longer after a large file', async () => {
    took = 2_000;
    await looks(scrubWith(), 200_000);
    expect(steps).toBeLessThanOrEqual(5);
  });

  it('waits while events arrive, but not when the week is nearly over', async () => {
    const scrub = scrubWith();
    await looks(scrub, 60_000, true);
    expect(steps).toBe(0);
    now = '2026-03-07T00:00:00.000Z';
    await looks(scrub, 60_000);
    const before = steps;
    await looks(scrub, 60_000, true);
    expect(steps - before).toBeGreaterThan(100);
  });

  it('tells what differed', async () => {
    step = { ...step, differences: [difference] };
    await scrubWith().look(() => false);
    expect(told).toEqual([{ is: 'rowsDiffered', differences: [difference] }]);
  });

  it('tells of each file that cannot be read', async () => {
    step = { ...step, damaged: 2 };
    await scrubWith().look(() => false);
    expect(told).toEqual([{ is: 'damaged' }, { is: 'damaged' }]);
  });

  it('tells that it failed, does not throw, and tries again after a minute', async () => {
    let tries = 0;
    const failing = {
      step: () => {
        tries++;
        return Promise.reject(new Error('no such table'));
      },
    };
    const scrub = new DueScrub(failing, { now: () => now }, { days: 7 }, (outcome) => told.push(outcome));
    await looks(scrub, 90_000);
    expect([tries, told[0]?.is]).toEqual([2, 'scrubFailed']);
  });
});
