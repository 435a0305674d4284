import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { temporaryFolder } from '../store.fixture';
import { sha256 } from '../sealing/envelope';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { GroupCommit } from './group-commit';
import { LogWriter, type AppendOutcome, type AppendRequest } from './log-writer';

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

it('commits the appends of one turn together, in groups of a limited size', async () => {
  const commits: number[] = [];
  const { writer } = openWriter(commits);
  await appendMany(writer, 10);
  await appendMany(writer, 3);
  await appendMany(writer, 600);
  expect(commits).toEqual([10, 3, 512, 88]);
});

it('answers and stores the same as appends one by one, in any grouping', async () => {
  const event = fc.record({
    stream: fc.nat(5),
    off: fc.constantFrom(0, 0, 0, 0, -1, 1),
    again: fc.boolean(),
  });
  const turns = fc.array(fc.array(event, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(turns, async (run) => {
      const grouped = openWriter();
      const alone = openRows();
      const writer = new LogWriter({ file: alone.file, waitMs: 0 });
      opened.push(writer);
      const requests = requestsOf(run);
      const expected = requests.map((turn) => turn.map((each) => writer.appendGroup([each])[0]));
      const answers: (AppendOutcome | undefined)[][] = [];
      for (const turn of requests)
        answers.push(await Promise.all(turn.map((each) => grouped.writer.append(each))));
      expect(answers).toEqual(expected);
      expect(grouped.rows()).toEqual(alone.rows());
      await closeAll();
    }),
    { numRuns: 30 },
  );
});

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

it('closing writes the waiting appends', async () => {
  const { writer, stored } = openWriter();
  const waiting = appendMany(writer, 50);
  writer.close();
  await waiting;
  expect(stored()).toBe(50);
  opened.shift();
});
