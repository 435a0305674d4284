import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { basename, join } from 'node:path';
import type { SqliteEventStore } from '.';
import { eraseStream, fixedClock, newEvent, openStore, temporaryFolder } from '../store.fixture';
import { asEarlierBackup } from './earlier-backup.fixture';
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
  const { folder: copy, manifest } = await store.backup(target);
  const after = use.acknowledged();
  await use.stop();

  expect(manifest.events).toBeGreaterThanOrEqual(before);
  expect(manifest.events).toBeLessThanOrEqual(after + 3);
  expect(readdirSync(target).sort()).toEqual([basename(copy), 'secrets']);
  expect(readdirSync(copy).sort()).toEqual(['backup.json', 'events.sqlite']);
  const secrets = join(target, 'secrets');
  expect(readdirSync(secrets).sort()).toEqual(['keys.sqlite', 'secrets.json']);
  const everything = [copy, secrets].flatMap((of) =>
    readdirSync(of).map((name) => readFileSync(join(of, name))),
  );
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
  });
  const again = await openStore({ folder: restored });
  expect(await again.lastPosition()).toBe(manifest.lastPosition);
  const { value: first } = await again.streamStates()[Symbol.asyncIterator]().next();
  const { stream, lastRevision } = first as { stream: string; lastRevision: number };
  expect(await again.readStream(stream)).toEqual(await store.readStream(stream, { to: lastRevision }));
  await again.append(stream, lastRevision, [newEvent()]);
  expect(await again.verify()).toMatchObject({ ok: true, events: manifest.events + 1 });
});

it('does not bring back an erased stream', async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  const { events } = await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
  await store.append('personalFile-b', 'none', [newEvent()]);
  await eraseStream(store, 'personalFile-a', 1);
  const target = join(temporaryFolder(), 'backup');
  const { folder: copy } = await store.backup(target);
  expect(readFileSync(join(copy, 'events.sqlite')).includes(events[0]?.id as string)).toBe(false);
  const restored = withKeysOf(folder);
  await restoreBackup({ from: target, folder: restored, clock: fixedClock });
  const again = await openStore({ folder: restored });
  await expect(again.readStream('personalFile-a')).rejects.toMatchObject({ code: 'STREAM_ERASED' });
});

