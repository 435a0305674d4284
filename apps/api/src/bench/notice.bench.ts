import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { benchRow, type BenchRow } from '@rt/read-models/bench';
import { OWNER, steps, type BenchFiles } from './files';
import type { Target } from './load';
import { signIn, startServerProcess } from './processes';

export interface NoticeBenchOptions {
  readonly dataDir: string;
  readonly files: BenchFiles;
  readonly steps: number;
}

const latestMs = 250;
/** Users who write at the same time, each about 20 steps a second. Together they write more than all case workers of a city. */
const writers = 4;
const pauseMs = 50;
/** Steps at the beginning that are not counted, because the server has just started and has not compiled its code yet. */
const warmUpSteps = 150;

/**
 * The time from the acknowledgement of a step until another client, which listens, has its notice. Reports the time that 99 of 100 notices stay
 * within.
 */
export const benchNotice = async (options: NoticeBenchOptions): Promise<readonly BenchRow[]> => {
  const { dataDir, files } = options;
  const server = await startServerProcess(dataDir);
  try {
    const cookie = await signIn(server.url, OWNER.userId);
    const heard = await listen(server.url, await signIn(server.url, OWNER.userId));
    const acknowledged = new Map<string, number>();
    const targets = steps(files);
    let begun = 0;
    const write = async (): Promise<void> => {
      while (begun < warmUpSteps + options.steps) {
        const position = await record(server.url, cookie, targets[begun++ % targets.length] as Target);
        acknowledged.set(position, performance.now());
        await sleep(pauseMs);
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
    const last = Math.max(...[...acknowledged.keys()].map(Number));
    while ((heard.at(-1)?.position ?? 0) < last) await sleep(5);
    const counted = [...acknowledged].slice(warmUpSteps);
    const waits = counted.map(([position, at]) => {
      const notice = heard.find((item) => item.position >= Number(position)) as Heard;
      return Math.max(0, notice.at - at);
    });
    const value = waits.sort((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1] as number;
    const row = 'acknowledged step to its notice at another client, ms, 99 of 100';
    return [benchRow(row, value, latestMs, latestMs / value, 1)];
  } finally {
    await server.close();
  }
};

/** The instant at which the client had received everything up to a position. */
interface Heard {
  readonly position: number;
  readonly at: number;
}

const listen = async (url: string, cookie: string): Promise<readonly Heard[]> => {
  const heard: Heard[] = [];
  const asked = get(`${url}/api/v1/events-stream`, { headers: { cookie } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let rest = '';
  answer.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() as string;
    for (const line of lines)
      if (line.startsWith('id: ')) heard.push({ position: Number(line.slice(4)), at: performance.now() });
  });
  // When the server stops, it ends the stream; that is no error here.
  answer.on('error', () => undefined);
  return heard;
};

/** Records a step. @returns the position in the answer */
const record = async (url: string, cookie: string, { path, body }: Target): Promise<string> => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(body !== undefined && { body }),
  });
  const { position } = (await answer.json()) as { readonly position?: string };
  if (position === undefined) throw new Error(`a step was answered with ${answer.status}`);
  return position;
};
