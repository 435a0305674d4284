/**
 * Writes to a data folder until its disk is full, then makes room and continues. Arguments: `<folder> <seed> [<pagesMax>]`. Without arguments
 * it only loads. `pagesMax` limits the size of the database in place of a small disk, for machines that cannot mount one. Every line of its output
 * is a `FullDiskLine`.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DataFolderUnusable } from '@rt/event-store';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import type { Line } from './load.child';
import { workOf, type WorkAnswer, type WorkCommand } from './workload';
import { writeSide } from './write-side';

export type FullDiskLine =
  | Extract<Line, { at: 'acknowledged' }>
  | { readonly at: 'full'; readonly reason: string; readonly message: string }
  | { readonly at: 'whileFull'; readonly ok: boolean; readonly events: number }
  | { readonly at: 'commandLine'; readonly exitCode: number | null; readonly err: string };

const [folder = '', seed = '', pagesMax] = process.argv.slice(2);
const writers = 16;
/** A file that takes up space on the disk. Deleting it makes room again. */
const ballast = path.join(folder, 'ballast');
const ballastBytes = 6_000_000;
const commandsAfterwards = 5;

const say = (line: FullDiskLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);
const clock = { now: () => '2026-12-31T12:00:00.000Z' };
const open = (limit?: number): ReturnType<typeof openSqliteEventStore> =>
  openSqliteEventStore({ folder, mode: 'write', clock, ...(limit !== undefined && { pagesMax: limit }) });

const run = async (): Promise<void> => {
  if (pagesMax === undefined) writeFileSync(ballast, Buffer.alloc(ballastBytes));
  let store = await open(pagesMax === undefined ? undefined : Number(pagesMax));
  let carryOut = await writeSide(store, clock);
  const work = Array.from({ length: writers }, (_, writer) => workOf(seed, writer));
  const next: WorkCommand[] = work.map((commands) => commands.next().value);
  const counted: number[] = [];
  const advance = async (writer: number): Promise<void> => {
    const answer: WorkAnswer = await carryOut(next[writer] as WorkCommand);
    say({ at: 'acknowledged', writer, nth: counted[writer] ?? 0, answer });
    counted[writer] = (counted[writer] ?? 0) + 1;
    next[writer] = work[writer]?.next(answer).value as WorkCommand;
  };
  const untilFull = async (writer: number): Promise<void> => {
    try {
      for (;;) await advance(writer);
    } catch (error) {
      if (!(error instanceof DataFolderUnusable)) throw error;
      say({ at: 'full', reason: error.reason, message: error.message });
    }
  };
  await Promise.all(work.map((_, writer) => untilFull(writer)));
  const { ok, events } = await store.verify();
  say({ at: 'whileFull', ok, events });
  if (pagesMax === undefined) {
    await store.close();
    fillToTheBrim();
    const { exitCode, err } = commandLine();
    say({ at: 'commandLine', exitCode, err });
    rmSync(ballast);
    store = await open();
  } else {
    await store.close();
    store = await open();
  }
  carryOut = await writeSide(store, clock);
  for (let n = 0; n < commandsAfterwards; n++) await Promise.all(work.map((_, writer) => advance(writer)));
  await store.close();
};

/** Fills the remaining space, so that not even one page of the database fits. */
const fillToTheBrim = (): void => {
  for (const bytes of [65_536, 4_096, 1]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
};

const commandLine = (): { exitCode: number | null; err: string } => {
  const hook = path.join(__dirname, 'typescript-hook.cjs');
  const main = path.join(__dirname, '..', '..', 'apps', 'cli', 'src', 'main.ts');
  const person = {
    name: 'Exempel Exempelsson',
    identity: { kind: 'birthDate', value: '1984-05-17' },
    sex: 'female',
    protectedIdentity: false,
  };
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, main, 'open', '--data-dir', folder],
    {
      input: JSON.stringify({ person, occurredOn: '2026-01-05' }),
      encoding: 'utf8',
      env: { ...process.env, RT_LANG: 'en' },
    },
  );
  return { exitCode: status, err: stderr };
};

const end = folder === '' ? Promise.resolve() : run();
end.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