describe('is refused', () => {
  const backedUp = async (): Promise<{ folder: string; target: string; copy: string }> => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
    const target = join(temporaryFolder(), 'backup');
    const { folder: copy } = await store.backup(target);
    return { folder, target, copy };
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
    await expect(reader.backup(full)).rejects.toMatchObject({ code: 'FOLDER_NOT_EMPTY' });
  });

  it.each<[string, string, (target: string, restored: string) => unknown]>([
    ['no manifest', 'missing', (t) => rmSync(join(t, 'backup.json'))],
    ['a damaged manifest', 'corrupt', (t) => writeFileSync(join(t, 'backup.json'), '{')],
    ['an empty manifest', 'corrupt', (t) => writeFileSync(join(t, 'backup.json'), '{}')],
    ['a changed file', 'corrupt', (t) => writeFileSync(join(t, 'events.sqlite'), 'x', { flag: 'a' })],
    ['changed keys', 'corrupt', (t) => writeFileSync(join(t, '../secrets/keys.sqlite'), 'x', { flag: 'a' })],
    ['keys without a description', 'corrupt', (t) => writeFileSync(join(t, '../secrets/secrets.json'), '{}')],
    ['no keys', 'missing', (t) => rmSync(join(t, '../secrets'), { recursive: true })],
    ['no events', 'missing', (t) => rmSync(join(t, 'events.sqlite'))],
    ['a changed manifest', 'corrupt', (t) => inManifest(t, 'backup.json', '"events": 2', '"events": 1')],
    [
      'changed keys, whose manifest was made to fit',
      'corrupt',
      (t) => inManifest(t, '../secrets/secrets.json', '"madeAt": "2026', '"madeAt": "2027'),
    ],
    [
      'a manifest of the keys without a signature',
      'corrupt',
      (t) => inManifest(t, '../secrets/secrets.json', '"signature"', '"none"'),
    ],
    [
      'a path out of the folder in the manifest',
      'corrupt',
      (t) => inManifest(t, 'backup.json', '"events.sqlite"', '"../events.sqlite"'),
    ],
    [
      'another master key',
      'wrongKey',
      (_, r) => writeFileSync(join(r, 'master.key'), Buffer.alloc(32).toString('base64')),
    ],
    ['no master key', 'missing', (_, r) => rmSync(join(r, 'master.key'))],
  ])('%s, and nothing is left behind', async (_, reason, damage) => {
    const { folder, copy } = await backedUp();
    const restored = withKeysOf(folder);
    damage(copy, restored);
    const keys = readdirSync(restored);
    await expect(restore(copy, restored)).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE', reason });
    expect(readdirSync(restored)).toEqual(keys);
  });

  const inManifest = (copy: string, name: string, from: string, to: string): void => {
    const file = join(copy, name);
    const before = readFileSync(file, 'utf8');
    expect(before).toContain(from);
    writeFileSync(file, before.replace(from, to));
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

describe('the keys in a place of backups', () => {
  const twice = async (): Promise<{ folder: string; place: string; copies: string[]; id: string }> => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    const { events } = await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
    const place = join(temporaryFolder(), 'backups');
    const first = await store.backup(place);
    const id = events[0]?.id as string;
    await store.append('personalFile-a', 1, [newEvent({ type: 'EntryRedacted', redacts: id })]);
    await store.destroyRedacted('personalFile-a');
    const second = await store.backup(place);
    await store.close();
    return { folder, place, copies: [first.folder, second.folder], id };
  };
  const restore = (from: string, folder: string): Promise<unknown> =>
    restoreBackup({ from, folder, clock: fixedClock });

  it('are one generation: a later backup takes the destroyed keys out of the earlier ones', async () => {
    const { folder, place, copies } = await twice();
    expect(readdirSync(place).sort()).toEqual([...copies.map((copy) => basename(copy)), 'secrets'].sort());
    const restored = withKeysOf(folder);
    await restore(place, restored);
    const store = await openStore({ folder: restored });
    const [first, second] = await store.readStream('personalFile-a');
    expect([first?.redacted, second?.data]).toEqual([true, { text: 'Invented.' }]);
  });

  it('do not open an earlier copy without being told what was destroyed since', async () => {
    const { folder, copies } = await twice();
    const refused = restore(copies[0] as string, withKeysOf(folder));
    await expect(refused).rejects.toMatchObject({
      reason: 'missing',
      message: expect.stringMatching(/--checkpoint/),
    });
  });

  it('are not replaced by older ones, nor by those of another store', async () => {
    const { folder, place, copies } = await twice();
    const stale = withKeysOf(folder);
    for (const name of ['events.sqlite', 'keys.sqlite']) copyFileSync(join(folder, name), join(stale, name));
    const keys = new DatabaseSync(join(stale, 'keys.sqlite'));
    keys.exec("UPDATE store SET value = '0' WHERE name = 'generation'");
    keys.close();
    const older = await openStore({ folder: stale, acceptsEnd: true });
    await expect(older.backup(place)).rejects.toMatchObject({ reason: 'wrongKey' });
    const other = await openStore();
    await expect(other.backup(place)).rejects.toMatchObject({ reason: 'wrongKey' });
    await restore(copies[1] as string, withKeysOf(folder));
  });

  it.each([
    ['the new ones are whole and the old ones are still there', ['secrets', 'secrets.new']],
    ['the old ones were moved away', ['secrets.old', 'secrets.new']],
    ['the new ones were not written yet', ['secrets.old']],
  ])('are found after an interruption when %s, and the next backup tidies up', async (_, names) => {
    const { folder, place } = await twice();
    const kept = join(place, 'secrets');
    for (const name of names) cpSync(kept, join(place, `copy-${name}`), { recursive: true });
    rmSync(kept, { recursive: true });
    for (const name of names) renameSync(join(place, `copy-${name}`), join(place, name));
    await restore(place, withKeysOf(folder));
    const store = await openStore({ folder });
    await store.backup(place);
    expect(readdirSync(place).filter((name) => name.startsWith('secrets'))).toEqual(['secrets']);
  });
});

