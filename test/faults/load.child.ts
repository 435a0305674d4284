/**
 * The process that is killed: on the first line of its input, an `Orders`, it opens a data folder and works in it until it dies. Every command
 * that was acknowledged, and everything else that the parent may wait for, is a line on stdout, out of the process before the next command begins.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteEventStore, type Checkpoint, type SqliteEventStore } from '@rt/event-store/sqlite';
import { catchUp, type ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import { RULESET_STREAM } from './write-side';
import { workOf, type Answer } from './workload';
import { writeSide, type CarryOut } from './write-side';

export interface Orders {
  readonly folder: string;
  readonly seed: string;
  /** Per writer, what it was answered in earlier lives. The last of it is asked again, in case it was not heard what came of it. */
  readonly answers: readonly (readonly Answer[])[];
  /** Where each backup is made, in a folder of its own; checkpoints are taken too. */
  readonly backups?: string;
}

export type Line =
  | { readonly at: 'start' | 'caughtUp' | 'checkpoint' }
  | { readonly at: 'backup'; readonly folder: string }
  | { readonly at: 'acknowledged'; readonly writer: number; readonly nth: number; readonly answer: Answer }
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
  for (;;) {
    await catchUp({ store, db, rulesetStream: RULESET_STREAM, batchSize: 100, onProgress });
    await sleep(1);
  }
};

const write = async (
  carryOut: CarryOut,
  commands: ReturnType<typeof workOf>,
  writer: number,
  known: readonly Answer[],
): Promise<never> => {
  let { value: command } = commands.next();
  for (const answer of known.slice(0, -1)) ({ value: command } = commands.next(answer));
  for (let nth = Math.max(0, known.length - 1); ; nth++) {
    const answer = await carryOut(command);
    say({ at: 'acknowledged', writer, nth, answer });
    ({ value: command } = commands.next(answer));
  }
};

/** Takes checkpoints and backups, one after the other. */
const keep = async (store: SqliteEventStore, backups: string): Promise<never> => {
  for (let n = 0; ; n++) {
    await sleep(20);
    say({ at: 'checkpoint' });
    say({ at: 'checkpointTaken', checkpoint: await store.checkpoint() });
    const folder = path.join(backups, String(n));
    say({ at: 'backup', folder });
    await store.backup(folder);
  }
};

// A process that is killed writes no cache when it ends.
flushCompileCache();

const lines = createInterface({ input: process.stdin });
lines.once('line', (orders) => {
  work(JSON.parse(orders) as Orders).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
// A parent that is gone kills nobody any more.
lines.once('close', () => process.exit(0));
