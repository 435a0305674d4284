import { createHash, createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteAccessLog } from '.';
import { searchMade, type LoggedTermKind } from '../access-entries';
import { AccessLogDamaged, type AccessLog } from '../access-log';
import { batchedWriter } from '../access-log.batched';
import { accessLogContract, openedBy } from '../access-log.contract';

const folder = mkdtempSync(join(tmpdir(), 'rt-access-'));
let files = 0;
let path: string;
beforeEach(() => {
  path = join(folder, `access-log-${(files += 1)}.sqlite`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const key = createSecretKey(Buffer.alloc(32, 1));
accessLogContract('SQLite', async () => openSqliteAccessLog(path, { key }));

describe('the access log in SQLite', () => {
  let log: AccessLog;
  beforeEach(() => {
    log = openSqliteAccessLog(path, { key });
  });
  afterEach(() => log.close());

  const tamper = (sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };
  const tampered = (sql: string) => {
    tamper(sql);
    return log.verify();
  };

  const wrong = (brokenAt: number, problem: string, entries: number) => ({
    ok: false,
    entries,
    takenOver: 0,
    brokenAt,
    problem,
  });

  it('finds a changed, a removed and an inserted entry, and says which', async () => {
    await log.append(['a', 'b', 'c'].map((fileId) => openedBy(fileId)));
    expect(await tampered("UPDATE access SET user_id = 'hl-2' WHERE number = 2")).toEqual(
      wrong(2, 'changed', 3),
    );
    await expect(log.entriesOf({ of: { fileId: 'b' } })).rejects.toThrow(AccessLogDamaged);
    await expect(log.lastReadings(['b'], { role: 'caseWorker', since: '' })).rejects.toThrow(
      AccessLogDamaged,
    );
    expect(await log.entriesOf({ of: { fileId: 'a' } })).toHaveLength(1);
    expect(await tampered('DELETE FROM access WHERE number = 1')).toEqual(wrong(1, 'changed', 2));
    await expect(log.entriesOf({ of: { fileId: 'c' } })).rejects.toThrow(AccessLogDamaged);
  });

  it('finds a renamed reader where every hash was computed anew', async () => {
    await log.append(['a', 'b', 'c'].map((fileId) => openedBy(fileId)));
    const db = new DatabaseSync(path);
    const rows = db.prepare('SELECT * FROM access ORDER BY number').all() as Row[];
    let prevHash = rows[1]?.prev_hash as string;
    for (const row of rows.slice(1)) {
      const renamed = { ...row, user_id: 'hl-9', prev_hash: prevHash };
      prevHash = createHash('sha256')
        .update(JSON.stringify(hashed(renamed)))
        .digest('hex');
      db.prepare('UPDATE access SET user_id = ?, prev_hash = ?, hash = ? WHERE number = ?').run(
        renamed.user_id,
        renamed.prev_hash,
        prevHash,
        row['number'] as number,
      );
    }
    db.prepare('UPDATE head SET hash = ?').run(prevHash);
    db.close();
    expect(await log.verify()).toEqual(wrong(2, 'changed', 3));
    await expect(log.entriesOf({ of: { fileId: 'b' } })).rejects.toThrow(AccessLogDamaged);
  });

  it('finds that the last entry or all entries were deleted, even after further entries', async () => {
    await log.append(['a', 'b', 'c'].map((fileId) => openedBy(fileId)));
    expect(await tampered('DELETE FROM access WHERE number = 3')).toEqual(wrong(3, 'cutTail', 2));
    await expect(log.entriesOf({ of: { fileId: 'a' } })).rejects.toThrow(AccessLogDamaged);
    await expect(log.head()).rejects.toThrow(AccessLogDamaged);
    await log.append([openedBy('d')]);
    expect(await log.verify()).toEqual(wrong(3, 'changed', 3));
    await expect(log.entriesOf({ of: { fileId: 'd' } })).rejects.toThrow(AccessLogDamaged);
    expect(await tampered('DELETE FROM access')).toEqual(wrong(1, 'cutTail', 0));
  });

  it('goes on where the record of the last entry was changed, raises the alarm, and says so for ever', async () => {
    let alarms = 0;
    const watched = openSqliteAccessLog(path, { key, onEndLost: () => (alarms += 1) });
    await watched.append([openedBy('a'), openedBy('b')]);
    tamper('DELETE FROM access WHERE number = 2; UPDATE head SET entries = 1');
    await watched.append([openedBy('c')]);
    expect(alarms).toBe(1);
    expect(await watched.verify()).toEqual(wrong(2, 'changed', 3));
    await watched.append([openedBy('d')]);
    expect([alarms, await watched.verify()]).toEqual([1, wrong(2, 'changed', 4)]);
    await watched.close();
  });

  it('believes no entry that another installation’s key authenticated', async () => {
    await log.append([openedBy('a')]);
    const other = openSqliteAccessLog(path, { key: createSecretKey(Buffer.alloc(32, 2)) });
    expect(await other.verify()).toMatchObject({ ok: false, brokenAt: 1, problem: 'changed' });
    await other.close();
  });

  it('finds every flipped bit of an entry', async () => {
    const seed = process.env['RT_SEED'] ?? String(Date.now() % 1_000_000);
    await log.append([openedBy('a', { scope: 'on=2026-03-02' })]);
    const columns = 'number at user_id role relation purpose action file_id scope prev_hash hash mac'.split(
      ' ',
    );
    let state = Number(seed);
    const next = (below: number): number =>
      (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let flip = 0; flip < 60; flip += 1) {
      const db = new DatabaseSync(path);
      const before = db.prepare('SELECT * FROM access').get() as Row;
      const column = columns[next(columns.length)] as string;
      const value = before[column] as string | number;
      const flipped =
        typeof value === 'number'
          ? value ^ (1 << (1 + next(5)))
          : flipBit(value, next(value.length), next(7));
      db.prepare(`UPDATE access SET ${column} = ?`).run(flipped);
      db.close();
      expect({ seed, column, flipped, ok: (await log.verify()).ok }).toMatchObject({ ok: false });
      if (column !== 'file_id')
        await expect(log.entriesOf({ of: { fileId: 'a' } })).rejects.toThrow(AccessLogDamaged);
      tamper(`UPDATE access SET ${column} = ${typeof value === 'number' ? value : `'${value}'`}`);
    }
    expect(await log.verify()).toMatchObject({ ok: true });
  });

  it('takes the entries of the first version over once, and notes how many there were', async () => {
    await log.append([openedBy('a'), openedBy('b')]);
    await log.close();
    tamper(
      'DROP TABLE head; DROP INDEX access_by_user; ALTER TABLE access DROP COLUMN mac; PRAGMA user_version = 0',
    );
    log = openSqliteAccessLog(path, { key });
    await log.append([openedBy('c')]);
    expect(await log.verify()).toEqual({ ok: true, entries: 4, takenOver: 2 });
    const [note] = await log.entriesOf({ of: { userId: 'system' } });
    expect(note).toMatchObject({ number: 3, role: 'system', action: 'takenOver', scope: 'rows=2' });
    await log.close();
    log = openSqliteAccessLog(path, { key });
    expect(await log.verify()).toEqual({ ok: true, entries: 4, takenOver: 2 });
  });

  it('takes a wrong entry of the first version over as wrong', async () => {
    await log.append([openedBy('a'), openedBy('b')]);
    await log.close();
    tamper(`DROP TABLE head; DROP INDEX access_by_user; ALTER TABLE access DROP COLUMN mac; PRAGMA user_version = 0;
      UPDATE access SET user_id = 'hl-9' WHERE number = 1`);
    log = openSqliteAccessLog(path, { key });
    expect(await log.verify()).toMatchObject({ ok: false, brokenAt: 1, problem: 'changed' });
  });

  it('waits for another process’s lock without blocking, and gives up with a code', async () => {
    const holder = new DatabaseSync(path);
    holder.exec('BEGIN IMMEDIATE');
    const writer = batchedWriter(log);
    let longestMs = 0;
    let beatAt = performance.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - beatAt);
      beatAt = performance.now();
    }, 5);
    const short = writer.write(openedBy('a'));
    setTimeout(() => holder.exec('COMMIT'), 400);
    await short;
    expect(await log.entriesOf({ of: { fileId: 'a' } })).toHaveLength(1);
    holder.exec('BEGIN IMMEDIATE');
    const long = ['b', 'c', 'd'].map((fileId) => writer.write(openedBy(fileId)));
    const begunAt = performance.now();
    for (const each of await Promise.allSettled(long))
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'ACCESS_LOG_BUSY' } });
    expect(performance.now() - begunAt).toBeLessThan(8_000);
    clearInterval(beat);
    expect(longestMs).toBeLessThan(1_000);
    holder.exec('ROLLBACK');
    holder.close();
    await writer.write(openedBy('e'));
  }, 20_000);

  it('is copied whole while it is in use, readable by the owner only', async () => {
    await log.append([openedBy('a')]);
    const copyFile = `${path}.copy`;
    await log.copyTo(copyFile);
    await log.append([openedBy('b')]);
    expect(statSync(copyFile).mode & 0o777).toBe(0o600);
    const copy = openSqliteAccessLog(copyFile, { key, acceptsEnd: true });
    expect(await copy.verify()).toEqual({ ok: true, entries: 1, takenOver: 0 });
    expect((await copy.verify([await log.head()])).problem).toBe('otherThanSigned');
    await copy.close();
  });

  it('rejects where it cannot write, so that nothing is answered', async () => {
    tamper('DROP TABLE access; CREATE VIEW access AS SELECT 1 AS number, 2 AS hash');
    await expect(log.append([openedBy('a')])).rejects.toThrow();
  });

  it.each(['access RENAME COLUMN scope TO scopd', 'head RENAME TO heae', 'head RENAME COLUMN mac TO mab'])(
    'is refused as damaged where a flipped bit has changed its tables: %s',
    async (change) => {
      await log.append([openedBy('a')]);
      await log.close();
      tamper(`ALTER TABLE ${change}`);
      expect(() => openSqliteAccessLog(path, { key })).toThrow(/its tables are damaged; it is evidence/);
      log = openSqliteAccessLog(join(folder, 'another.sqlite'), { key });
    },
  );

  it('stores that a user searched and by what kind of term, and has no place for the term', async () => {
    const { at, userId, role, relation, purpose } = openedBy('a');
    const reader = { at, userId, role, relation, purpose, term: 'Exempelsson' };
    await log.append([searchMade(reader, 'name')]);
    expect(() => searchMade(reader, 'Exempelsson' as LoggedTermKind)).toThrow(
      'a search is by one of LOGGED_TERM_KINDS',
    );
    const db = new DatabaseSync(path, { readOnly: true });
    const rows = db.prepare('SELECT * FROM access').all();
    db.close();
    expect(rows).toEqual([expect.objectContaining({ action: 'search', scope: 'by=name', file_id: null })]);
    expect(JSON.stringify(rows)).not.toContain('Exempelsson');
    expect(await log.verify()).toEqual({ ok: true, entries: 1, takenOver: 0 });
  });
});

type Row = Readonly<Record<string, string | number | null>>;

/** What the hash of an entry covers. */
const hashed = (row: Row) =>
  'number at user_id role relation purpose action file_id scope prev_hash'
    .split(' ')
    .map((name) => row[name]);

const flipBit = (text: string, at: number, bit: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
