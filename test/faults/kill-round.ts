import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../libs/demo/src/chance';
import type { Line, Orders } from './load.child';

/** When the process is killed: `delayMs` milliseconds after it has printed a line `at` for the `times`-th time. */
export interface KillMoment {
  readonly at: Line['at'];
  readonly times: number;
  readonly delayMs: number;
}

/** A random moment: most often under load, otherwise before the store is open, between two batches of the projection, or during a checkpoint or backup. */
export const momentFrom = (chance: Chance): KillMoment => {
  const at = chance.pick<Line['at']>([
    ...(['start', 'caughtUp', 'checkpoint', 'backup'] as const),
    ...Array<'acknowledged'>(5).fill('acknowledged'),
  ]);
  const timesMax = { acknowledged: 200, caughtUp: 4, start: 1, checkpoint: 2, backup: 2, checkpointTaken: 1 };
  return { at, times: chance.whole(1, timesMax[at]), delayMs: chance.whole(0, at === 'start' ? 30 : 8) };
};

/** If the moment does not come within this time, the process is killed then. */
const latestMs = 20_000;

/** Starts a child process that loads its program and waits for orders, so that a round does not wait for the loading. */
export const standBy = (transpiled: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--require', path.join(__dirname, 'typescript-hook.cjs'), path.join(__dirname, 'load.child.ts')],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, RT_TRANSPILED: transpiled } },
  );

/**
 * Gives the child process its orders, kills it at the moment, and returns the lines that it printed before.
 * @throws Error with its stderr if the process ended by itself
 */
export const killAt = async (
  child: ChildProcess,
  orders: Orders,
  moment: KillMoment,
): Promise<readonly Line[]> => {
  const said: Line[] = [];
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  let times = 0;
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (text) => {
    // The kill may have cut the last line short.
    const line = parsed(text);
    if (line === undefined) return;
    said.push(line);
    if (line.at === moment.at && ++times === moment.times) void killAfter(child, moment.delayMs);
  });
  // Writing to a process that has already ended fails. The error thrown below carries its stderr, which says why it ended.
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(`${JSON.stringify(orders)}\n`);
  const latest = setTimeout(() => child.kill('SIGKILL'), latestMs);
  const [code, signal] = await ended;
  clearTimeout(latest);
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself (${code ?? signal}): ${complaint}`);
  return said;
};

/** Kills a child process that is no longer needed, unless it has ended already. */
export const dismiss = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
};

const killAfter = async (child: ChildProcess, delayMs: number): Promise<void> => {
  if (delayMs > 0) await sleep(delayMs);
  child.kill('SIGKILL');
};

const parsed = (text: string): Line | undefined => {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
};
