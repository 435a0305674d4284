import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eraseStream, newEvent, openStore, temporaryFolder } from '../store.fixture';
import type { Witnessed } from './loss';
import { restoreBackup } from './restore';

const stream = 'personalFile-a';

/** What a killed process left: five events in the database and five more in its write-ahead log. */
let folder: string;
let hashes: readonly string[];
const at = (name: string): string => join(folder, name);
const wal = (): string => at('events.sqlite-wal');

beforeEach(async () => {
  const used = temporaryFolder();
  folder = join(temporaryFolder(), 'killed');
  const first = await openStore({ folder: used });
  await first.append(
    stream,
    'none',
    [1, 2, 3, 4, 5].map(() => newEvent()),
  );
  await first.close();
  const store = await openStore({ folder: used });
  for (const revision of [4, 5, 6, 7, 8]) await store.append(stream, revision, [newEvent()]);
  hashes = (await store.readStream(stream)).map(({ hash }) => hash);
  cpSync(used, folder, { recursive: true });
});

const refused = (witnesses: readonly Witnessed[] = []): Promise<unknown> =>
  openStore({ folder, witnesses: async () => witnesses }).then(
    () => 'it opened',
    (error: unknown) => error,
  );
const missing = (from: number, to: number) => ({
  code: 'DATA_FOLDER_UNUSABLE',
  reason: 'behind',
  message: expect.stringMatching(
    new RegExp(`durable\\.mark knows position ${to}, .* ${from} to ${to} are missing.*lost --accept`),
  ) as string,
});
const flip = (file: string, place: number): void => {
  const bytes = readFileSync(file);
  bytes[place] = (bytes[place] as number) ^ 1;
  writeFileSync(file, bytes);
};
const lastPosition = async (): Promise<unknown> => {
  const store = await openStore({ folder });
  const position = await store.lastPosition();
  await store.close();
  return position;
};

describe('a store that has lost its last events is not opened for writing', () => {
  it('opens after the end of its process, as long as nothing is lost', async () => {
    expect(await lastPosition()).toBe('10');
  });

  it.each<[string, () => void, number]>([
    ['its write-ahead log was deleted', () => rmSync(wal()), 6],
    ['its write-ahead log was cut', () => truncateSync(wal(), statSync(wal()).size - 1), 10],
    ['a bit in its write-ahead log was flipped', () => flip(wal(), statSync(wal()).size - 100), 10],
    ['the first bit that counts was flipped', () => flip(wal(), 40), 6],
  ])('%s', async (_, damage, from) => {
    damage();
    const before = statSync(wal(), { throwIfNoEntry: false })?.size ?? 0;
    expect(await refused()).toMatchObject(missing(from, 10));
    // The refusal leaves the log as it is, for inspection.
    expect(statSync(wal(), { throwIfNoEntry: false })?.size ?? 0).toBe(before);
    const reader = await openStore({ folder, mode: 'read' });
    expect(reader.loss()).toMatchObject({ kind: 'missing', from, to: 10, by: 'durable.mark' });
  });

  it('goes on when that is accepted, and keeps a mark from there', async () => {
    rmSync(wal());
    const store = await openStore({ folder, acceptsEnd: true });
    await store.append(stream, 4, [newEvent()]);
    await store.close();
    expect(await lastPosition()).toBe('6');
  });

  it('its database lost everything', async () => {
    rmSync(wal());
    const database = new DatabaseSync(at('events.sqlite'));
    database.exec('DROP TABLE events; DROP TABLE streams; DROP TABLE store; PRAGMA user_version = 0');
    database.close();
    expect(await refused()).toMatchObject(missing(1, 10));
  });
});

describe('the mark of the last durable event', () => {
  it('that was deleted or forged is not taken for a store without one', async () => {
    const noMark = { reason: 'behind', message: expect.stringContaining('missing or damaged') as string };
    const mark = JSON.parse(readFileSync(at('durable.mark'), 'utf8').slice(0, 512)) as { position: number };
    const forged = JSON.stringify({ ...mark, position: 5, hash: hashes[4] }).padEnd(512);
    writeFileSync(at('durable.mark'), forged + forged);
    expect(await refused()).toMatchObject(noMark);
    rmSync(at('durable.mark'));
    expect(await refused()).toMatchObject(noMark);
  });

  it('is still read when one of its two slots is damaged', async () => {
    for (const place of [20, 540]) {
      flip(at('durable.mark'), place);
      expect(await lastPosition()).toBe('10');
    }
  });

  it('is given to a store of an earlier version, which has none', async () => {
    rmSync(at('durable.mark'));
    const keys = new DatabaseSync(at('keys.sqlite'));
    keys.exec("DELETE FROM store WHERE name = 'durableMark'");
    keys.close();
    expect(await lastPosition()).toBe('10');
    rmSync(at('durable.mark'));
    expect(await refused()).toMatchObject({ reason: 'behind' });
  });

  it('follows an erasure of the last events', async () => {
    const store = await openStore({ folder });
    await store.append('personalFile-b', 'none', [newEvent()]);
    await eraseStream(store, 'personalFile-b', 0);
    await store.close();
    expect(await lastPosition()).toBe('12');
  });

  it('is not moved by an append that was refused', async () => {
    const store = await openStore({ folder });
    await expect(store.append(stream, 3, [newEvent()])).rejects.toMatchObject({
      code: 'CONCURRENCY_CONFLICT',
    });
    await store.close();
    expect(await lastPosition()).toBe('10');
  });

  it('is made by a restore, whose end is the right one', async () => {
    const place = join(temporaryFolder(), 'backups');
    const store = await openStore({ folder });
    await store.backup(place);
    const restored = join(temporaryFolder(), 'restored');
    const keys = { masterKeyFile: at('master.key'), signingKeyFile: at('signing.key') };
    await restoreBackup({
      ...keys,
      from: place,
      folder: restored,
      clock: { now: () => '2026-03-02T09:30:00.000Z' },
    });
    const again = await openStore({ ...keys, folder: restored });
    expect(await again.lastPosition()).toBe('10');
  });
});

describe('another witness', () => {
  it('that knows a later position, or another event, is believed', async () => {
    expect(
      await refused([{ by: 'tree.sqlite', position: 12, at: '2026-04-01T00:00:00.000Z' }]),
    ).toMatchObject({
      message: expect.stringMatching(
        /tree\.sqlite knows position 12, of 2026-04-01T.*the events 11 to 12/,
      ) as string,
    });
    const other = { by: 'tree.sqlite', position: 7, isHash: () => false };
    expect(await refused([other])).toMatchObject({
      message: expect.stringMatching(/tree\.sqlite knows another event at position 7/) as string,
    });
    expect(await refused([{ ...other, isHash: (hash) => hash === hashes[6] }])).toBe('it opened');
  });

  it('does not keep a store from opening whose event was damaged, which reading it says', async () => {
    const database = new DatabaseSync(at('events.sqlite'));
    database.exec(
      "UPDATE events SET envelope = replace(envelope, 'worker-1', 'worker-2') WHERE position = 10",
    );
    database.close();
    expect(await refused()).toBe('it opened');
  });
});