it('a restore that was killed can be run again, and until then the folder cannot be used', async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await store.append('personalFile-a', 'none', [newEvent()]);
  const place = join(temporaryFolder(), 'backups');
  await store.backup(place);
  const restored = withKeysOf(folder);
  // As a kill between the copies and their verification leaves it.
  writeFileSync(join(restored, 'restore.unfinished'), '');
  copyFileSync(join(place, 'secrets/keys.sqlite'), join(restored, 'keys.sqlite'));
  writeFileSync(join(restored, 'events.sqlite.restoring'), 'half');
  for (const mode of ['read', 'write'] as const)
    await expect(openStore({ folder: restored, mode })).rejects.toMatchObject({
      reason: 'missing',
      message: expect.stringMatching(/restore/) as string,
    });
  await restoreBackup({ from: place, folder: restored, clock: fixedClock });
  const again = await openStore({ folder: restored });
  expect(await again.readStream('personalFile-a')).toHaveLength(1);
});

describe('what lies beside the events in a backup', () => {
  const backedUp = async (): Promise<{ folder: string; copy: string }> => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await store.append('personalFile-a', 'none', [newEvent()]);
    const { folder: copy, manifest } = await store.backup(join(temporaryFolder(), 'b'), async (to) => {
      writeFileSync(join(to, 'tree.sqlite'), 'tree');
      return ['tree.sqlite'];
    });
    expect(manifest.files.map(({ name }) => name)).toEqual(['events.sqlite', 'tree.sqlite']);
    return { folder, copy };
  };
  const restore = (from: string, folder: string, proveBeside = async (): Promise<void> => undefined) =>
    restoreBackup({ from, folder, clock: fixedClock, beside: ['tree.sqlite'], proveBeside });

  it('comes back with them', async () => {
    const { folder, copy } = await backedUp();
    const restored = withKeysOf(folder);
    expect(await restore(copy, restored)).toMatchObject({ uncovered: [] });
    expect(readFileSync(join(restored, 'tree.sqlite'), 'utf8')).toBe('tree');
  });

  it.each<[string, (file: string) => void, RegExp]>([
    ['is missing', (file) => rmSync(file), /tree\.sqlite: its manifest names it, and it is not there/],
    ['is another', (file) => writeFileSync(file, 'eert'), /tree\.sqlite: it is not the file/],
  ])('is refused where it %s, and nothing is left behind', async (_, change, says) => {
    const { folder, copy } = await backedUp();
    const restored = withKeysOf(folder);
    change(join(copy, 'tree.sqlite'));
    await expect(restore(copy, restored)).rejects.toMatchObject({
      message: expect.stringMatching(says) as string,
    });
    expect(readdirSync(restored).sort()).toEqual(['master.key', 'signing.key']);
  });

  it('is taken away again where it proves wrong', async () => {
    const { folder, copy } = await backedUp();
    const restored = withKeysOf(folder);
    await expect(restore(copy, restored, () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
    expect(readdirSync(restored).sort()).toEqual(['master.key', 'signing.key']);
  });
});

it.each([1, 2] as const)(
  'still restores a backup of version %d, and says what no signature covers',
  async (version) => {
    const folder = temporaryFolder();
    const store = await openStore({ folder });
    await store.append('personalFile-a', 'none', [newEvent(), newEvent()]);
    const place = join(temporaryFolder(), 'backups');
    const { folder: copy } = await store.backup(place);
    await asEarlierBackup(copy, store, version);
    writeFileSync(join(copy, 'tree.sqlite'), 'tree');
    const restored = withKeysOf(folder);
    const options = {
      from: copy,
      folder: restored,
      clock: fixedClock,
      beside: ['tree.sqlite', 'access-log.sqlite'],
    };
    expect(await restoreBackup(options)).toMatchObject({ uncovered: ['tree.sqlite'] });
    const shorter = withKeysOf(folder);
    const events = new DatabaseSync(join(copy, 'events.sqlite'));
    events.exec('DELETE FROM events WHERE position = 2');
    events.close();
    await asEarlierBackup(copy, store, version);
    await expect(restoreBackup({ ...options, folder: shorter })).rejects.toMatchObject({ kind: 'unproved' });
  },
);
