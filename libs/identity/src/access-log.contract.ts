import type { AccessAction, AccessEntry, AccessLog } from './access-log';

/** An entry for a case worker who opened a file. */
export const openedBy = (fileId: string, some: Partial<AccessEntry> = {}): AccessEntry => ({
  at: '2026-03-02T08:00:00.000Z',
  userId: 'hl-1',
  role: 'caseWorker',
  relation: 'assigned',
  purpose: 'handling',
  action: 'open',
  fileId,
  ...some,
});

/**
 * The contract that every access log adapter passes. `openLog` opens a log on the same storage each time; every test begins with an empty storage.
 */
export const accessLogContract = (adapter: string, openLog: () => Promise<AccessLog>): void => {
  describe(`${adapter} keeps the contract of the access log`, () => {
    let log: AccessLog;
    beforeEach(async () => {
      log = await openLog();
    });
    afterEach(() => log.close());

    it('is whole when empty and after every entry', async () => {
      expect(await log.verify()).toEqual({ ok: true, entries: 0, takenOver: 0 });
      await log.append([openedBy('a')]);
      await log.append([openedBy('b', { scope: 'unit=farsta' })]);
      expect(await log.verify()).toEqual({ ok: true, entries: 2, takenOver: 0 });
    });

    it('has a head: how many entries there are and the hash of the last one', async () => {
      const { entries, hash } = await log.head();
      expect({ entries, length: hash.length }).toEqual({ entries: 0, length: 64 });
      await log.append([openedBy('a'), openedBy('b')]);
      const [last] = await log.entriesOf({ of: { fileId: 'b' } });
      expect(await log.head()).toEqual({ entries: 2, hash: last?.hash });
    });

    it('is compared with heads that were signed earlier', async () => {
      const heads = [await log.head()];
      await log.append([openedBy('a')]);
      heads.push(await log.head());
      await log.append([openedBy('b')]);
      expect(await log.verify(heads)).toEqual({ ok: true, entries: 2, takenOver: 0 });
      const wrong = { ok: false, entries: 2, takenOver: 0, problem: 'otherThanSigned' };
      const [, signed] = heads;
      const other = { entries: 1, hash: '0'.repeat(64) };
      expect(await log.verify([...heads, other])).toEqual({ ...wrong, brokenAt: 1 });
      const longer = { entries: 7, hash: signed?.hash as string };
      expect(await log.verify([longer])).toEqual({ ...wrong, brokenAt: 3 });
    });

    it('tells what a user read in a period, a page at a time', async () => {
      const on = (day: string, userId = 'hl-1') =>
        openedBy(`f${day}`, { at: `2026-03-${day}T08:00:00.000Z`, userId });
      await log.append([on('01'), on('02'), on('03', 'hl-2'), on('04'), on('05'), on('06')]);
      const asked = {
        of: { userId: 'hl-1' },
        since: '2026-03-02T08:00:00.000Z',
        until: '2026-03-06T08:00:00.000Z',
        limit: 2,
      };
      const page = async (after?: number) =>
        (await log.entriesOf({ ...asked, ...(after !== undefined && { after }) })).map(
          ({ number }) => number,
        );
      expect(await page()).toEqual([2, 4]);
      expect(await page(4)).toEqual([5]);
      expect(await page(5)).toEqual([]);
    });

    it('tells what a user was refused, apart from what was read', async () => {
      const entries = [
        openedBy('a'),
        openedBy('b', { action: 'refused' }),
        openedBy('c', { action: 'replay' }),
      ];
      await log.append(entries);
      const of = { userId: 'hl-1' };
      const files = async (actions: readonly AccessAction[]) =>
        (await log.entriesOf({ of, actions })).map(({ fileId }) => fileId);
      expect([await files(['refused']), await files(['refused', 'replay']), await files([])]).toEqual([
        ['b'],
        ['b', 'c'],
        [],
      ]);
    });

    it('tells who opened a file, oldest first, and nothing about other files', async () => {
      await log.append([openedBy('a'), openedBy('b')]);
      const inspected = { userId: 'insp-1', role: 'inspector', relation: 'sampled' } as const;
      await log.append([openedBy('a', { at: '2026-03-03T08:00:00.000Z', ...inspected })]);
      expect(
        (await log.entriesOf({ of: { fileId: 'a' } })).map(({ number, userId }) => [number, userId]),
      ).toEqual([
        [1, 'hl-1'],
        [3, 'insp-1'],
      ]);
    });

    it('takes several entries at once, all of them or none', async () => {
      await log.append([openedBy('a'), openedBy('b')]);
      const bad = openedBy('d', { userId: null as unknown as string });
      await expect(log.append([openedBy('c'), bad])).rejects.toThrow();
      expect(await log.verify()).toEqual({ ok: true, entries: 2, takenOver: 0 });
      expect(await log.entriesOf({ of: { fileId: 'c' } })).toEqual([]);
    });

    it('keeps one chain where two handles write at the same time', async () => {
      const other = await openLog();
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? other : log).append([openedBy(`f${i}`)])),
      );
      await other.close();
      expect(await log.verify()).toEqual({ ok: true, entries: 20, takenOver: 0 });
    });

    it('finds the last reading of each file by a role since an instant, for many files at once', async () => {
      const inspector = { userId: 'insp-1', role: 'inspector', relation: 'sampled' } as const;
      const at = (day: string) => ({ at: `2026-03-${day}T08:00:00.000Z` });
      await log.append([
        openedBy('a', { ...inspector, ...at('01') }),
        openedBy('a', { ...inspector, ...at('03') }),
        openedBy('a', { ...inspector, ...at('04') }),
        openedBy('b', at('05')),
        openedBy('c', { ...inspector, ...at('02') }),
        openedBy('d', { ...inspector, ...at('03') }),
        openedBy('e', { ...inspector, ...at('05') }),
        openedBy('d', { ...inspector, ...at('06'), action: 'refused' }),
      ]);
      const since = at('03').at;
      const asked = ['a', 'b', 'c', 'd', ...Array.from({ length: 10_000 }, (_, i) => `other-${i}`)];
      expect(await log.lastReadings(asked, { role: 'inspector', since })).toEqual(
        new Map([
          ['a', at('04').at],
          ['d', since],
        ]),
      );
      expect(await log.lastReadings([], { role: 'inspector', since })).toEqual(new Map());
    });
  });
};
