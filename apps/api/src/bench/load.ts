/** Starts the load generator, with its orders and its answers. It runs in its own process, so that it takes no time from the server. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** One address. The generator requests each address in turn, again and again. */
export interface Target {
  readonly path: string;
  /** Left out for a GET. */
  readonly body?: string;
}

export interface Load {
  readonly url: string;
  readonly cookie: string;
  readonly targets: readonly Target[];
  readonly connections: number;
  readonly requests: number;
  /** The load ends after this time, even if fewer than `requests` requests have been sent. */
  readonly secondsMax: number;
}

export interface LoadAnswer {
  readonly requests: number;
  readonly seconds: number;
  /** The first answer that had no success status. */
  readonly failed?: string;
}

/** The number of requests per second. @throws if an answer had no success status */
export const rateUnder = async (load: Load): Promise<number> => {
  const child = fork(path.join(__dirname, `load.main${path.extname(__filename)}`), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(load);
  const [answer] = (await once(child, 'message')) as [LoadAnswer];
  child.disconnect();
  if (answer.failed !== undefined) throw new Error(`the load met ${answer.failed}`);
  return answer.requests / answer.seconds;
};
