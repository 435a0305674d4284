import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jobOf, jobStoreContract } from '../job-store.contract';
import { openSqliteJobStore } from './job-store.sqlite';

describe('the store of jobs in SQLite', () => {
  const key = createSecretKey(randomBytes(32));
  let folder: string;
  let damaged: number;
  let madeAnew: number;
  let lost: number;
  const file = () => path.join(folder, 'jobs.sqlite');
  const open = () =>
    openSqliteJobStore<string>(file(), {
      key,
      onDamaged: () => void (damaged += 1),
      onMadeAnew: () => void (madeAnew += 1),
      onRowsLost: () => void (lost += 1),
    });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-jobs-'));
    [damaged, madeAnew, lost] = [0, 0, 0];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  jobStoreContract('the adapter for SQLite', () => open());

  const done = jobOf('a', { state: 'done', endedAt: '2026-03-02T09:00:00.000Z' });

  it('says that a job is gone which nobody removed, and nothing of one that was removed', async () => {
    const store = open();
    await store.save(done, 'forty-two');
    await store.save(jobOf('b'));
    await store.save(jobOf('b', { state: 'running' }));
    await store.remove('a');
    await store.remove('a');
    await store.close();
    await open().close();
    expect(lost).toBe(0);
    const database = new DatabaseSync(file());
    database.exec('DELETE FROM job');
    database.close();
    await open().close();
    expect(lost).toBe(1);
  });

  it('shows neither who asked for what nor the answer to a reader of the folder', async () => {
    const store = open();
    await store.save(done, 'forty-two');
    const bytes = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'));
    for (const text of ['insp-1', 'how many', 'forty', '2026-03'])
      expect([text, bytes.some((each) => each.includes(text))]).toEqual([text, false]);
    await store.close();
  });

  it.each([
    ['the bytes of a job', `UPDATE job SET sealed = CAST(sealed || X'00' AS BLOB)`],
    ['the id of a job', `UPDATE job SET id = 'c'`],
    ['a job in the place of another', `UPDATE job SET sealed = (SELECT sealed FROM job WHERE id = 'b')`],
  ])('believes nothing where somebody has changed %s', async (_, change) => {
    const store = open();
    await store.save(done, 'forty-two');
    await store.save(jobOf('b'));
    const database = new DatabaseSync(file());
    database.exec(`${change} WHERE id = 'a'`);
    expect(await store.all()).toEqual([jobOf('b')]);
    expect([damaged, database.prepare('SELECT count(*) AS rows FROM job').get()?.rows]).toEqual([1, 1]);
    database.close();
    await store.close();
  });

  it('gives no result that somebody has changed', async () => {
    const store = open();
    await store.save(done, 'forty-two');
    const database = new DatabaseSync(file());
    database.exec(`UPDATE job SET result = CAST(result || X'00' AS BLOB)`);
    database.close();
    expect([await store.resultOf(done), damaged, await store.all()]).toEqual([undefined, 1, []]);
    await store.close();
  });

  it('is made anew where its file is damaged', async () => {
    const before = open();
    await before.save(done, 'forty-two');
    await before.close();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0xff, 4096, 8192));
    const store = open();
    expect([await store.all(), madeAnew]).toEqual([[], 1]);
    await store.save(jobOf('b'));
    expect(await store.all()).toEqual([jobOf('b')]);
    await store.close();
  });
});
