import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whyNotWritable } from '@rt/event-store/sqlite';
import { WriteProbe } from './write-probe';

describe('the databases in which nothing can be written', () => {
  let folder: string;
  let probe: WriteProbe;
  let open: DatabaseSync[];
  const file = (name: string) => path.join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-probe-'));
    open = ['a.sqlite', 'b.sqlite'].map((name) => {
      const database = new DatabaseSync(file(name));
      database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x TEXT) STRICT; PRAGMA user_version = 7');
      return database;
    });
    probe = new WriteProbe(folder, whyNotWritable, () => false);
  });
  afterEach(() => {
    for (const database of open) database.close();
    rmSync(folder, { recursive: true });
  });

  it('are none while all is well: a page of each was written, and says what it said', async () => {
    const before = readFileSync(file('a.sqlite-wal')).length;
    expect(await probe.unwritable()).toEqual([]);
    expect(readFileSync(file('a.sqlite-wal')).length).toBeGreaterThan(before);
    expect(open[0]?.prepare('PRAGMA user_version').get()).toEqual({ user_version: 7 });
  });

  it('are tried at most once a second', async () => {
    await probe.unwritable();
    const before = readFileSync(file('a.sqlite-wal')).length;
    await Promise.all([probe.unwritable(), probe.unwritable()]);
    expect(readFileSync(file('a.sqlite-wal')).length).toBe(before);
  });

  it('are one that is locked for long, but not one that is locked for a moment', async () => {
    open[1]?.exec('BEGIN IMMEDIATE');
    setTimeout(() => open[1]?.exec('COMMIT'), 150);
    expect(await probe.unwritable()).toEqual([]);
    open[1]?.exec('BEGIN IMMEDIATE');
    expect(await new WriteProbe(folder, whyNotWritable, () => false).unwritable()).toEqual([
      { file: 'b.sqlite', reason: 'locked' },
    ]);
  });

  it('are one that is damaged, and one that has disappeared since the last time', async () => {
    expect(await probe.unwritable()).toEqual([]);
    for (const database of open.splice(0)) database.close();
    renameSync(file('a.sqlite'), file('a.moved'));
    writeFileSync(file('b.sqlite'), 'This is a letter and no database. '.repeat(200));
    const realNow = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(realNow + 5_000);
    expect(await probe.unwritable()).toEqual([
      { file: 'a.sqlite', reason: 'missing' },
      { file: 'b.sqlite', reason: 'corrupt' },
    ]);
    jest.restoreAllMocks();
  });

  it('are not those that another process writes', async () => {
    open[1]?.exec('BEGIN IMMEDIATE');
    expect(await new WriteProbe(folder, whyNotWritable, (name) => name === 'b.sqlite').unwritable()).toEqual(
      [],
    );
  });
});
