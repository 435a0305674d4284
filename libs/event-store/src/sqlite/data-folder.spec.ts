import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startChild } from '../child-process.fixture';
import type { DataFolderUnusable } from '../port';
import { newEvent, openStore, temporaryFolder } from '../store.fixture';

/** Opens the store in another process; returns that process and its first line. */
const openElsewhere = (folder: string, ...args: readonly string[]): ReturnType<typeof startChild> => {
  const hook = join(__dirname, '..', 'typescript-child.fixture.cjs');
  return startChild(['--require', hook, join(__dirname, 'store-child.fixture.ts'), folder, ...args]);
};

const failure = async (options: Parameters<typeof openStore>[0]): Promise<DataFolderUnusable> =>
  (await openStore(options).then(
    () => new Error('it opened'),
    (error: unknown) => error,
  )) as DataFolderUnusable;

/** A folder with a store of three events, closed. */
const closedStore = async (): Promise<string> => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await store.append('personalFile-a', 'none', [newEvent(), newEvent(), newEvent()]);
  await store.close();
  return folder;
};

it('a database that is damaged after an unclean end is named before anything is written to it', async () => {
  const folder = await closedStore();
  const file = join(folder, 'events.sqlite');
  const bytes = readFileSync(file);
  // An entry of the index: the length and types of its three values, then stream 1, revision 2 and position 3.
  const entry = bytes.lastIndexOf(Buffer.from([4, 9, 1, 1, 2, 3]));
  expect(entry).toBeGreaterThan(0);
  bytes[entry + 5] = 7;
  writeFileSync(file, bytes);
  await (await openStore({ folder })).close();
  writeFileSync(`${file}-wal`, Buffer.alloc(32));
  expect(await failure({ folder })).toMatchObject({
    reason: 'corrupt',
    message: expect.stringContaining('events.sqlite') as string,
  });
});

it('a data folder and its files are closed to others when it is opened for writing, whatever rights they had', async () => {
  const folder = await closedStore();
  writeFileSync(join(folder, 'read-models.sqlite'), '');
  const all = ['.', ...readdirSync(folder)];
  for (const name of all) chmodSync(join(folder, name), name === '.' ? 0o755 : 0o644);
  const store = await openStore({ folder });
  await store.append('personalFile-a', 2, [newEvent()]);
  for (const name of ['.', ...readdirSync(folder)])
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
});

describe('a new data folder', () => {
  it('is made for its owner alone, with two keys and a loud hint to move them', async () => {
    const folder = join(temporaryFolder(), 'not', 'yet');
    const store = await openStore({ folder });
    const rights = (name: string): string => (statSync(join(folder, name)).mode & 0o777).toString(8);
    expect([rights('.'), rights('master.key'), rights('signing.key')]).toEqual(['700', '600', '600']);
    expect(store.hints).toHaveLength(2);
    expect(store.hints[0]).toContain('RT_MASTER_KEY_FILE');
    expect(store.hints[1]).toContain('RT_SIGNING_KEY_FILE');
  });

  it('uses the configured keys and makes none', async () => {
    const first = await closedStore();
    const keys = { masterKeyFile: join(first, 'master.key'), signingKeyFile: join(first, 'signing.key') };
    const folder = temporaryFolder();
    const store = await openStore({ folder, ...keys });
    expect(store.hints).toEqual([]);
    await store.append('personalFile-a', 'none', [newEvent()]);
    await store.close();
    expect(() => statSync(join(folder, 'master.key'))).toThrow('ENOENT');
    expect(
      (await (await openStore({ folder, ...keys, mode: 'read' })).readStream('personalFile-a')).length,
    ).toBe(1);
  });

  it('is completed after a first start that was interrupted', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await store.close();
    rmSync(join(folder, 'events.sqlite'));
    const again = await openStore({ folder });
    await again.append('personalFile-a', 'none', [newEvent()]);
    expect(await again.verify()).toMatchObject({ ok: true, events: 1 });
  });

  it('is not made by a reader', async () => {
    expect(await failure({ folder: join(temporaryFolder(), 'none'), mode: 'read' })).toMatchObject({
      reason: 'missing',
    });
  });
});

describe('one writer', () => {
  it('is named by its process id, and leaves nothing to clean up when it is killed', async () => {
    const folder = await closedStore();
    const { child, said } = await openElsewhere(folder, 'write');
    expect(said).toBe('open');
    const refused = await failure({ folder });
    expect(refused).toMatchObject({ reason: 'locked' });
    expect(refused.message).toMatch(
      new RegExp(`process ${child.pid} \\(.*store-child.*\\) has written to it since \\d{4}-`),
    );
    const reader = await openStore({ folder, mode: 'read' });
    expect(await reader.readStream('personalFile-a')).toHaveLength(3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openStore({ folder });
    await store.append('personalFile-a', 2, [newEvent()]);
    expect((await openElsewhere(folder, 'write')).said).toMatch(
      new RegExp(`^locked .*process ${process.pid} `),
    );
    expect((await openElsewhere(folder, 'read')).said).toBe('open');
  });

  it('is the only one within a process too', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    expect(await failure({ folder })).toMatchObject({ reason: 'locked' });
    await store.close();
    await openStore({ folder });
  });
});

