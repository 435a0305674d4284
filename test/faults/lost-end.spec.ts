import { cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Started } from '../e2e/started.fixture';
import { expectRefusal, note, rt } from './command-line';
import { checkServed, makeServedFolder, serve, writersAt } from './served-folder';
import { suiteFolder } from './temporary-folder';
import type { Writer } from './writer';

const answersBeforeTheKill = 300;

let server: Started | undefined;
afterEach(async () => {
  await server?.end('SIGKILL');
});

const killUnderLoad = async (folder: string): Promise<readonly Writer[]> => {
  await makeServedFolder(folder);
  server = serve(folder);
  const url = await server.url();
  const writers = await writersAt(url);
  let answered = 0;
  let enough = (): void => undefined;
  const reached = new Promise<void>((resolve) => (enough = resolve));
  const onAnswer = (): void => void (++answered >= answersBeforeTheKill && enough());
  const ended = Promise.all(writers.map((writer) => writer.work(url, onAnswer)));
  await reached;
  await server.end('SIGKILL');
  await ended;
  return writers;
};

const flip = (file: string, place: number): void => {
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] as number) ^ 1;
  writeFileSync(file, bytes);
};

it('a server that was killed under load starts again; without the end of its write-ahead log it does not, and says what is missing', async () => {
  const killed = path.join(suiteFolder(), 'killed');
  const writers = await killUnderLoad(killed);
  const damages: readonly [string, (wal: string) => void][] = [
    ['deleted', (wal) => rmSync(wal)],
    ['cut to half', (wal) => truncateSync(wal, Math.floor(statSync(wal).size / 2))],
    ['one bit of its last page', (wal) => flip(wal, statSync(wal).size - 2_000)],
  ];
  for (const [name, damage] of damages) {
    const folder = path.join(suiteFolder(), 'data');
    cpSync(killed, folder, { recursive: true });
    const wal = path.join(folder, 'events.sqlite-wal');
    damage(wal);
    const bytes = (): Buffer => (existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0));
    const left = bytes();
    server = serve(folder);
    expect([name, await server.close()]).toEqual([name, { code: 3 }]);
    expect(server.text).toMatch(
      /durable\.mark knows position \d+, of 2026-06-01T.*are missing.*restore.*lost --accept/,
    );
    const record = await rt(['record', writers[0]?.fileId as string, '--data-dir', folder], {
      stdin: note('Refused.'),
    });
    expectRefusal(record, /are missing/);
    expect(await rt(['lost', '--data-dir', folder])).toMatchObject({
      exitCode: 1,
      out: expect.stringMatching(/The events at positions \d+ to \d+ are missing.*2026-06-01T/) as string,
    });
    // What is left of the log stays as it was, for inspection.
    expect(bytes().equals(left)).toBe(true);

    expect(await rt(['lost', '--accept', '--data-dir', folder])).toMatchObject({ exitCode: 0 });
    server = serve(folder);
    await server.url();
    expect(await server.end('SIGTERM')).toEqual({ code: 0 });
    const verified = await rt(['verify', '--json', '--data-dir', folder]);
    expect(JSON.parse(verified.out)).toMatchObject({ problems: [] });
  }
  server = serve(killed);
  await server.url();
  expect(await server.end('SIGTERM')).toEqual({ code: 0 });
  await checkServed(killed, writers);
}, 180_000);
