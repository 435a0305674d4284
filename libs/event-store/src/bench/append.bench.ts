import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '../port';
import { openDatabase } from '../sqlite/database';
import { eventLogSchema } from '../sqlite/event-log.schema';
import { insertEventSql } from '../sqlite/log-writer';
import { openSqliteEventStore, type SqliteEventStore } from '../sqlite';

/** A measured row: `value` and `baseline` in events per second, measured in the same run. */
export interface AppendBenchRow {
  readonly row: string;
  readonly value: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly floor: number;
  readonly pass: boolean;
}

export interface AppendBenchOptions {
  /** The folder for temporary stores, on the disk that is measured. */
  readonly folder: string;
  readonly files?: number;
  /** Events of one repetition. */
  readonly events?: { readonly concurrent: number; readonly single: number };
  readonly repetitions?: number;
  readonly onProgress?: (text: string) => void;
}

const writers = 64;

/**
 * Compares durable appends through the port, sealed and chained, with bare statements that write the same bytes to the same tables in the same
 * transactions. Port and bare run in turn. Each figure is the median of the repetitions; the ratio is the median of their ratios, because other load
 * on the machine slows both sides of one repetition, but not all repetitions alike.
 */
export const benchAppends = async (options: AppendBenchOptions): Promise<AppendBenchRow[]> => {
  const { files = 10_000, events = { concurrent: 40_000, single: 3_000 }, repetitions = 5 } = options;
  const shapes = [
    { row: `append, ${writers} writers, ${files} files`, writers, events: events.concurrent, floor: 0.5 },
    { row: 'append, one writer, one event at a time', writers: 1, events: events.single, floor: 0.5 },
  ];
  const rates = shapes.map(() => ({ port: [] as number[], bare: [] as number[] }));
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const [i, shape] of shapes.entries()) {
      options.onProgress?.(`${shape.row}: ${repetition} of ${repetitions}`);
      const folder = mkdtempSync(join(options.folder, 'bench-'));
      try {
        const port = await appendThroughPort(join(folder, 'port'), files, shape.writers, shape.events);
        const bare = appendBare(folder, port.rows, port.groups);
        rates[i]?.port.push(shape.events / port.seconds);
        rates[i]?.bare.push(shape.events / bare);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  }
  return shapes.map(({ row, floor }, i) => {
    const value = median(rates[i]?.port ?? []);
    const baseline = median(rates[i]?.bare ?? []);
    const ratio = median(rates[i]?.port.map((port, n) => port / (rates[i]?.bare[n] ?? NaN)) ?? []);
    return {
      row,
      value: Math.round(value),
      baseline: Math.round(baseline),
      ratio,
      floor,
      pass: ratio >= floor,
    };
  });
};

type Row = [
  position: number,
  stream: number,
  revision: number,
  hash: string,
  envelope: string,
  sealed: Uint8Array,
];

/**
 * Writes the first event of every file before the clock starts, with the usual number of writers. Ten thousand appends at once do not occur in
 * practice, and after such a burst each later append was seen to keep five times as much memory alive.
 */
const appendThroughPort = async (
  folder: string,
  files: number,
  concurrency: number,
  count: number,
): Promise<{
  readonly seconds: number;
  readonly rows: readonly Row[];
  readonly groups: readonly number[];
}> => {
  const groups: number[] = [];
  const store = await openSqliteEventStore({
    folder,
    mode: 'write',
    clock: { now: () => new Date().toISOString() },
    onCommit: (appends) => groups.push(appends),
  });
  const names = Array.from({ length: files }, () => `personalFile-${randomUUID()}`);
  await Promise.all(sharedAmong(writers, names).map((share) => begin(store, share)));
  const ids = sharedAmong(
    concurrency,
    Array.from({ length: count }, () => randomUUID()),
  );
  const shares = sharedAmong(concurrency, names);
  groups.length = 0;
  const start = performance.now();
  await Promise.all(shares.map((share, writer) => write(store, share, ids[writer] as string[])));
  const seconds = (performance.now() - start) / 1_000;
  await store.close();
  const database = openDatabase(join(folder, 'events.sqlite'), 'read', eventLogSchema);
  const select = database.prepare(
    'SELECT position, stream, revision, hash, envelope, sealed FROM events ORDER BY position',
  );
  select.setReturnArrays(true);
  const rows = select.all() as unknown as Row[];
  database.close();
  return { seconds, rows, groups };
};

const sharedAmong = <T>(count: number, all: readonly T[]): T[][] =>
  Array.from({ length: count }, (_, writer) => all.filter((_, i) => i % count === writer));

const begin = async (store: SqliteEventStore, names: readonly string[]): Promise<void> => {
  for (const name of names) await store.append(name, 'none', [sampleEvent()]);
};

/** Each writer appends to its own files in turn, one event at a time, so that the events of all files are interleaved. */
const write = async (
  store: SqliteEventStore,
  names: readonly string[],
  ids: readonly string[],
): Promise<void> => {
  for (const [i, id] of ids.entries()) {
    const event = { ...(samples[i % samples.length] as NewEvent), id };
    await store.append(names[i % names.length] as string, Math.floor(i / names.length), [event]);
  }
};

/** Writes the last events, in the same groups as the port committed them; all earlier events are inserted before the clock starts. */
const appendBare = (folder: string, rows: readonly Row[], groups: readonly number[]): number => {
  const database = openDatabase(join(folder, 'bare.sqlite'), 'write', eventLogSchema);
  const insert = database.prepare(insertEventSql);
  let next = rows.length - groups.reduce((sum, size) => sum + size, 0);
  inTransaction(database, () => rows.slice(0, next).forEach((row) => insert.run(...row)));
  const start = performance.now();
  for (const size of groups) {
    inTransaction(database, () => {
      for (const end = next + size; next < end; next++) insert.run(...(rows[next] as Row));
    });
  }
  const seconds = (performance.now() - start) / 1_000;
  database.close();
  return seconds;
};

const inTransaction = (database: DatabaseSync, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  work();
  database.exec('COMMIT');
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** An event of ordinary size: about 350 bytes of payload. */
const sampleEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'ContactMade',
  schemaVersion: 1,
  occurredOn: '2026-03-02',
  recordedBy: 'worker-12',
  unitId: 'unit-3',
  caseId: randomUUID(),
  origin: 'user',
  commandId: randomUUID(),
  requestHash: '3f1d0c5a9b7e4d2f8a6c1b0e5d4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f',
  correlationId: randomUUID(),
  data: {
    contactId: randomUUID(),
    partyId: randomUUID(),
    direction: 'out',
    channel: 'phone',
    subjects: ['dailyLife', 'health'],
    disclosed: true,
    purpose: 'Samordna ledsagning under våren',
    ground: null,
    text: 'Ringde och talade om tiderna för ledsagning. Önskar eftermiddagar, gärna samma person som tidigare. Återkommer i nästa vecka.',
  },
});

/** Made beforehand, and only a few, so that neither making them nor keeping them is measured. */
const samples = Array.from({ length: 256 }, sampleEvent);
