import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../libs/demo/src/chance';
import type { Line, Orders } from './load.child';

/** When the process is killed: so many milliseconds after it has said a word so many times. */
export interface Moment {
  readonly at: Line['at'];
  readonly times: number;
  readonly delayMs: number;
}

/** Mostly under load; also before the store is open, between two batches of the read models, within a checkpoint or a backup. */
export const momentFrom = (chance: Chance): Moment => {
  const at = chance.pick<Line['at']>([
    ...(['start', 'caughtUp', 'checkpoint', 'backup'] as const),
    ...Array<'acknowledged'>(5).fill('acknowledged'),
  ]);
  const timesMax = { acknowledged: 200, caughtUp: 4, start: 1, checkpoint: 2, backup: 2, checkpointTaken: 1 };
  return { at, times: chance.whole(1, timesMax[at]), delayMs: chance.whole(0, at === 'start' ? 30 : 8) };
};

/** A moment that does not come (the work may be done before) is this one. */
const latestMs = 20_000;

/** A child that has loaded its program and waits for orders: rounds need not wait for that. */
export const standBy = (transpiled: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--require', path.join(__dirname, 'typescript-hook.cjs'), path.join(__dirname, 'load.child.ts')],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, RT_TRANSPILED: transpiled } },
  );

/**
 * Lets the child work, kills it at the moment, and tells all that it said before it died.
 * @throws Error with what it wrote on stderr, where it ended by itself
 */
export const killAt = async (
  child: ChildProcess,
  orders: Orders,
  moment: Moment,
): Promise<readonly Line[]> => {
  const said: Line[] = [];
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  let times = 0;
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (text) => {
    // The last line may have been cut short.
    const line = parsed(text);
    if (line === undefined) return;
    said.push(line);
    if (line.at === moment.at && ++times === moment.times) void killAfter(child, moment.delayMs);
  });
  // A child that has ended already takes no orders; what it wrote on stderr says why.
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(`${JSON.stringify(orders)}\n`);
  const latest = setTimeout(() => child.kill('SIGKILL'), latestMs);
  const [code, signal] = await ended;
  clearTimeout(latest);
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself (${code ?? signal}): ${complaint}`);
  return said;
};

/** Ends a child that is not needed any more, if it has not ended by itself. */
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
