import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sealAsAtFirst } from './first-seal.fixture';
import { canonicalEnvelope, sha256, type ChainedEnvelope } from './sealing/envelope';
import { newEvent, openStore, temporaryFolder } from './store.fixture';

const stream = 'personalFile-1';
const other = 'personalFile-2';

/** Two streams of five events each. */
const twoStreams = async (): Promise<string> => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  for (let revision = -1; revision < 4; revision++)
    for (const name of [stream, other])
      await store.append(name, revision < 0 ? 'none' : revision, [newEvent({ data: { revision } })]);
  await store.close();
  return folder;
};

const change = (folder: string, sql: string): void => {
  const database = new DatabaseSync(join(folder, 'events.sqlite'));
  database.exec(sql);
  database.close();
};

/** Writes another day into an event and computes all later hashes again, as an attacker without a key can. */
const moveDay = (folder: string, revision: number): void => {
  const database = new DatabaseSync(join(folder, 'events.sqlite'));
  const rows = database
    .prepare('SELECT position, envelope FROM events WHERE stream = 1 AND revision >= ? ORDER BY revision')
    .all(revision) as { position: number; envelope: string }[];
  let prevHash: string | undefined;
  for (const { position, envelope } of rows) {
    const was = JSON.parse(envelope) as ChainedEnvelope;
    const text = canonicalEnvelope(
      prevHash === undefined ? { ...was, occurredOn: '2026-02-01' } : { ...was, prevHash },
    );
    prevHash = sha256(text);
    database
      .prepare('UPDATE events SET envelope = ?, hash = ? WHERE position = ?')
      .run(text, prevHash, position);
  }
  database.close();
};

it.each<[string, number, (folder: string) => void]>([
  ['a day moved in the middle, with hashes that fit', 2, (folder) => moveDay(folder, 2)],
  ['a day moved in the last event, with hashes that fit', 4, (folder) => moveDay(folder, 4)],
  ['an event gone', 2, (folder) => change(folder, 'DELETE FROM events WHERE stream = 1 AND revision = 2')],
  [
    'the first event gone',
    0,
    (folder) => change(folder, 'DELETE FROM events WHERE stream = 1 AND revision = 0'),
  ],
  [
    'an event gone and the later revisions moved up',
    2,
    (folder) =>
      change(
        folder,
        `DELETE FROM events WHERE stream = 1 AND revision = 2;
         UPDATE events SET revision = 2 WHERE stream = 1 AND revision = 3;
         UPDATE events SET revision = 3 WHERE stream = 1 AND revision = 4`,
      ),
  ],
  [
    'two streams exchanged',
    0,
    (folder) =>
      change(
        folder,
        `UPDATE streams SET name = 'x' WHERE number = 1; UPDATE streams SET name = '${stream}' WHERE number = 2;
         UPDATE streams SET name = '${other}' WHERE number = 1`,
      ),
  ],
  [
    'the payload of another event',
    3,
    (folder) =>
      change(
        folder,
        'UPDATE events SET sealed = (SELECT sealed FROM events WHERE stream = 2 AND revision = 3) WHERE stream = 1 AND revision = 3',
      ),
  ],
  [
    'two events exchanged',
    1,
    (folder) =>
      change(
        folder,
        `UPDATE events SET revision = 99 WHERE stream = 1 AND revision = 1;
         UPDATE events SET revision = 1 WHERE stream = 1 AND revision = 2;
         UPDATE events SET revision = 2 WHERE stream = 1 AND revision = 99`,
      ),
  ],
])('refuses to read a stream with %s', async (_, revision, tamper) => {
  const folder = await twoStreams();
  tamper(folder);
  const store = await openStore({ folder, mode: 'read' });
  const damaged = { code: 'HISTORY_DAMAGED', stream, revision };
  await expect(store.readStream(stream)).rejects.toMatchObject(damaged);
  const rebuild = async (): Promise<void> => {
    for await (const { events } of store.readStreamByStream()) expect(events).toHaveLength(5);
  };
  await expect(rebuild()).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
});

it('reads and answers for the other streams when one is damaged', async () => {
  const folder = await twoStreams();
  moveDay(folder, 2);
  const store = await openStore({ folder });
  await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
  await store.append(other, 4, [newEvent()]);
  expect(await store.readStream(other)).toHaveLength(6);
});

it('checks that what is read from a revision on follows what the caller has', async () => {
  const folder = await twoStreams();
  const store = await openStore({ folder, mode: 'read' });
  const [, , third] = await store.readStream(stream);
  const [, , foreign] = await store.readStream(other);
  expect(await store.readStream(stream, { from: 3, prevHash: third?.hash })).toHaveLength(2);
  const damaged = { code: 'HISTORY_DAMAGED', revision: 3 };
  const wrong = store.readStream(stream, { from: 3, prevHash: foreign?.hash });
  await expect(wrong).rejects.toMatchObject(damaged);
});

it('reads streams of the first seal, and goes on with the second', async () => {
  const folder = await twoStreams();
  await sealAsAtFirst(folder);
  const store = await openStore({ folder });
  await store.append(stream, 4, [newEvent({ data: { revision: 4 } })]);
  const events = await store.readStream(stream);
  expect(events.map(({ seal, dataHash }) => [seal, typeof dataHash])).toEqual([
    ...Array.from({ length: 5 }, () => [undefined, 'string']),
    [2, 'undefined'],
  ]);
  expect(events.map(({ data }) => data)).toEqual([-1, 0, 1, 2, 3, 4].map((revision) => ({ revision })));
  expect(await store.verify()).toMatchObject({ ok: true, events: 11 });
});

it('refuses a stream that ends before what has followed the store knows of it', async () => {
  const folder = await twoStreams();
  const known = new Map([[stream, 4]]);
  const store = await openStore({ folder, mode: 'read', knownRevision: async (name) => known.get(name) });
  expect(await store.readStream(stream)).toHaveLength(5);
  change(folder, 'DELETE FROM events WHERE revision = 4');
  const damaged = { code: 'HISTORY_DAMAGED', stream, revision: 4 };
  await expect(store.readStream(stream)).rejects.toMatchObject(damaged);
  await expect(store.readStream(stream, { from: 4 })).rejects.toMatchObject(damaged);
  expect(await store.readStream(stream, { to: 2 })).toHaveLength(3);
  expect(await store.readStream(other)).toHaveLength(4);
});

it('does not take a stream for damaged that grows and is followed while it is read', async () => {
  const folder = await twoStreams();
  const writer = await openStore({ folder });
  const knownRevision = async (): Promise<number> => (await writer.append(stream, 4, [newEvent()])).revision;
  const reader = await openStore({ folder, mode: 'read', knownRevision });
  expect(await reader.readStream(stream)).toHaveLength(6);
});
