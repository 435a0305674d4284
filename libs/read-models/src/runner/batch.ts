import { isEventType, stepOf, type FileId } from '@rt/domain';
import { fileOfStream, type FileRepository } from '@rt/files';
import {
  comparePositions,
  HistoryDamaged,
  type EventStore,
  type Position,
  type StoredEvent,
} from '@rt/event-store';
import type { InForce } from '@rt/rules';
import type { Kysely } from 'kysely';
import type { ReadDatabase, ReadSchema } from '../database/read-database';
import { textsOf } from '../file-texts';
import { otherOwnerOf, readOther, type OtherOwner } from '../other-streams';
import { isOfFiles, modelsOf, type Emit, type FileModel, type ReadModel } from '../read-model';
import { differencesIn, settle } from './row-difference';
import { positionOf, readStates, staleModels, writeState, type ModelStates } from './states';

/** A batch that has been applied to the rows. */
export interface Applied {
  /** The batch begins after this position; undefined: at the first event. */
  readonly after: Position | undefined;
  /** The position of the last event of the batch. */
  readonly position: Position;
  readonly events: number;
  /** The files of the batch's events. */
  readonly fileIds: readonly FileId[];
}

export interface BatchWork {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly models: readonly ReadModel[];
  readonly inForce: InForce;
  readonly batchSize: number;
  readonly files: FileRepository;
  readonly onDamaged?: (damaged: HistoryDamaged) => void;
}

/**
 * Applies the next batch and moves the checkpoint, both in one transaction. Each touched stream is read whole unless it is cached,
 * perhaps with events after the batch. Its rows are a function of the stream, so a later batch gives the same rows again.
 * @returns undefined if there is nothing to do: all events are applied, or rows of another version must be rebuilt first
 */
export const applyBatch = async (work: BatchWork): Promise<Applied | undefined> => {
  const { store, db, models, inForce, files } = work;
  return db.writer.transaction().execute(async (trx) => {
    const states = await readStates(trx);
    if (staleModels(models, states, inForce).length > 0) return undefined;
    const after = positionOf(models, states);
    const { events: batch, position } = await nextBatch(work, after);
    if (position === undefined) return undefined;
    const touched = touchedFiles(models.filter(isOfFiles), batch);
    for (const [fileId, { models, events, isErased }] of touched) {
      if (isErased) files.forget(fileId);
      const file = isErased
        ? undefined
        : (files.receive(fileId, events) ??
          (await files.find(fileId).catch((error: unknown) => reportDamaged(work, error))));
      // The rows of a damaged file stay as they were: what can no longer be read must not look as if it had never been.
      if (file === 'damaged') continue;
      const texts = file && (await textsOf(store, fileId));
      for (const model of models)
        await writeDifference(trx, model, fileId, (emit) => file && model.rowsOf(file, inForce, emit, texts));
    }
    for (const owner of touchedOthers(batch)) {
      const stream = await readOther(store, owner).catch((error: unknown) => reportDamaged(work, error));
      if (stream === 'damaged') continue;
      for (const model of modelsOf(models, owner.of))
        await writeDifference(trx, model, owner.id, (emit) => model.rowsOf(stream, emit));
    }
    await moveOn(trx, models, states, position);
    return { after, position, events: batch.length, fileIds: [...touched.keys()] };
  });
};

/** The next events that can be read, and the position of the last one, damaged ones included; undefined if there are no more. */
const nextBatch = async (
  { store, batchSize, onDamaged }: BatchWork,
  after: Position | undefined,
): Promise<{ readonly events: readonly StoredEvent[]; readonly position?: Position }> => {
  const positions: Position[] = [];
  const damaged = (error: HistoryDamaged): void => {
    if (error.position !== undefined) positions.push(error.position);
    onDamaged?.(error);
  };
  const options = { after, batchSize, ...(onDamaged && { onDamaged: damaged }) };
  for await (const events of store.readAll(options)) {
    const last = events.at(-1);
    if (last !== undefined) positions.push(last.position);
    return { events, position: positions.sort(comparePositions).at(-1) };
  }
  return { events: [] };
};

const reportDamaged = ({ onDamaged }: BatchWork, error: unknown): 'damaged' => {
  if (onDamaged === undefined || !(error instanceof HistoryDamaged)) throw error;
  onDamaged(error);
  return 'damaged';
};

/** The events of one file in a batch, and the models that do not ignore all of them. */
interface Touched {
  readonly models: Set<FileModel>;
  readonly events: StoredEvent[];
  /** The batch holds the record of the file's erasure: it has no rows from here on, even if its events are still being deleted. */
  isErased: boolean;
}

const touchedFiles = (
  models: readonly FileModel[],
  batch: readonly StoredEvent[],
): ReadonlyMap<FileId, Touched> => {
  const files = new Map<FileId, Touched>();
  for (const event of batch) {
    const fileId = fileOfStream(event.erases ?? event.stream);
    if (fileId === undefined) continue;
    let touched = files.get(fileId);
    if (!touched) files.set(fileId, (touched = { models: new Set(), events: [], isErased: false }));
    if (event.erases !== undefined) {
      for (const model of models) touched.models.add(model);
      touched.isErased = true;
      continue;
    }
    touched.events.push(event);
    // An unknown type comes from a newer program: loading the file then fails with an error that says so.
    const step = isEventType(event.type) ? stepOf(event.type) : undefined;
    for (const model of models)
      if (step === undefined || !model.ignores?.includes(step)) touched.models.add(model);
  }
  return files;
};

/** The reviews and units of a batch, each once. */
const touchedOthers = (batch: readonly StoredEvent[]): Iterable<OtherOwner> =>
  new Map(
    batch.flatMap(({ stream }) => {
      const owner = otherOwnerOf(stream);
      return owner === undefined ? [] : [[stream, owner] as const];
    }),
  ).values();

/** Deletes and inserts only rows that differ. @param rows emits the rows of the stream; none if it does not exist or was erased */
const writeDifference = async (
  trx: Kysely<ReadSchema>,
  model: Pick<ReadModel, 'tables'>,
  owner: string,
  rows: (emit: Emit) => void,
): Promise<void> => settle(trx, await differencesIn(trx, model, owner, rows));

/** Moves the checkpoints of the models. A model that was rebuilt may be further on; its checkpoint stays. */
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
