/**
 * Runs a server on a data folder, makes its disk fail, asks for what it says and does, and mends the disk. Arguments: `<folder> full|error`. `full`: the
 * disk is filled to the brim. `error`: the kernel refuses every write to a file (EFBIG), which SQLite sees as an error of the disk. Without
 * arguments it only loads. Every line of its output is an `UnwritableLine`.
 */
import 'reflect-metadata';
import '../../apps/api/src/projections/projection.thread';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../../apps/api/src/server';

export interface UnwritableLine {
  readonly when: 'before' | 'meanwhile' | 'afterwards';
  readonly asked: string;
  readonly status: number;
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}

const [folder = '', way = ''] = process.argv.slice(2);
const ballast = path.join(folder, 'ballast');

const fillToTheBrim = (): void => {
  for (const bytes of [65_536, 4_096, 1]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
};

const limitFiles = (bytes: string): void => {
  const { status } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
  if (status !== 0) process.exit(96);
};

const ways: Readonly<Record<string, { readonly fail: () => void; readonly mend: () => void }>> = {
  full: { fail: fillToTheBrim, mend: () => rmSync(ballast) },
  error: { fail: () => limitFiles('1'), mend: () => limitFiles('unlimited') },
};

const run = async ({
  fail,
  mend,
}: {
  readonly fail: () => void;
  readonly mend: () => void;
}): Promise<void> => {
  const server = await startServer(
    {
      house: { dataDir: folder, municipality: 'exempelstad' },
      host: '127.0.0.1',
      port: 0,
      requestsPerMinuteMax: 100_000,
      checkpoints: { every: 1_000_000 },
      scrub: { days: 7 },
      logLevel: 'silent',
      language: 'en',
    },
    { threadArgs: ['--require', path.join(__dirname, 'typescript-hook.cjs')] },
  );
  let when: UnwritableLine['when'] = 'before';
  let cookie = '';
  let key = 0;
  const ask = async (method: string, address: string, body?: unknown): Promise<Response> =>
    fetch(`${server.url}${address}`, {
      method,
      headers: {
        // A sign-in with a cookie would end the session of the cookie.
        ...(address !== '/api/v1/session' && { cookie }),
        'content-type': 'application/json',
        'idempotency-key': `key-${(key += 1)}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const say = async (method: string, address: string, body?: unknown): Promise<unknown> => {
    const answer = await ask(method, address, body);
    const text = await answer.text();
    const said = text === '' ? undefined : (JSON.parse(text) as Partial<UnwritableLine>);
    const { code, errors } = said ?? {};
    const line: UnwritableLine = {
      ...{ when, asked: `${method} ${address.replace(fileId, ':fileId')}`, status: answer.status },
      ...(code !== undefined && { code, errors }),
    };
    writeSync(1, `${JSON.stringify(line)}\n`);
    return said;
  };
  let fileId = ':none';
  const signIn = { userId: 'hl-farsta-1' };
  const person = {
    name: 'Exempel Exempelsson',
    identity: { kind: 'birthDate', value: '1984-05-17' },
    sex: 'female',
    protectedIdentity: false,
  };
  const note = { type: 'NoteWritten', occurredOn: '2026-01-05', data: { text: 'Ringde.' } };
  const round = async (): Promise<void> => {
    await say('GET', '/health/ready');
    await say('POST', '/api/v1/session', signIn);
    await say('POST', '/api/v1/files', { person });
    await say('POST', `/api/v1/files/${fileId}/events`, note);
    await say('GET', `/api/v1/files/${fileId}`);
    await say('GET', '/api/v1/worklist');
  };

  const began = await ask('POST', '/api/v1/session', signIn);
  cookie = began.headers.get('set-cookie')?.split(';')[0] ?? '';
  ({ fileId } = (await say('POST', '/api/v1/files', { person })) as { fileId: string });
  await round();
  fail();
  // What was tried within the last second still counts.
  await sleep(1_200);
  when = 'meanwhile';
  await round();
  mend();
  await sleep(1_200);
  when = 'afterwards';
  for (let tries = 0; tries < 100 && !(await ask('GET', '/health/ready')).ok; tries++) await sleep(200);
  await round();
  await server.close();
};

const end = way === '' ? Promise.resolve() : run(ways[way] as (typeof ways)[string]);
// Without a listener the signal, which comes with the error, would end the process.
process.on('SIGXFSZ', () => undefined);
end.then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
