import { isEventType, stepOf, type FileId } from '@rt/domain';
import { comparePositions, type EventStore, type Position, type StoredEvent } from '@rt/event-store';
import type { Kysely } from 'kysely';
import type { ReadDatabase, ReadSchema } from '../database/read-database';
import { BulkInsert, cellsOf, deleteRow, readCells } from '../database/tables.sql';
import type { AnyTable, Cell } from '../database/table';
import { fileOfStream, readingOf, textsOf } from '../read-file';
import type { FileReading, InForce, ReadModel } from '../read-model';
import type { RecordedFiles } from './recorded-files';
import { positionOf, readStates, staleModels, writeState, type ModelStates } from './states';

/** What has come into the rows: everything up to a position, and the files it touched. */
export interface Applied {
  readonly position: Position;
  readonly fileIds: readonly FileId[];
}

export interface BatchWork {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly models: readonly ReadModel[];
  readonly inForce: InForce;
  readonly batchSize: number;
  readonly files: RecordedFiles;
}

/**
 * Applies the next batch and moves the checkpoint, or neither. A touched file is read whole, perhaps further than the batch: its rows are
 * a function of the file, so what comes later says the same again.
 * @returns undefined where nothing is to be done here: all is applied, or rows of another version stand in the way
 */
export const applyBatch = async (
  work: BatchWork,
): Promise<(Applied & { readonly events: number }) | undefined> => {
  const { store, db, models, inForce, files } = work;
  return db.writer.transaction().execute(async (trx) => {
    const states = await readStates(trx);
    if (staleModels(models, states, inForce).length > 0) return undefined;
    const batch = await nextBatch(store, positionOf(models, states), work.batchSize);
    const last = batch.at(-1);
    if (last === undefined) return undefined;
    const touchedBy = touchedFiles(models, batch);
    for (const [fileId, touched] of touchedBy) {
      const recorded = await files.read(fileId);
      const reading = recorded && readingOf(fileId, recorded, await textsOf(store, fileId));
      for (const model of touched) await writeDifference(trx, model, fileId, reading, inForce);
    }
    await moveOn(trx, models, states, last.position);
    return { events: batch.length, position: last.position, fileIds: [...touchedBy.keys()] };
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

/** The files of a batch, each with the models that count one of its events. */
const touchedFiles = (
  models: readonly ReadModel[],
  batch: readonly StoredEvent[],
): ReadonlyMap<FileId, ReadonlySet<ReadModel>> => {
  const files = new Map<FileId, Set<ReadModel>>();
  for (const { stream, type } of batch) {
    const fileId = fileOfStream(stream);
    if (fileId === undefined) continue;
    let touched = files.get(fileId);
    if (!touched) files.set(fileId, (touched = new Set()));
    // A type that is unknown here belongs to a newer program: reading the file says so.
    const step = isEventType(type) ? stepOf(type) : undefined;
    for (const model of models) if (step === undefined || !model.ignores?.includes(step)) touched.add(model);
  }
  return files;
};

/** Leaves the rows that stay as they are untouched. A file that is not there, or no longer, has no rows. */
const writeDifference = async (
  trx: Kysely<ReadSchema>,
  model: ReadModel,
  fileId: FileId,
  reading: FileReading | undefined,
  inForce: InForce,
): Promise<void> => {
  const wanted = new Map<AnyTable, Map<string, readonly Cell[]>>(
    model.tables.map((table) => [table, new Map()]),
  );
  if (reading)
    model.rowsOf(reading, inForce, (table, row) => {
      const cells = cellsOf(table, row);
      wanted.get(table)?.set(JSON.stringify(cells), cells);
    });
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
