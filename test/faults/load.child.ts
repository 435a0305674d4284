/**
 * The process that the kill rounds kill. It reads an `Orders` from the first line of its input, opens the data folder and writes to it until it
 * dies. It prints a line for every acknowledged command and for everything else that the parent may wait for. Printing is synchronous, so the
 * line has left the process before the next command begins.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { earlierCheckpoint } from '@rt/event-store/integrity/earlier-checkpoint.fixture';
import { openSqliteEventStore, type Checkpoint, type SqliteEventStore } from '@rt/event-store/sqlite';
import { catchUp, type ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import { rulesetOf } from './write-side';
import { workOf, type WorkAnswer } from './workload';
import { writeSide, type CarryOut } from './write-side';

export interface Orders {
  readonly folder: string;
  readonly seed: string;
  /** Per writer, the answers that earlier processes gave. The command of the last answer is sent again, to check that the answer stays the same. */
  readonly answers: readonly (readonly WorkAnswer[])[];
  /** The folder in which every backup gets a folder of its own. If it is given, checkpoints are taken as well. */
  readonly backups?: string;
}

export type Line =
  | { readonly at: 'start' | 'caughtUp' | 'checkpoint' }
  | { readonly at: 'backup'; readonly folder: string }
  | {
      readonly at: 'acknowledged';
      readonly writer: number;
      readonly nth: number;
      readonly answer: WorkAnswer;
    }
  | { readonly at: 'checkpointTaken'; readonly checkpoint: Checkpoint };

const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const work = async ({ folder, seed, answers, backups }: Orders): Promise<void> => {
  say({ at: 'start' });
  const clock = { now: () => '2026-12-31T12:00:00.000Z' };
  const store = await openSqliteEventStore({ folder, mode: 'write', clock });
  const carryOut = await writeSide(store, clock);
  const db = await openReadDatabase(path.join(folder, 'read-models.sqlite'));
  await Promise.all([
    follow(store, db),
    ...answers.map((known, writer) => write(carryOut, workOf(seed, writer), writer, known)),
    ...(backups === undefined ? [] : [keep(store, backups)]),
  ]);
};

const follow = async (store: SqliteEventStore, db: ReadDatabase): Promise<never> => {
  const onProgress = (): void => say({ at: 'caughtUp' });
  const ruleset = rulesetOf(store);
  for (;;) {
    await catchUp({ store, db, ruleset, batchSize: 100, onProgress });
    await sleep(1);
  }
};

const write = async (
  carryOut: CarryOut,
  commands: ReturnType<typeof workOf>,
  writer: number,
  known: readonly WorkAnswer[],
): Promise<never> => {
  let { value: command } = commands.next();
  for (const answer of known.slice(0, -1)) ({ value: command } = commands.next(answer));
  for (let nth = Math.max(0, known.length - 1); ; nth++) {
    const answer = await carryOut(command);
    say({ at: 'acknowledged', writer, nth, answer });
    ({ value: command } = commands.next(answer));
  }
};

/** Takes a checkpoint and a backup in turn, for ever. */
const keep = async (store: SqliteEventStore, backups: string): Promise<never> => {
  for (let n = 0; ; n++) {
    await sleep(20);
    say({ at: 'checkpoint' });
    say({ at: 'checkpointTaken', checkpoint: await earlierCheckpoint(store) });
    const folder = path.join(backups, String(n));
    say({ at: 'backup', folder });
    await store.backup(folder);
  }
};

// Node writes the compile cache when a process ends, but not when it is killed, so the cache is written now.
flushCompileCache();

const lines = createInterface({ input: process.stdin });
lines.once('line', (orders) => {
  work(JSON.parse(orders) as Orders).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
// If the parent has ended, no one kills this process, so it ends by itself.
lines.once('close', () => process.exit(0));
