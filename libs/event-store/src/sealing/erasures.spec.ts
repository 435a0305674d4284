import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eraseStream, newEvent, openStore, temporaryFolder } from '../store.fixture';

const stream = 'personalFile-1';

const change = (folder: string, file: string, sql: string): void => {
  const database = new DatabaseSync(join(folder, file));
  database.exec(sql);
  database.close();
};
const marked = `UPDATE streams SET (erased_revision, erased_hash, erased_position) =
  (SELECT revision, hash, position FROM events WHERE stream = 1 ORDER BY revision DESC LIMIT 1) WHERE number = 1`;

const twoFiles = async (): Promise<string> => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await store.append(stream, 'none', [newEvent(), newEvent()]);
  await store.append('personalFile-2', 'none', [newEvent()]);
  await store.close();
  return folder;
};

it('is refused as long as no event records it', async () => {
  const store = await openStore({ folder: await twoFiles() });
  await expect(store.deleteStream(stream, 1)).rejects.toMatchObject({ code: 'ERASURE_NOT_RECORDED' });
  await eraseStream(store, stream, 1);
  await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'STREAM_ERASED' });
  expect(await store.verify()).toMatchObject({ ok: true });
});

it.each([
  ['the mark alone', marked],
  ['the mark, and its events gone', `${marked}; DELETE FROM events WHERE stream = 1`],
])('is not believed where somebody without a key writes %s', async (_, sql) => {
  const folder = await twoFiles();
  change(folder, 'events.sqlite', sql);
  const store = await openStore({ folder });
  await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED', stream });
  await expect(store.append(stream, 1, [newEvent()])).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
  expect((await store.verify()).problems).toContainEqual({ stream, revision: 1, kind: 'erasureUnrecorded' });
  const keys = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
  expect(keys.prepare('SELECT count(*) AS n FROM keys WHERE stream = ?').get(stream)).toMatchObject({ n: 1 });
  keys.close();
});

it('is not believed where the record was copied from another store', async () => {
  const folder = await twoFiles();
  const elsewhere = temporaryFolder();
  const other = await openStore({ folder: elsewhere });
  await other.append(stream, 'none', [newEvent(), newEvent()]);
  await eraseStream(other, stream, 1);
  await other.close();
  change(
    folder,
    'events.sqlite',
    `ATTACH '${join(elsewhere, 'events.sqlite')}' AS other;
     INSERT INTO streams SELECT 9, name, NULL, NULL, NULL FROM other.streams WHERE name LIKE 'erasures-%';
     INSERT INTO events SELECT 99, 9, revision, hash, envelope, sealed FROM other.events WHERE stream = 2;
     ${marked}`,
  );
  const store = await openStore({ folder, mode: 'read' });
  await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
});

it('is finished at the next start where the process ended after the record', async () => {
  const folder = await twoFiles();
  const store = await openStore({ folder });
  const lastHash = (await store.readStream(stream)).at(-1)?.hash;
  const record = { type: 'FileErased', erases: stream, data: { lastRevision: 1, lastHash } };
  await store.append('erasures-1', 'none', [newEvent(record)]);
  expect(await store.readStream(stream)).toHaveLength(2);
  await store.close();
  const again = await openStore({ folder });
  await expect(again.readStream(stream)).rejects.toMatchObject({ code: 'STREAM_ERASED' });
  expect(await again.verify()).toMatchObject({ ok: true, streams: 2, events: 2 });
});

it('does not take what was recorded in the file after the record', async () => {
  const folder = await twoFiles();
  const store = await openStore({ folder });
  const lastHash = (await store.readStream(stream)).at(-1)?.hash;
  const record = { type: 'FileErased', erases: stream, data: { lastRevision: 1, lastHash } };
  await store.append('erasures-1', 'none', [newEvent(record)]);
  await store.append(stream, 1, [newEvent()]);
  await expect(store.deleteStream(stream, 2)).rejects.toMatchObject({ code: 'ERASURE_NOT_RECORDED' });
  await store.close();
  const again = await openStore({ folder });
  expect(await again.readStream(stream)).toHaveLength(3);
});
