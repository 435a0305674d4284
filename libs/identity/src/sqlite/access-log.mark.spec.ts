import { createSecretKey } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteAccessLog } from '.';
import type { AccessLog } from '../access-log';
import { openedBy } from '../access-log.contract';

const key = createSecretKey(Buffer.alloc(32, 1));
let folder: string;
let alarms: number;
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rt-access-mark-'));
  alarms = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const inLog = async <Answer>(
  work: (log: AccessLog) => Promise<Answer>,
  options: { readonly acceptsEnd?: boolean } = {},
): Promise<Answer> => {
  const log = openSqliteAccessLog(at('log.sqlite'), { key, onEndLost: () => (alarms += 1), ...options });
  try {
    return await work(log);
  } finally {
    await log.close();
  }
};
const append = (...fileIds: readonly string[]): Promise<void> =>
  inLog((log) => log.append(fileIds.map((fileId) => openedBy(fileId))));
const verified = () => inLog((log) => log.verify());
const sql = (statements: string): void => {
  const db = new DatabaseSync(at('log.sqlite'));
  db.exec(statements);
  db.close();
};
const putBack = (from: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(at(`log.sqlite${end}`), { force: true });
  cpSync(at(from), at('log.sqlite'));
};

describe('the mark of the last entry, outside the database', () => {
  it('finds a copy of the log that was put back: the next opening notes it, and reading is refused', async () => {
    await append('a', 'b');
    cpSync(at('log.sqlite'), at('older'));
    await append('c');
    expect([alarms, (await verified()).ok]).toEqual([0, true]);
    putBack('older');
    expect(await verified()).toMatchObject({ ok: false, brokenAt: 3, problem: 'changed' });
    expect(alarms).toBe(1);
    await expect(inLog((log) => log.entriesOf({ of: { fileId: 'a' } }))).rejects.toMatchObject({
      code: 'ACCESS_LOG_DAMAGED',
    });
    await append('d');
    expect([alarms, await verified()]).toMatchObject([1, { ok: false, brokenAt: 3 }]);
  });

  it('finds it also under a running program, whose head was set back with it', async () => {
    await inLog(async (log) => {
      await log.append([openedBy('a')]);
      sql('CREATE TABLE kept AS SELECT * FROM head');
      await log.append([openedBy('b')]);
      sql('DELETE FROM access WHERE number = 2; DELETE FROM head; INSERT INTO head SELECT * FROM kept');
      await expect(log.entriesOf({ of: { fileId: 'a' } })).rejects.toMatchObject({ entry: 2 });
      await log.append([openedBy('c')]);
      expect(await log.verify()).toMatchObject({ ok: false, brokenAt: 2 });
    });
    expect(alarms).toBe(1);
  });

  it('is not made of the head of an older copy, and is missed where it is gone or changed', async () => {
    await append('a');
    const [head] = [new DatabaseSync(at('log.sqlite')).prepare('SELECT * FROM head').get()];
    for (const forge of [
      () => rmSync(at('log.mark')),
      () => writeFileSync(at('log.mark'), 'x'),
      () => writeFileSync(at('log.mark'), JSON.stringify(head).padEnd(512).repeat(2)),
    ]) {
      forge();
      const before = alarms;
      expect(await verified()).toMatchObject({ ok: false, problem: 'markLost' });
      expect(alarms).toBe(before + 1);
    }
  });

  it('finds that the whole log was deleted', async () => {
    await append('a', 'b');
    for (const end of ['', '-wal', '-shm']) rmSync(at(`log.sqlite${end}`), { force: true });
    expect(await verified()).toMatchObject({ ok: false, brokenAt: 1, entries: 1 });
  });

  it('is made for a log of an earlier version, and where a restore says so', async () => {
    await append('a');
    sql('ALTER TABLE head DROP COLUMN missing; PRAGMA user_version = 2');
    rmSync(at('log.mark'));
    expect([await verified(), existsSync(at('log.mark'))]).toMatchObject([{ ok: true }, true]);
    rmSync(at('log.mark'));
    await inLog(async () => undefined, { acceptsEnd: true });
    expect([alarms, await verified()]).toMatchObject([0, { ok: true }]);
  });

  it('keeps the mark before, whichever slot a crash leaves half written', async () => {
    await append('a');
    await append('b');
    const bytes = readFileSync(at('log.mark'));
    for (const slot of [0, 512]) {
      const torn = Buffer.from(bytes);
      torn.fill(0, slot, slot + 512);
      writeFileSync(at('log.mark'), torn);
      expect(await verified()).toMatchObject({ ok: true });
    }
  });
});

