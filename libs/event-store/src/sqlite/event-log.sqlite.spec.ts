import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventLogContract } from '../event-log.contract';
import { eraseStream, collect, newEvent, openStore, temporaryFolder } from '../store.fixture';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { SqliteEventLog } from './event-log.sqlite';
import { GroupCommit } from './group-commit';

const openLog = (): Promise<SqliteEventLog> => {
  const file = join(temporaryFolder(), 'events.sqlite');
  const database = openDatabase(file, 'write', eventLogSchema);
  const log = new SqliteEventLog(
    database,
    new GroupCommit({ file, waitMs: 0 }, () => log.wakeFollowers()),
    file,
  );
  logs.push(log);
  return Promise.resolve(log);
};

const logs: SqliteEventLog[] = [];
afterEach(async () => {
  for (const log of logs.splice(0)) await log.close();
});

eventLogContract('SQLite', openLog);

describe('appends that arrive together', () => {
  it('share a transaction, and each is stored completely or not at all', async () => {
    const commits: number[] = [];
    const folder = temporaryFolder();
    const store = await openStore({ folder, onCommit: (appends) => commits.push(appends) });
    const streams = Array.from({ length: 40 }, () => `personalFile-${randomUUID()}`);
    await Promise.all(streams.map((stream) => store.append(stream, 'none', [newEvent()])));
    commits.length = 0;
    const outcomes = await Promise.allSettled(
      streams.flatMap((stream) => [
        store.append(stream, 0, [newEvent(), newEvent(), newEvent()]),
        store.append(stream, 0, [newEvent(), newEvent()]),
      ]),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
    expect(commits).toEqual([80]);
    for (const stream of streams) expect([3, 4]).toContain((await store.readStream(stream)).length);
    expect(await store.verify()).toMatchObject({ ok: true, streams: 40 });
  });

  it('all fail when the disk is full, and every acknowledged event is stored', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder, pagesMax: 60 });
    const acknowledged: string[] = [];
    const big = { text: 'x'.repeat(3_000) };
    const writer = async (): Promise<unknown> => {
      const stream = `personalFile-${randomUUID()}`;
      for (let revision = -1; ; revision += 2) {
        try {
          const events = [newEvent({ data: big }), newEvent({ data: big })];
          await store.append(stream, revision < 0 ? 'none' : revision, events);
          acknowledged.push(...events.map(({ id }) => id));
        } catch (error) {
          return error;
        }
      }
    };
    const errors = await Promise.all([writer(), writer(), writer()]);
    for (const error of errors) expect(error).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason: 'full' });
    expect(acknowledged.length).toBeGreaterThan(10);
    const stored = await collect(store.readAll());
    expect(stored.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
    expect(await store.verify()).toMatchObject({ ok: true, events: acknowledged.length });
    await store.close();
    const larger = await openStore({ folder });
    const [first] = stored;
    const last = await larger.readStream(first?.stream as string);
    await larger.append(first?.stream as string, last.length - 1, [newEvent()]);
    expect(await larger.verify()).toMatchObject({ ok: true, events: acknowledged.length + 1 });
  });
});

describe('the file', () => {
  it('is durable at every commit and overwrites what is deleted', async () => {
    const file = join(temporaryFolder(), 'events.sqlite');
    const database = openDatabase(file, 'write', eventLogSchema);
    const pragma = (name: string): unknown =>
      Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('secure_delete')).toBe(1);
    const tables = database.prepare('PRAGMA table_list').all() as {
      name: string;
      schema: string;
      strict: number;
    }[];
    expect(tables.filter(({ name }) => !name.startsWith('sqlite_')).map(({ strict }) => strict)).toEqual([
      1, 1, 1,
    ]);
    database.close();
  });

  it('is read by another connection while it is written', async () => {
    const folder = temporaryFolder();
    const writer = await openStore({ folder });
    await writer.append('personalFile-a', 'none', [newEvent()]);
    const reader = await openStore({ folder, mode: 'read' });
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const batch of reader.follow({ signal: stop.signal })) {
      seen.push(...batch.map(({ revision }) => revision));
      if (seen.length < 3) await writer.append('personalFile-a', seen.length - 1, [newEvent()]);
      else stop.abort();
    }
    expect(seen).toEqual([0, 1, 2]);
    await expect(reader.append('personalFile-a', 2, [newEvent()])).rejects.toMatchObject({
      reason: 'readOnly',
    });
  });

  it('leaves no trace of an erased stream or a destroyed key', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    const { events } = await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
    await store.append('personalFile-b', 'none', [newEvent(), newEvent()]);
    const rows = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    expect(rows.prepare('SELECT count(*) AS n FROM keys').get()).toMatchObject({ n: 2 });
    await eraseStream(store, 'personalFile-a', 1);
    expect(
      rows.prepare("SELECT count(*) AS n FROM keys WHERE stream = 'personalFile-a'").get(),
    ).toMatchObject({ n: 0 });
    rows.close();
    await store.close();
    const bytes = readFileSync(join(folder, 'events.sqlite'));
    expect(bytes.includes(events[0]?.id as string)).toBe(false);
    expect(readFileSync(join(folder, 'keys.sqlite')).includes(events[0]?.keyId as string)).toBe(false);
  });
});
