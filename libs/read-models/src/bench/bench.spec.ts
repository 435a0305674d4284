import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { RulesetRepository } from '@rt/files';
import { openReadDatabase } from '../sqlite';
import { benchRebuild, benchReplay, benchQuestions, type BenchRow } from '.';
import type { OpenBenchHouse } from './bench-house';

const openHouse: OpenBenchHouse = async (folder) => {
  const clock = { now: () => '2026-12-31T12:00:00.000Z' };
  const store = await openSqliteEventStore({ folder, clock, mode: 'write' });
  const db = await openReadDatabase(join(folder, 'read-models.sqlite'));
  return {
    store,
    ruleset: new RulesetRepository(store, 'ruleset-exempelstad'),
    readModels: async () => db,
    close: async () => {
      await db.close();
      await store.close();
    },
  };
};

/** Tests only that the bench runs and leaves no files behind. Its figures are read from a run on an otherwise idle machine. */
describe('the bench of the read side', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'bench-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const expectRow = ({ row, value, baseline, ratio, floor, pass }: BenchRow): void => {
    expect(row).not.toBe('');
    for (const number of [value, baseline, ratio, floor]) expect(number).toBeGreaterThan(0);
    expect(pass).toBe(ratio >= floor);
  };

  it('measures a rebuild', async () => {
    const rows = await benchRebuild({ folder, openHouse, files: 20, eventsPerFile: 50 });
    expect(rows.map(({ row }) => row)).toEqual([
      'rebuild, 1000 events in 20 files, events/s',
      'memory during that rebuild, MB',
    ]);
    rows.forEach(expectRow);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('measures a replay', async () => {
    (await benchReplay()).forEach(expectRow);
  });

  it('measures the usual queries', async () => {
    (await benchQuestions({ folder, openHouse, files: 40, filesSmall: 20 })).forEach(expectRow);
    expect(readdirSync(folder)).toEqual([]);
  });
});