describe('a repair of the log', () => {
  const repair = (by = 'op-1') =>
    inLog((log) => log.repair({ by, at: '2026-03-05T08:00:00.000Z', signed: [], aside: at('aside.sqlite') }));
  const ids = (log: AccessLog) =>
    log.entriesOf({ of: { userId: 'hl-1' } }).then((entries) => entries.map(({ fileId }) => fileId));

  it('changes nothing in a whole log', async () => {
    await append('a');
    expect(await repair()).toBeUndefined();
    expect([existsSync(at('aside.sqlite')), (await verified()).entries]).toEqual([false, 1]);
  });

  it('deletes what is not authentic, notes what is gone, and is said from then on; other gaps are not excused', async () => {
    await append('a', 'b', 'c', 'd', 'e', 'f');
    sql("UPDATE access SET user_id = 'x' WHERE number = 2; DELETE FROM access WHERE number IN (4, 6)");
    expect(await repair()).toEqual({
      deleted: 1,
      lost: [
        [2, 2],
        [4, 4],
        [6, 6],
      ],
      unsure: [],
    });
    const noted = {
      number: 7,
      userId: 'op-1',
      lost: [
        [2, 2],
        [4, 4],
        [6, 6],
      ],
    };
    expect(await verified()).toMatchObject({ ok: true, entries: 4, repairs: [noted] });
    expect(await inLog(ids)).toEqual(['a', 'c', 'e']);
    const aside = new DatabaseSync(at('aside.sqlite'), { readOnly: true });
    expect(aside.prepare('SELECT count(*) AS n FROM access').get()).toEqual({ n: 4 });
    aside.close();
    expect(await repair()).toBeUndefined();
    await append('g');
    sql('DELETE FROM access WHERE number = 3');
    expect(await verified()).toMatchObject({ ok: false, brokenAt: 3, repairs: [noted] });
    await expect(inLog(ids)).rejects.toMatchObject({ code: 'ACCESS_LOG_DAMAGED' });
  });

  it('goes on after a copy that was put back, after a lost mark and a lost head', async () => {
    await append('a');
    cpSync(at('log.sqlite'), at('older'));
    await append('b');
    putBack('older');
    expect(await repair()).toMatchObject({ lost: [[2, 2]] });
    rmSync(at('log.mark'));
    sql('DELETE FROM head');
    rmSync(at('aside.sqlite'));
    expect((await verified()).ok).toBe(false);
    expect(await repair('op-2')).toMatchObject({ lost: [] });
    const after = await verified();
    expect([after.ok, after.repairs?.map(({ userId }) => userId)]).toEqual([true, ['op-1', 'op-2']]);
    await append('c');
    expect(await inLog(ids)).toEqual(['a', 'c']);
  });

  it('cannot be noted without the key: an inserted note is no entry', async () => {
    await append('a', 'b');
    sql(`DELETE FROM access WHERE number = 1;
      INSERT INTO access SELECT 3, at, user_id, role, relation, purpose, 'repaired', NULL, 'lost=1-1', hash, hash, mac FROM access`);
    expect(await verified()).toMatchObject({ ok: false, brokenAt: 1 });
  });
});
