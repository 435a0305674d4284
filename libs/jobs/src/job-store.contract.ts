import type { Job } from './job';
import type { JobStore } from './job-store';

export const jobOf = (id: string, some: Partial<Job<string>> = {}): Job<string> => ({
  id,
  userId: 'insp-1',
  question: 'how many?',
  state: 'queued',
  askedAt: '2026-03-02T08:00:00.000Z',
  startedAt: null,
  endedAt: null,
  keptUntil: '2026-03-03T08:00:00.000Z',
  problem: null,
  ...some,
});

/** The contract that every store of jobs passes. @param openStore opens a store on the same storage each time; every test begins with an empty one */
export const jobStoreContract = (
  adapter: string,
  openStore: () => Promise<JobStore<string>> | JobStore<string>,
): void => {
  describe(`${adapter} keeps the contract of the store of jobs`, () => {
    let store: JobStore<string>;
    beforeEach(async () => {
      store = await openStore();
    });
    afterEach(() => store.close());

    it('keeps jobs in the order in which they were asked for, also when one of them has changed', async () => {
      await store.save(jobOf('b'));
      await store.save(jobOf('a'));
      const done = jobOf('b', { state: 'done', endedAt: '2026-03-02T09:00:00.000Z' });
      await store.save(done, 'forty-two');
      expect(await store.all()).toEqual([done, jobOf('a')]);
      expect([await store.resultOf(done), await store.resultOf(jobOf('a'))]).toEqual([
        'forty-two',
        undefined,
      ]);
    });

    it('keeps them for another handle, until they are removed', async () => {
      const done = jobOf('a', { state: 'done', endedAt: '2026-03-02T09:00:00.000Z' });
      await store.save(done, 'forty-two');
      const other = await openStore();
      expect([await other.all(), await other.resultOf(done)]).toEqual([[done], 'forty-two']);
      await other.remove('a');
      await other.close();
      expect([await store.all(), await store.resultOf(done)]).toEqual([[], undefined]);
    });

    it('gives no result of another job, or of another end of the same job', async () => {
      const done = jobOf('a', { state: 'done', endedAt: '2026-03-02T09:00:00.000Z' });
      await store.save(done, 'forty-two');
      expect(await store.resultOf({ ...done, endedAt: '2026-03-02T10:00:00.000Z' })).toBeUndefined();
    });
  });
};
