import { isEventType, stepOf, type FileId } from '@rt/domain';
import { fileOfStream, type FileRepository, type LoadedFile } from '@rt/files';
import { comparePositions, type EventStore, type Position, type StoredEvent } from '@rt/event-store';
import type { Kysely } from 'kysely';
import type { ReadDatabase, ReadSchema } from '../database/read-database';
import { BulkInsert, cellsOf, deleteRow, readCells } from '../database/tables.sql';
import type { AnyTable, Cell } from '../database/table';
import { textsOf, type FileTexts } from '../file-texts';
import type { Emit, InForce, ReadModel } from '../read-model';
import { positionOf, readStates, staleModels, writeState, type ModelStates } from './states';

/** A batch that has come into the rows. */
export interface Applied {
  /** The batch began just after this position; undefined: at the first event. */
  readonly after: Position | undefined;
  /** Position of the last event of the batch. */
  readonly position: Position;
  readonly events: number;
  /** The files in which they were recorded. */
  readonly fileIds: readonly FileId[];
}

export interface BatchWork {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly models: readonly ReadModel[];
  readonly inForce: InForce;
  readonly batchSize: number;
  readonly files: FileRepository;
}

/**
 * Applies the next batch and moves the checkpoint, or neither. A touched file is read whole, perhaps further than the batch: its rows are
 * a function of the file, so what comes later says the same again.
 * @returns undefined where nothing is to be done here: all is applied, or rows of another version stand in the way
 */
export const applyBatch = async (work: BatchWork): Promise<Applied | undefined> => {
  const { store, db, models, inForce, files } = work;
  return db.writer.transaction().execute(async (trx) => {
    const states = await readStates(trx);
    if (staleModels(models, states, inForce).length > 0) return undefined;
    const after = positionOf(models, states);
    const batch = await nextBatch(store, after, work.batchSize);
    const last = batch.at(-1);
    if (last === undefined) return undefined;
    const touched = touchedFiles(models, batch);
    for (const [fileId, { models, events }] of touched) {
      files.receive(fileId, events);
      const file = await files.find(fileId);
      const texts = file && (await textsOf(store, fileId));
      for (const model of models) await writeDifference(trx, model, fileId, inForce, file, texts);
    }
    await moveOn(trx, models, states, last.position);
    return { after, position: last.position, events: batch.length, fileIds: [...touched.keys()] };
  });
};

const nextBatch = async (
  store: EventStore,
  after: Position | undefined,
  batchSize: number,
): Promise<readonly StoredEvent[]> => {
  for await (const batch of store.readAll({ after, batchSize })) return batch;
  return [];
};

/** The events of one file in a batch, and the models that count one of them. */
interface Touched {
  readonly models: Set<ReadModel>;
  readonly events: StoredEvent[];
}

const touchedFiles = (
  models: readonly ReadModel[],
  batch: readonly StoredEvent[],
): ReadonlyMap<FileId, Touched> => {
  const files = new Map<FileId, Touched>();
  for (const event of batch) {
    const fileId = fileOfStream(event.stream);
    if (fileId === undefined) continue;
    let touched = files.get(fileId);
    if (!touched) files.set(fileId, (touched = { models: new Set(), events: [] }));
    touched.events.push(event);
    // A type that is unknown here belongs to a newer program: loading the file fails then, and says so.
    const step = isEventType(event.type) ? stepOf(event.type) : undefined;
    for (const model of models)
      if (step === undefined || !model.ignores?.includes(step)) touched.models.add(model);
  }
  return files;
};

/** Leaves the rows that stay as they are untouched. A file that is not there, or no longer, has no rows. */
const writeDifference = async (
  trx: Kysely<ReadSchema>,
  model: ReadModel,
  fileId: FileId,
  inForce: InForce,
  file: LoadedFile | undefined,
  texts: FileTexts | undefined,
): Promise<void> => {
  const wanted = new Map<AnyTable, Map<string, readonly Cell[]>>(
    model.tables.map((table) => [table, new Map()]),
  );
  const want: Emit = (table, row) => {
    const cells = cellsOf(table, row);
    wanted.get(table)?.set(JSON.stringify(cells), cells);
  };
  if (file) model.rowsOf(file, inForce, want, texts);
  for (const [table, rows] of wanted) {
    for (const cells of await readCells(trx, table, fileId))
      if (!rows.delete(JSON.stringify(cells))) await deleteRow(trx, table, cells);
    if (rows.size === 0) continue;
    const insert = new BulkInsert(trx, table, 'inPlace');
    for (const cells of rows.values()) insert.add(cells);
    await insert.flush();
  }
};

/** A model that is further on, because it was rebuilt, stays where it is. */
const moveOn = async (
  trx: Kysely<ReadSchema>,
  models: readonly ReadModel[],
  states: ModelStates,
  position: Position,
): Promise<void> => {
  for (const { name } of models) {
    const state = states.get(name);
    if (state && (state.position === null || comparePositions(state.position, position) < 0))
      await writeState(trx, { ...state, position });
  }
};
