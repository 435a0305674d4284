import { setImmediate as nextTurn } from 'node:timers/promises';
import { HistoryDamaged, type EventStore, type StreamName } from '@rt/event-store';
import type { ReadDatabase } from '../database/read-database';
import { BulkInsert, carryOver, cellsOf, createBeside, putInPlace } from '../database/tables.sql';
import type { AnyTable } from '../database/table';
import { fileOfStream, type FileRepository } from '@rt/files';
import { textsOf } from '../file-texts';
import type { InForce } from '@rt/rules';
import { otherOwnerOf, readOther, type OtherOwner } from '../other-streams';
import { isOfFiles, modelsOf, type Emit, type ReadModel } from '../read-model';
import type { Progress } from './progress';
import { readStates, staleModels, versionOf, writeState } from './states';

export interface RebuildWork {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly files: FileRepository;
  readonly models: readonly ReadModel[];
  readonly inForce: InForce;
  /** True: also rebuild models whose rows are current. */
  readonly evenIfCurrent?: true;
  readonly onProgress?: (progress: Progress) => void;
  readonly onDamaged?: (damaged: HistoryDamaged) => void;
  readonly signal?: AbortSignal;
}

/** After this many events the rebuild reports progress and lets other work of the process run. */
const turnEveryEvents = 2_000;

/**
 * Rebuilds the models that have no rows or rows of another version, file by file in the order of the streams, so that only one file is in memory at a
 * time. The new tables are filled beside the old ones and replace them at the end, all in one transaction. Until it commits, queries read the
 * complete old rows. An interrupted rebuild leaves nothing behind and starts again. A second process that waits for the rebuild finds it done. The
 * checkpoint is the store's last position at the start. A stream that cannot be read keeps its old rows, if it has any: its file stays in the lists,
 * and the rows still say who may be told that it is damaged.
 */
export const rebuildModels = async (work: RebuildWork): Promise<void> => {
  const { store, db, inForce, signal } = work;
  const done = await db.writer.transaction().execute(async (trx) => {
    const models = work.evenIfCurrent
      ? work.models
      : staleModels(work.models, await readStates(trx), inForce);
    if (models.length === 0) return false;
    const upTo = await store.lastPosition();
    const tables = models.flatMap((model) => model.tables);
    const inserts = new Map<AnyTable, BulkInsert>();
    for (const table of tables) {
      await createBeside(trx, table);
      inserts.set(table, new BulkInsert(trx, table, 'beside'));
    }
    const damaged = upTo === undefined ? [] : await fill({ ...work, models }, upTo, inserts);
    for (const model of models)
      for (const table of model.tables) await carryOver(trx, table, ownersAmong(model, damaged));
    for (const table of tables) await putInPlace(trx, table);
    for (const model of models)
      await writeState(trx, {
        model: model.name,
        version: versionOf(model, inForce),
        position: upTo ?? null,
      });
    signal?.throwIfAborted();
    return true;
  });
  if (done) await db.tidy();
};

/** @returns the streams that cannot be read */
const fill = async (
  { store, files, models, inForce, onProgress, onDamaged: tell, signal }: RebuildWork,
  upTo: string,
  inserts: ReadonlyMap<AnyTable, BulkInsert>,
): Promise<readonly StreamName[]> => {
  const damaged = new Set<StreamName>();
  const onDamaged =
    tell &&
    ((error: HistoryDamaged): void => {
      // A review is read twice: with the streams of the files, and by its name.
      if (!damaged.has(error.stream)) tell(error);
      damaged.add(error.stream);
    });
  const full = new Set<BulkInsert>();
  const emit: Emit = (table, row) => {
    const insert = inserts.get(table) as BulkInsert;
    if (insert.add(cellsOf(table, row))) full.add(insert);
  };
  const ofFiles = models.filter(isOfFiles);
  const names = models.map(({ name }) => name);
  const of = await countEvents(store);
  let events = 0;
  let nextTurnAt = turnEveryEvents;
  for await (const file of ofFiles.length === 0 ? [] : files.each({ upTo, onDamaged })) {
    const texts = await textsOf(store, file.fileId);
    for (const model of ofFiles) model.rowsOf(file, inForce, emit, texts);
    for (const insert of full) await insert.flush();
    full.clear();
    events += file.recorded.length;
    if (events < nextTurnAt) continue;
    nextTurnAt = events + turnEveryEvents;
    onProgress?.({ phase: 'rebuild', models: names, events, of });
    await nextTurn();
    signal?.throwIfAborted();
  }
  const hasOthers = ofFiles.length < models.length;
  for await (const owner of hasOthers ? otherOwners(store) : []) {
    const others = modelsOf(models, owner.of);
    if (others.length === 0) continue;
    const stream = await readOther(store, owner).catch((error: unknown) => {
      if (onDamaged === undefined || !(error instanceof HistoryDamaged)) throw error;
      onDamaged(error);
    });
    if (stream !== undefined) for (const model of others) model.rowsOf(stream, emit);
  }
  for (const insert of inserts.values()) await insert.flush();
  onProgress?.({ phase: 'rebuild', models: names, events, of });
  return [...damaged];
};

/** The owners of the rows that the model makes of these streams. */
const ownersAmong = (model: ReadModel, streams: readonly StreamName[]): readonly string[] =>
  streams.flatMap((stream) => {
    if (isOfFiles(model)) return fileOfStream(stream) ?? [];
    const owner = otherOwnerOf(stream);
    return owner?.of === model.of ? owner.id : [];
  });

/** The reviews and the units; there are few. */
async function* otherOwners(store: EventStore): AsyncIterable<OtherOwner> {
  for await (const { stream } of store.streams()) {
    const owner = otherOwnerOf(stream);
    if (owner !== undefined) yield owner;
  }
}

const countEvents = async (store: EventStore): Promise<number> => {
  let events = 0;
  for await (const { stream, lastRevision } of store.streams())
    if (fileOfStream(stream) !== undefined) events += lastRevision + 1;
  return events;
};
