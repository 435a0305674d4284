import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteEventStore } from '.';
import { eraseStream, fixedClock, newEvent, openStore, temporaryFolder } from '../store.fixture';
import { restoreBackup } from './restore';

/** A store in use: `acknowledged` gives the number of events stored so far, `stop` ends the writers. */
const inUse = (store: SqliteEventStore): { acknowledged: () => number; stop: () => Promise<void> } => {
  let running = true;
  let count = 0;
  const writer = async (n: number): Promise<void> => {
    for (let file = 0; running; file++) {
      const stream = `personalFile-${n}-${file}`;
      for (let revision = 0; revision < 5 && running; revision++) {
        await store.append(stream, revision === 0 ? 'none' : revision - 1, [newEvent()]);
        count++;
      }
    }
  };
  const writers = [writer(1), writer(2), writer(3)];
  return {
    acknowledged: () => count,
    stop: async () => {
      running = false;
      await Promise.all(writers);
    },
  };
};

const withKeysOf = (folder: string): string => {
  const target = temporaryFolder();
  for (const key of ['master.key', 'signing.key']) copyFileSync(join(folder, key), join(target, key));
  return target;
};

it('copies a store while it is written to; the restored store verifies and accepts appends', async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  const use = inUse(store);
  while (use.acknowledged() < 100) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = use.acknowledged();
  const target = join(temporaryFolder(), 'backup');
  const manifest = await store.backup(target);
  const after = use.acknowledged();
  await use.stop();

  expect(manifest.events).toBeGreaterThanOrEqual(before);
  expect(manifest.events).toBeLessThanOrEqual(after + 3);
  expect(readdirSync(target).sort()).toEqual(['backup.json', 'events.sqlite', 'keys.sqlite']);
  const everything = readdirSync(target).map((name) => readFileSync(join(target, name)));
  const master = readFileSync(join(folder, 'master.key'), 'utf8').trim();
  for (const bytes of everything) {
    expect(bytes.includes(master)).toBe(false);
    expect(bytes.includes(Buffer.from(master, 'base64'))).toBe(false);
    expect(bytes.includes('PRIVATE KEY')).toBe(false);
  }

  const restored = withKeysOf(folder);
  const { verification } = await restoreBackup({ from: target, folder: restored, clock: fixedClock });
  expect(verification).toMatchObject({
    ok: true,
    events: manifest.events,
    streams: manifest.checkpoint.streams.length,
  });
  const again = await openStore({ folder: restored });
  expect(await again.lastPosition()).toBe(manifest.lastPosition);
  const { stream, lastRevision } = manifest.checkpoint.streams[0] as { stream: string; lastRevision: number };
  expect(await again.readStream(stream)).toEqual(await store.readStream(stream, { to: lastRevision }));
  await again.append(stream, lastRevision, [newEvent()]);
  expect(await again.verify({ against: manifest.checkpoint })).toMatchObject({
    ok: true,
    events: manifest.events + 1,
  });
  expect(await store.verify({ against: manifest.checkpoint })).toMatchObject({ ok: true });
});

it('does not bring back an erased stream', async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  const { events } = await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
  await store.append('personalFile-b', 'none', [newEvent()]);
  await eraseStream(store, 'personalFile-a', 1);
  const target = join(temporaryFolder(), 'backup');
  const { checkpoint } = await store.backup(target);
  expect(checkpoint.streams.map(({ stream, erased }) => [stream, erased])).toEqual([
    ['personalFile-a', true],
    ['personalFile-b', undefined],
    ['erasures-board-1', undefined],
  ]);
  expect(readFileSync(join(target, 'events.sqlite')).includes(events[0]?.id as string)).toBe(false);
  const restored = withKeysOf(folder);
  await restoreBackup({ from: target, folder: restored, clock: fixedClock });
  const again = await openStore({ folder: restored });
  await expect(again.readStream('personalFile-a')).rejects.toMatchObject({ code: 'STREAM_ERASED' });
});

describe('is refused', () => {
  const backedUp = async (): Promise<{ folder: string; target: string }> => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
    const target = join(temporaryFolder(), 'backup');
    await store.backup(target);
    return { folder, target };
  };
  const restore = (from: string, folder: string): Promise<unknown> =>
    restoreBackup({ from, folder, clock: fixedClock });

  it('a target folder that is not empty', async () => {
    const { folder, target } = await backedUp();
    const full = temporaryFolder();
    writeFileSync(join(full, 'something'), '');
    await expect(restore(target, full)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    await expect(restore(target, folder)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
    const reader = await openStore({ folder, mode: 'read' });
    await expect(reader.backup(target)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
  });

  it.each<[string, string, (target: string, restored: string) => unknown]>([
    ['no manifest', 'missing', (t) => rmSync(join(t, 'backup.json'))],
    ['a damaged manifest', 'corrupt', (t) => writeFileSync(join(t, 'backup.json'), '{')],
    ['a changed file', 'corrupt', (t) => writeFileSync(join(t, 'keys.sqlite'), 'x', { flag: 'a' })],
    ['a changed checkpoint', 'corrupt', (t) => changeManifest(t)],
    [
      'another master key',
      'wrongKey',
      (_, r) => writeFileSync(join(r, 'master.key'), Buffer.alloc(32).toString('base64')),
    ],
    ['no master key', 'missing', (_, r) => rmSync(join(r, 'master.key'))],
  ])('%s, and nothing is left behind', async (_, reason, damage) => {
    const { folder, target } = await backedUp();
    const restored = withKeysOf(folder);
    damage(target, restored);
    const keys = readdirSync(restored);
    await expect(restore(target, restored)).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason });
    expect(readdirSync(restored)).toEqual(keys);
  });

  const changeManifest = (target: string): void => {
    const file = join(target, 'backup.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"lastRevision": 1', '"lastRevision": 0'));
  };

  it('a backup folder that is no folder', async () => {
    const store = await openStore();
    const target = join(temporaryFolder(), 'a', 'file');
    mkdirSync(join(target, '..'));
    writeFileSync(target, '');
    await expect(store.backup(target)).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
      reason: 'missing',
    });
  });
});
