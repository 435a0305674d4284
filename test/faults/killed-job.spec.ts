import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Started } from '../e2e/started.fixture';
import { makeSmallHouse, REVIEW } from '../tamper/small-house';
import { HttpClient } from './http-client';
import { serve } from './served-folder';
import { suiteFolder } from './temporary-folder';

const jobs = 4;
let server: Started | undefined;
afterEach(async () => {
  await server?.end('SIGKILL');
});

it('a server that is killed with jobs under way says after the restart that they were interrupted, and answers new ones', async () => {
  const folder = path.join(suiteFolder(), 'data');
  await makeSmallHouse(folder, () => undefined);
  server = serve(folder);
  const inspector = new HttpClient('insp-1');
  let url = await server.url();
  const signIn = (): Promise<void> => inspector.signIn(url);
  const question = { address: `/api/v1/reviews/${REVIEW}/sample/verification` };
  const asks = async (): Promise<string> => {
    const { status, text } = await inspector.ask(url, question);
    expect([status, text]).toEqual([202, text]);
    return (JSON.parse(text) as { jobId: string }).jobId;
  };
  const job = async (id: string, query = ''): Promise<{ state: string; result: unknown }> => {
    const { status, text } = await inspector.ask(url, { address: `/api/v1/jobs/${id}${query}` });
    expect([status, text]).toEqual([200, text]);
    return JSON.parse(text) as { state: string; result: unknown };
  };
  await signIn();
  const asked: string[] = [];
  for (let n = 0; n < jobs; n++) asked.push(await asks());
  await server.end('SIGKILL');

  server = serve(folder);
  url = await server.url();
  await signIn();
  const states = [];
  for (const id of asked) states.push((await job(id)).state);
  expect(states.filter((state) => state !== 'done' && state !== 'interrupted')).toEqual([]);
  expect(states.at(-1)).toBe('interrupted');
  expect(await job(await asks(), '?wait=30')).toMatchObject({ state: 'done' });
  // Nothing of a question or an answer lies beside the sealed store of jobs.
  expect(
    readdirSync(folder).filter((name) => /job/.test(name) && !/^jobs\.(sqlite(-wal|-shm)?|mark)$/.test(name)),
  ).toEqual([]);
}, 120_000);