describe('a folder that cannot be used is refused with the reason', () => {
  it.each<[string, DataFolderUnusable['reason'], RegExp, (folder: string) => unknown]>([
    [
      'another master key',
      'wrongKey',
      /RT_MASTER_KEY_FILE/,
      (f) => writeFileSync(join(f, 'master.key'), randomBytes(32).toString('base64')),
    ],
    [
      'a master key that is none',
      'wrongKey',
      /master\.key: .*32 bytes/,
      (f) => writeFileSync(join(f, 'master.key'), 'abc'),
    ],
    [
      'a signing key that is none',
      'wrongKey',
      /signing\.key/,
      (f) => writeFileSync(join(f, 'signing.key'), 'abc'),
    ],
    ['no master key', 'missing', /master\.key.*RT_MASTER_KEY_FILE/s, (f) => rmSync(join(f, 'master.key'))],
    [
      'no signing key',
      'missing',
      /signing\.key.*RT_SIGNING_KEY_FILE/s,
      (f) => rmSync(join(f, 'signing.key')),
    ],
    ['no keys', 'missing', /keys\.sqlite.*backup/, (f) => rmSync(join(f, 'keys.sqlite'))],
    ['no events', 'missing', /(events\.sqlite|no store)/, (f) => rmSync(join(f, 'events.sqlite'))],
    [
      'events cut short',
      'corrupt',
      /events\.sqlite.*restore/,
      (f) => truncateSync(join(f, 'events.sqlite'), 8_192),
    ],
    [
      'events that are no database',
      'corrupt',
      /events\.sqlite.*restore/,
      (f) => writeFileSync(join(f, 'events.sqlite'), 'x'.repeat(9_000)),
    ],
    [
      'keys that are no database',
      'corrupt',
      /keys\.sqlite.*restore/,
      (f) => writeFileSync(join(f, 'keys.sqlite'), 'x'.repeat(9_000)),
    ],
    ['a newer layout', 'newerVersion', /newer version/, (f) => changeLayout(join(f, 'events.sqlite'), 99)],
    [
      'newer keys',
      'newerVersion',
      /keys\.sqlite.*newer version/,
      (f) => changeLayout(join(f, 'keys.sqlite'), 99),
    ],
  ])('%s', async (_, reason, message, damage) => {
    const folder = await closedStore();
    damage(folder);
    for (const mode of ['write', 'read'] as const) {
      const error = await failure({ folder, mode });
      expect(error).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason });
      expect(error.message).toMatch(message);
    }
  });

  it('the keys of another store', async () => {
    const [folder, other] = [await closedStore(), await closedStore()];
    copyFileSync(join(other, 'keys.sqlite'), join(folder, 'keys.sqlite'));
    expect(await failure({ folder })).toMatchObject({ reason: 'wrongKey' });
  });

  it('nothing is overwritten when it is refused', async () => {
    const folder = await closedStore();
    const master = readFileSync(join(folder, 'master.key'));
    rmSync(join(folder, 'master.key'));
    await failure({ folder });
    expect(() => statSync(join(folder, 'master.key'))).toThrow('ENOENT');
    writeFileSync(join(folder, 'master.key'), master);
    expect(await (await openStore({ folder })).verify()).toMatchObject({ ok: true, events: 3 });
  });

  it('a page in the middle that is damaged, when it is read', async () => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    const data = { text: 'x'.repeat(2_000) };
    for (let r = 0; r < 20; r++)
      await store.append('personalFile-a', r === 0 ? 'none' : r - 1, [newEvent({ data })]);
    await store.close();
    const file = join(folder, 'events.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4_096, bytes.length - 4_096);
    writeFileSync(file, bytes);
    const outcome = await openStore({ folder, mode: 'read' })
      .then((reader) => reader.verify())
      .catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason: 'corrupt' });
  });

  it('one that may not be written to', async () => {
    const folder = await closedStore();
    for (const name of ['events.sqlite', 'keys.sqlite', 'master.key', 'signing.key'])
      chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    const { said } = await openElsewhere(folder, 'write', 'withoutRights');
    chmodSync(folder, 0o700);
    expect(said).toMatch(/^readOnly .*rights/);
  });

  it('a file where the folder should be', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    expect(await failure({ folder })).toMatchObject({ reason: 'missing' });
  });
});

const changeLayout = (file: string, version: number): void => {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
};
