import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { NewEvent, StoredEvent } from '../port';
import { openSqliteEventStore } from './index';

const event = (over: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'NoteWritten',
  schemaVersion: 1,
  occurredOn: '2026-03-02',
  recordedBy: 'user-1',
  unitId: 'unit-1',
  origin: 'user',
  commandId: randomUUID(),
  requestHash: 'ab',
  correlationId: randomUUID(),
  data: { text: 'one' },
  ...over,
});

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test('smoke', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rt-'));
  folders.push(folder);
  const clock = { now: () => '2026-03-02T10:00:00.000Z' };
  const store = await openSqliteEventStore({ folder, clock, mode: 'write' });
  const first = [event(), event({ ownKey: true })];
  const a = await store.append('personalFile-1', 'none', first);
  expect(a.revision).toBe(1);
  expect(await store.append('personalFile-1', 'none', first)).toEqual(a);
  await expect(store.append('personalFile-1', 'none', [event()])).rejects.toMatchObject({
    code: 'CONCURRENCY_CONFLICT',
    actual: 1,
  });
  expect(await store.readStream('personalFile-1')).toEqual(a.events);
  await store.destroyEntryKey('personalFile-1', first[1]!.id);
  expect((await store.readStream('personalFile-1'))[1]).toMatchObject({ redacted: true, data: null });
  const all: StoredEvent[] = [];
  for await (const b of store.readAll()) all.push(...b);
  expect(all.length).toBe(2);
  const reader = await openSqliteEventStore({ folder, clock, mode: 'read' });
  expect((await reader.readStream('personalFile-1')).length).toBe(2);
  await store.deleteStream('personalFile-1', 1);
  await expect(reader.readStream('personalFile-1')).rejects.toMatchObject({ code: 'STREAM_ERASED' });
  await expect(openSqliteEventStore({ folder, clock, mode: 'write' })).rejects.toThrow(/process \d+/);
  await reader.close();
  await store.close();
  const again = await openSqliteEventStore({ folder, clock, mode: 'write' });
  await again.close();
});
