import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '../port';
import { openDatabase } from '../sqlite/database';
import { eventLogSchema } from '../sqlite/event-log.schema';
import { insertEventSql } from '../sqlite/log-writer';
import { openSqliteEventStore, type SqliteEventStore } from '../sqlite';

/** A measured row: `value` and `baseline` in events per second, side by side in one run. */
export interface BenchRow {
  readonly row: string;
  readonly value: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly floor: number;
  readonly pass: boolean;
}

export interface AppendBenchOptions {
  /** Where temporary stores are made: on the disk that is to be measured. */
  readonly folder: string;
  readonly files?: number;
  /** Events of one repetition. */
  readonly events?: { readonly concurrent: number; readonly single: number };
  readonly repetitions?: number;
  readonly onProgress?: (text: string) => void;
}

const writers = 64;

/**
 * Durable appends through the port, sealed and chained, against the very same bytes written by bare statements to the same tables
 * in transactions of the same size. Port and bare take turns; each figure is the median of its repetitions.
 */
export const benchAppends = async (options: AppendBenchOptions): Promise<BenchRow[]> => {
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
        const bare = appendBare(folder, port.rows, files, shape.writers);
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
    const ratio = value / baseline;
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

/** Every file has its first event before the clock starts. */
const appendThroughPort = async (
  folder: string,
  files: number,
  concurrency: number,
  count: number,
): Promise<{ readonly seconds: number; readonly rows: readonly Row[] }> => {
  const store = await openSqliteEventStore({
    folder,
    mode: 'write',
    clock: { now: () => new Date().toISOString() },
  });
  const names = Array.from({ length: files }, () => `personalFile-${randomUUID()}`);
  await Promise.all(names.map((name) => store.append(name, 'none', [sampleEvent()])));
  const prepared = Array.from({ length: count }, sampleEvent);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, (_, writer) => write(store, names, prepared, writer, concurrency)),
  );
  const seconds = (performance.now() - start) / 1_000;
  await store.close();
  const database = openDatabase(join(folder, 'events.sqlite'), 'read', eventLogSchema);
  const select = database.prepare(
    'SELECT position, stream, revision, hash, envelope, sealed FROM events ORDER BY position',
  );
  select.setReturnArrays(true);
  const rows = select.all() as unknown as Row[];
  database.close();
  return { seconds, rows };
};

/** Each writer walks over files of its own, one event after another, so that all files are interleaved. */
const write = async (
  store: SqliteEventStore,
  names: readonly string[],
  events: readonly NewEvent[],
  writer: number,
  concurrency: number,
): Promise<void> => {
  const own = names.filter((_, i) => i % concurrency === writer);
  const mine = events.filter((_, i) => i % concurrency === writer);
  for (const [i, event] of mine.entries()) {
    await store.append(own[i % own.length] as string, Math.floor(i / own.length), [event]);
  }
};

const appendBare = (folder: string, rows: readonly Row[], untimed: number, perCommit: number): number => {
  const database = openDatabase(join(folder, 'bare.sqlite'), 'write', eventLogSchema);
  const insert = database.prepare(insertEventSql);
  inTransaction(database, () => rows.slice(0, untimed).forEach((row) => insert.run(...row)));
  const start = performance.now();
  for (let i = untimed; i < rows.length; i += perCommit) {
    const end = Math.min(i + perCommit, rows.length);
    inTransaction(database, () => {
      for (let j = i; j < end; j++) insert.run(...(rows[j] as Row));
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

/** An entry of ordinary size: some 350 bytes of payload. */
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
