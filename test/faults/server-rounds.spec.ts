import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint } from '@rt/event-store/sqlite';
import { Chance } from '../../libs/demo/src/chance';
import type { Started } from '../e2e/started.fixture';
import { seed } from './seed';
import { checkServed, makeServedFolder, serve, writersAt } from './served-folder';
import { suiteFolder } from './temporary-folder';
import type { Writer } from './writer';

const rounds = Number(process.env.RT_SERVER_ROUNDS ?? 5);

let server: Started | undefined;
afterEach(async () => {
  await server?.end('SIGKILL');
});

/** Lets all writers work, and calls `end` after the given number of answers. @returns the error that ended each writer's work, if there was one */
const workUntil = async (
  url: string,
  writers: readonly Writer[],
  answers: number,
  end: () => Promise<unknown>,
): Promise<readonly (Error | undefined)[]> => {
  let reached = (): void => undefined;
  const enough = new Promise<void>((resolve) => (reached = resolve));
  let answered = 0;
  const ended = Promise.all(
    writers.map((writer) => writer.work(url, () => ++answered >= answers && reached())),
  );
  const tooEarly = ended.then((errors) => {
    if (answered >= answers) return;
    throw new Error(`the server ended by itself: ${errors.join('; ')}\n${server?.text}`);
  });
  await Promise.race([enough, tooEarly]);
  await end();
  return ended;
};

it(
  `SIGKILL of the server under load, ${rounds} times (seed ${seed}): what was answered is stored once, and was logged`,
  async () => {
    const folder = path.join(suiteFolder(), 'data');
    await makeServedFolder(folder);
    let checkpoint: Checkpoint | undefined;
    let writers: readonly Writer[] = [];
    for (let round = 0; round < rounds; round++) {
      const chance = new Chance(`${seed}/server/${round}`);
      if (round > 0 && chance.happens(25)) {
        // The server is also killed while it starts, so that an interrupted recovery is recovered again.
        server = serve(folder);
        await sleep(chance.whole(0, 1_500));
        await server.end('SIGKILL');
      }
      server = serve(folder);
      const url = await server.url();
      if (round === 0) writers = await writersAt(url);
      await Promise.all(writers.map((writer) => writer.repeat(url)));
      const answers = chance.whole(1, 400);
      const delayMs = chance.whole(0, 8);
      try {
        await workUntil(url, writers, answers, async () => {
          await sleep(delayMs);
          await server?.end('SIGKILL');
        });
        checkpoint = await checkServed(folder, writers, checkpoint);
      } catch (error) {
        const text = `round ${round} of seed ${seed}: killed ${delayMs} ms after ${answers} answers`;
        throw new Error(`${text}\n${(error as Error).message}`, { cause: error });
      }
    }
    server = serve(folder);
    const url = await server.url();
    await Promise.all(writers.map((writer) => writer.repeat(url)));
    expect(await server.end('SIGTERM')).toEqual({ code: 0 });
    expect(writers.flatMap(({ steps }) => steps).filter(({ answer }) => answer === undefined)).toEqual([]);
    await checkServed(folder, writers, checkpoint);
    const answered = writers.reduce((sum, { steps, opened }) => sum + steps.length + opened, 0);
    process.stdout.write(`server rounds: ${rounds} ran, ${answered} answers, seed ${seed}\n`);
  },
  60_000 + rounds * 30_000,
);

it('SIGTERM under load: every request that had begun is answered with `Connection: close`, and its step is stored', async () => {
  const folder = path.join(suiteFolder(), 'data');
  await makeServedFolder(folder);
  server = serve(folder);
  const url = await server.url();
  const writers = await writersAt(url);
  const ending = { code: undefined as number | null | undefined };
  const endings = await workUntil(url, writers, 200, async () => {
    ({ code: ending.code } = (await server?.end('SIGTERM')) as { code: number | null });
  });
  expect(endings).toEqual(writers.map(() => undefined));
  expect(ending.code).toBe(0);
  expect(writers.flatMap(({ steps }) => steps).filter(({ answer }) => answer === undefined)).toEqual([]);
  await checkServed(folder, writers);
}, 120_000);
