import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { temporaryFolder } from '../store.fixture';
import { sha256 } from '../sealing/envelope';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { GroupCommit } from './group-commit';
import type { AppendOutcome, AppendRequest } from './log-writer';
import type { WriterThread } from './writer-thread';

const request = (
  stream: string,
  expectedRevision: AppendRequest['expectedRevision'] = 'none',
  id = randomUUID(),
): AppendRequest => ({
  stream,
  expectedRevision,
  events: [{ envelope: JSON.stringify({ id }), hash: sha256(id), sealed: Buffer.from(id) }],
});

const opened: { close(): void | Promise<void> }[] = [];
afterEach(async () => {
  for (const resource of opened.splice(0)) await resource.close();
});

const openWriter = (commits: number[] = []): { writer: GroupCommit; stored: () => number } => {
  const file = join(temporaryFolder(), 'events.sqlite');
  const database = openDatabase(file, 'write', eventLogSchema);
  const writer = new GroupCommit({ file, waitMs: 0 }, (appends) => commits.push(appends));
  opened.push(writer, database);
  const count = database.prepare('SELECT count(*) AS n FROM events');
  return { writer, stored: () => (count.get() as { n: number }).n };
};

const appendMany = (writer: GroupCommit, count: number): Promise<AppendOutcome[]> =>
  Promise.all(Array.from({ length: count }, () => writer.append(request(randomUUID()))));

/** Load until the writer has its own thread. */
const untilInThread = async (writer: GroupCommit): Promise<number> => {
  let appended = 0;
  for (; !writer.inThread; appended += 20) await appendMany(writer, 20);
  return appended;
};

it('what arrives in one turn is committed at once, in this thread while there is little', async () => {
  const commits: number[] = [];
  const { writer } = openWriter(commits);
  await appendMany(writer, 10);
  await appendMany(writer, 3);
  expect(commits).toEqual([10, 3]);
  expect(writer.inThread).toBe(false);
});

it('has a thread of its own under load, where everything goes on as before, and comes back', async () => {
  const { writer, stored } = openWriter();
  let appended = await untilInThread(writer);
  const outcomes = await appendMany(writer, 100);
  appended += 100;
  expect(stored()).toBe(appended);
  const positions = outcomes.map((outcome) => (outcome.is === 'stored' ? outcome.firstPosition : 0));
  expect(new Set(positions).size).toBe(100);
  expect(Math.max(...positions)).toBe(appended);

  const first = request('personalFile-1');
  expect(await writer.append(first)).toEqual({ is: 'stored', firstPosition: appended + 1 });
  expect(await writer.append(first)).toEqual({ is: 'repeated' });
  expect(await writer.append(request('personalFile-1'))).toEqual({ is: 'conflict', actual: 0 });
  expect(await writer.deleteStream('personalFile-1', 1)).toEqual({ is: 'conflict', actual: 0 });
  expect(await writer.deleteStream('personalFile-1', 0)).toEqual({ is: 'erased' });
  expect(await writer.append(request('personalFile-1', 0))).toEqual({ is: 'erased' });
  expect(writer.inThread).toBe(true);

  for (let revision = -1; writer.inThread; revision++) {
    const outcome = await writer.append(request('personalFile-2', revision < 0 ? 'none' : revision));
    expect(outcome).toEqual({ is: 'stored', firstPosition: appended + revision + 3 });
  }
  const before = stored();
  await writer.append(request('personalFile-3'));
  expect(stored()).toBe(before + 1);
});

it('an append whose thread dies is stored or of unknown outcome, and can be sent again', async () => {
  const { writer, stored } = openWriter();
  const appended = await untilInThread(writer);
  const pending = request('personalFile-1');
  const first = writer.append(pending).then(
    ({ is }) => is,
    (error: unknown) => (error as { code: string }).code,
  );
  await new Promise(setImmediate);
  const { thread } = writer as unknown as { thread: WriterThread };
  await thread.end();
  const outcome = await first;
  expect(['stored', 'OUTCOME_UNKNOWN']).toContain(outcome);
  const again = (await writer.append(pending)).is;
  expect(outcome === 'stored' ? ['repeated'] : ['stored', 'repeated']).toContain(again);
  expect(stored()).toBe(appended + 1);
  expect(writer.inThread).toBe(false);
});

it('closing writes what waits', async () => {
  const { writer, stored } = openWriter();
  const appended = await untilInThread(writer);
  const waiting = appendMany(writer, 50);
  await writer.close();
  await waiting;
  expect(stored()).toBe(appended + 50);
  opened.shift();
});
