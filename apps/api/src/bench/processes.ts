import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in its own process. */
export interface ServerProcess {
  readonly url: string;
  close(): Promise<void>;
}

const script = (...name: readonly string[]): string =>
  `${path.join(__dirname, ...name)}${path.extname(__filename)}`;

/** Starts the server on a folder in the usual way. It writes its log as usual, but the output is discarded. */
export const startServerProcess = async (dataDir: string): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [...process.execArgv, script('..', 'main')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, RT_DATA_DIR: dataDir, RT_PORT: '0', RT_REQUESTS_PER_MINUTE: '9999999' },
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const banner = /Röda tråden: (http:\S+)/;
  while (!banner.test(said)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
    await Promise.race([ended, once(child.stderr, 'data')]);
  }
  return {
    url: banner.exec(said)?.[1] as string,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** Starts the bare server. @param answer its answer to a request to open a file */
export const startBareProcess = async (answer: string): Promise<ServerProcess> => {
  const child = fork(script('bare.main'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send(answer);
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};

/** Signs in as a user of the demo directory. @returns the cookie */
export const signIn = async (url: string, userId: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};

/** Waits until the server is ready. */
export const untilReady = async (url: string): Promise<void> => {
  while (!(await fetch(`${url}/health/ready`)).ok) await sleep(5);
};
