import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { temporaryFolder } from '../store.fixture';
import { sha256 } from '../sealing/envelope';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { GroupCommit } from './group-commit';
import { LogWriter, type AppendOutcome, type AppendRequest } from './log-writer';
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
const closeAll = async (): Promise<void> => {
  for (const resource of opened.splice(0)) await resource.close();
};
afterEach(closeAll);

const openWriter = (
  commits: number[] = [],
): { writer: GroupCommit; stored: () => number; rows: () => readonly unknown[] } => {
  const { file, rows } = openRows();
  const writer = new GroupCommit({ file, waitMs: 0 }, (appends) => commits.push(appends));
  opened.unshift(writer);
  return { writer, stored: () => rows().length, rows };
};

/** A new log file and its rows. */
const openRows = (): { file: string; rows: () => readonly unknown[] } => {
  const file = join(temporaryFolder(), 'events.sqlite');
  const database = openDatabase(file, 'write', eventLogSchema);
  opened.push(database);
  const select = database.prepare(
    'SELECT name, revision, hash, envelope, sealed FROM events JOIN streams ON stream = number ORDER BY position',
  );
  return { file, rows: () => select.all() };
};

const appendMany = (writer: GroupCommit, count: number): Promise<AppendOutcome[]> =>
  Promise.all(Array.from({ length: count }, () => writer.append(request(randomUUID()))));

/** Appends until the writer is in its worker thread; returns the number of appends. */
const untilInThread = async (writer: GroupCommit): Promise<number> => {
  let appended = 0;
  for (; !writer.inThread; appended += 20) await appendMany(writer, 20);
  return appended;
};

it('commits the appends of one turn together, in this thread while the load is low', async () => {
  const commits: number[] = [];
  const { writer } = openWriter(commits);
  await appendMany(writer, 10);
  await appendMany(writer, 3);
  expect(commits).toEqual([10, 3]);
  expect(writer.inThread).toBe(false);
});

it('moves to a worker thread under load, works as before there, and comes back', async () => {
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

it('sends the worker a second full group while it writes the first, and no third', async () => {
  const commits: number[] = [];
  const { writer, stored } = openWriter(commits);
  const appended = await untilInThread(writer);
  commits.length = 0;
  await appendMany(writer, 100);
  expect(commits).toEqual([32, 32, 36]);
  expect(stored()).toBe(appended + 100);
});

it('answers and stores the same as appends one by one, in any grouping and in either thread', async () => {
  const event = fc.record({
    stream: fc.nat(5),
    off: fc.constantFrom(0, 0, 0, 0, -1, 1),
    again: fc.boolean(),
  });
  const turns = fc.array(fc.array(event, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(turns, fc.boolean(), async (run, inThread) => {
      const grouped = openWriter();
      if (inThread) await untilInThread(grouped.writer);
      const alone = openRows();
      const writer = new LogWriter({ file: alone.file, waitMs: 0 });
      opened.push(writer);
      const before = grouped.rows();
      const requests = requestsOf(run);
      const expected = requests.map((turn) => turn.map((each) => writer.appendGroup([each])[0]));
      const answers: (AppendOutcome | undefined)[][] = [];
      for (const turn of requests)
        answers.push(await Promise.all(turn.map((each) => grouped.writer.append(each))));
      expect(answers).toEqual(expected.map((turn) => turn.map((outcome) => after(outcome, before.length))));
      expect(grouped.rows().slice(before.length)).toEqual(alone.rows());
      await closeAll();
    }),
    { numRuns: 30 },
  );
});

/** The same outcome in a store that held this many events before. */
const after = (outcome: AppendOutcome | undefined, events: number): AppendOutcome | undefined =>
  outcome?.is === 'stored' ? { ...outcome, firstPosition: outcome.firstPosition + events } : outcome;

/** Requests with mostly the right expected revision; some have a lower or higher one, and some are sent twice. */
const requestsOf = (
  run: readonly (readonly { stream: number; off: number; again: boolean }[])[],
): AppendRequest[][] => {
  const revisions = new Map<number, number>();
  return run.map((turn) =>
    turn.flatMap(({ stream, off, again }) => {
      const revision = revisions.get(stream) ?? -1;
      if (off === 0) revisions.set(stream, revision + 1);
      const at = revision + off;
      const made = request(`personalFile-${stream}`, at < 0 ? 'none' : at);
      return again ? [made, made] : [made];
    }),
  );
};

it('appends whose worker dies are stored or of unknown outcome, and can be sent again', async () => {
  const { writer, stored } = openWriter();
  const appended = await untilInThread(writer);
  // Two groups that the worker has been sent, and one that it has not.
  const pending = Array.from({ length: 80 }, (_, i) => request(`personalFile-${i}`));
  const first = pending.map((each) =>
    writer.append(each).then(
      ({ is }) => is,
      (error: unknown) => (error as { code: string }).code,
    ),
  );
  await new Promise(setImmediate);
  const { thread } = writer as unknown as { thread: WriterThread };
  await thread.end();
  for (const [i, outcome] of (await Promise.all(first)).entries()) {
    expect(['stored', 'OUTCOME_UNKNOWN']).toContain(outcome);
    const again = (await writer.append(pending[i] as AppendRequest)).is;
    expect(outcome === 'stored' ? ['repeated'] : ['stored', 'repeated']).toContain(again);
  }
  expect(stored()).toBe(appended + 80);
  expect(writer.inThread).toBe(false);
});

it('closing writes the waiting appends', async () => {
  const { writer, stored } = openWriter();
  const appended = await untilInThread(writer);
  const waiting = appendMany(writer, 50);
  await writer.close();
  await waiting;
  expect(stored()).toBe(appended + 50);
  opened.shift();
});
