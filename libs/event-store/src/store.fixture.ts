import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, EventStore, NewEvent, StreamName } from './port';
import { openSqliteEventStore, type SqliteEventStore } from './sqlite';
import type { SqliteStoreOptions } from './sqlite/open';

/** Temporary folders and the stores in them; both are removed after each test. */
const folders: string[] = [];
const stores: SqliteEventStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rt-event-store-'));
  folders.push(folder);
  return folder;
};

export const fixedClock: Clock = { now: () => '2026-03-02T09:30:00.000Z' };

/** Opens a store: for writing and in a new temporary folder, unless `options` say otherwise. Closing it twice is allowed. */
export const openStore = async (options: Partial<SqliteStoreOptions> = {}): Promise<SqliteEventStore> => {
  const store = await openSqliteEventStore({
    folder: options.folder ?? temporaryFolder(),
    clock: fixedClock,
    mode: 'write',
    ...options,
  });
  stores.push(store);
  return store;
};

/** An invented note. */
export const newEvent = (over: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'NoteWritten',
  schemaVersion: 1,
  occurredOn: '2026-03-02',
  recordedBy: 'worker-1',
  unitId: 'unit-1',
  origin: 'user',
  commandId: randomUUID(),
  requestHash: 'c0ffee',
  correlationId: randomUUID(),
  data: { text: 'Invented.' },
  ...over,
});

export const collect = async <T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> => {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

/** Records the erasure of a stream, and erases it. */
export const eraseStream = async (
  store: EventStore,
  stream: StreamName,
  lastRevision: number,
): Promise<void> => {
  const records = await store.readStream('erasures-board-1');
  const lastHash = (await store.readStream(stream)).at(-1)?.hash;
  const record = newEvent({ type: 'FileErased', erases: stream, data: { lastRevision, lastHash } });
  await store.append('erasures-board-1', records.at(-1)?.revision ?? 'none', [record]);
  await store.deleteStream(stream, lastRevision);
};
