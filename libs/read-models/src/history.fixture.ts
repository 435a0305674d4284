import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery, type Compilable } from 'kysely';
import {
  recorded,
  reviewStreamOf,
  type ReviewEvent,
  type FileId,
  type PersonalFileEvent,
  type LocalDate,
  type Recorded,
  type UnitId,
  type WorkerAbsent,
  unitStreamOf,
} from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { openReadDatabase } from './sqlite';
import type { ReadDatabase } from './database/read-database';
import { RulesetRepository } from '@rt/files';
import { asNew } from '../../files/src/file-store.fixture';
import { catchUp } from './runner/runner';

export { append, fileId } from '../../files/src/file-store.fixture';

/** A real store and a read database in a temporary folder, for specs. */
export interface TestBed {
  readonly folder: string;
  readonly file: string;
  store: SqliteEventStore;
  ruleset: RulesetRepository;
  db: ReadDatabase;
  /** Opens an empty second read database for the same store, to compare with the result of a rebuild. */
  emptyDatabase(): Promise<ReadDatabase>;
  /** Opens the store again after somebody has closed it. */
  reopenStore(): Promise<void>;
  close(): Promise<void>;
}

export const testBed = async (): Promise<TestBed> => {
  const folder = mkdtempSync(join(tmpdir(), 'read-models-'));
  const file = join(folder, 'read-models.sqlite');
  const openStore = () =>
    openSqliteEventStore({
      folder: join(folder, 'store'),
      clock: { now: () => '2026-12-31T12:00:00.000Z' },
      mode: 'write',
    });
  const rulesetOf = (store: EventStore) => new RulesetRepository(store, 'ruleset-exempelstad');
  const store = await openStore();
  const opened: ReadDatabase[] = [];
  let count = 0;
  const bed: TestBed = {
    folder,
    file,
    store,
    ruleset: rulesetOf(store),
    db: await openReadDatabase(file),
    emptyDatabase: async () => {
      const database = await openReadDatabase(join(folder, `empty-${++count}.sqlite`));
      opened.push(database);
      return database;
    },
    reopenStore: async () => {
      bed.store = await openStore();
      bed.ruleset = rulesetOf(bed.store);
    },
    close: async () => {
      for (const database of [...opened, bed.db]) await database.close();
      await bed.store.close();
      rmSync(folder, { recursive: true });
    },
  };
  return bed;
};

/** The events of an ordinary file, from its opening to a plan that came late. */
export const ordinaryThread: readonly Recorded<PersonalFileEvent>[] = [
  recorded('PersonalFileOpened', '2026-01-02'),
  recorded('PartyRecorded', '2026-01-02'),
  recorded('CaseWorkerAssigned', '2026-01-02'),
  recorded('CaseOpened', '2026-01-02'),
  recorded('ApplicationReceived', '2026-01-05'),
  recorded('InvestigationOpened', '2026-01-07'),
  recorded('InvestigationCompleted', '2026-02-10'),
  recorded('DecisionMade', '2026-02-20'),
  recorded('OrderSent', '2026-03-02'),
  recorded('PlanReceived', '2026-03-20'),
];

/** Appends to a review: planned, drawn with these files, or closed. */
export const appendReview = async (
  store: EventStore,
  reviewId: string,
  type: ReviewEvent['type'],
  files: readonly FileId[] = [],
): Promise<void> => {
  const stream = reviewStreamOf(reviewId);
  const last = (await store.readStream(stream)).at(-1);
  const example = asNew(recorded('NoteWritten', '2026-03-20'));
  const cases = files.map((file) => ({ fileId: file, caseId: file, decisionId: file }));
  const data = {
    reviewId,
    title: 'Stickprov',
    seed: 'ett hemligt frö',
    population: { unitIds: ['norr'] },
    cases,
    reviewedWhole: cases.slice(0, 1),
  };
  const id = randomUUID();
  await store.append(stream, last?.revision ?? 'none', [
    { ...example, id, commandId: id, type, caseId: undefined, data },
  ]);
};

/** Records in a unit that a worker is absent. */
export const appendAbsence = async (
  store: EventStore,
  unitId: string,
  occurredOn: LocalDate,
  data: WorkerAbsent['data'],
): Promise<void> => {
  const stream = unitStreamOf(unitId as UnitId);
  const last = (await store.readStream(stream)).at(-1);
  const id = randomUUID();
  const example = asNew(recorded('NoteWritten', occurredOn));
  const type = 'WorkerAbsent' satisfies WorkerAbsent['type'];
  await store.append(stream, last?.revision ?? 'none', [
    { ...example, id, commandId: id, type, caseId: undefined, data },
  ]);
};

/** All rows of the read models, per table, as sorted texts that can be compared. */
export const contentsOf = async ({ reader }: ReadDatabase): Promise<Record<string, readonly string[]>> => {
  const tables = [
    'findings',
    'findingFacts',
    'decisions',
    'decisionMarks',
    'expiries',
    'cases',
    'caseThreads',
    'openedFiles',
    'fileHolders',
    'notices',
    'filePersons',
    'searchMarks',
    'sharedMarks',
    'reviews',
    'reviewNotices',
    'sampledFiles',
    'absences',
  ] as const;
  const contents: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const rows = await reader.selectFrom(table).selectAll().execute();
    contents[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return contents;
};

/** The engine's query plan, step by step. */
export const planOf = async ({ reader }: ReadDatabase, query: Compilable): Promise<string> => {
  const { sql, parameters } = query.compile();
  const { rows } = await reader.executeQuery<{ readonly detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
  );
  return rows.map(({ detail }) => detail).join('; ');
};

/** The rows that a rebuild in an empty database makes from the same store. */
export const rebuilt = async (bed: TestBed): Promise<unknown> => {
  const db = await bed.emptyDatabase();
  await catchUp({ ...bed, db });
  return contentsOf(db);
};
