/** What a load generator is told to do, and what it answers: it runs in a process of its own, so that it takes no turn from the server. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** One address, asked again and again in its turn. */
export interface Target {
  readonly path: string;
  /** Left out: a GET. */
  readonly body?: string;
}

export interface Load {
  readonly url: string;
  readonly cookie: string;
  readonly targets: readonly Target[];
  readonly connections: number;
  readonly requests: number;
  /** Ends earlier than `requests` where they take longer. */
  readonly secondsMax: number;
}

export interface LoadAnswer {
  readonly requests: number;
  readonly seconds: number;
  /** The first answer that was no success. */
  readonly failed?: string;
}

/** Requests per second. @throws where one was not answered with success */
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
