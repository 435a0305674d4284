import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  comparePositions,
  DataFolderUnusable,
  type EventStore,
  type HistoryDamaged,
  type Position,
} from '@rt/event-store';
import { FileRepository, type RulesetRepository } from '@rt/files';
import { inForceAt, type InForce } from '@rt/rules';
import { ReadDatabaseBusy, ReadDatabaseDamaged, type ReadDatabase } from '../database/read-database';
import { ALL_MODELS } from '../models';
import type { ReadModel } from '../read-model';
import { applyBatch, type Applied } from './batch';
import type { Progress } from './progress';
import { rebuildModels } from './rebuild';
import { positionOf, readStates, staleModels, versionOf, type ModelStates } from './states';

export interface ProjectionOptions {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly models?: readonly ReadModel[];
  /** The municipality's own settings, with the thread's cache. */
  readonly ruleset: RulesetRepository;
  /** Events read at a time; rows and checkpoint of a batch are committed together. */
  readonly batchSize?: number;
  /** The thread's repository, which caches files from one call to the next. Default: a repository for this call. */
  readonly files?: FileRepository;
  readonly onProgress?: (progress: Progress) => void;
  /** Called after each batch that this call has committed. */
  readonly onApplied?: (applied: Applied) => void;
  /** Called with the position that all models have reached under the rules in force, also if another process applied the events. */
  readonly onReached?: (position: Position) => void;
  /**
   * Called with each damaged event or file that is met; the others are applied. The rows of a damaged file stay as they were, also through a rebuild.
   * Without this callback the damage is thrown.
   */
  readonly onDamaged?: (damaged: HistoryDamaged) => void;
  /** Called after a damaged read database was made anew, when its rows are complete. Without this callback the damage is thrown. */
  readonly onMadeAnew?: () => void;
  /** Ends the work between two batches; an unfinished rebuild leaves no trace. */
  readonly signal?: AbortSignal;
}

const inForceNow = async ({ ruleset }: ProjectionOptions): Promise<InForce> =>
  inForceAt((await ruleset.load()).recorded);

const batchSizeDefault = 1_000;
const retryAfterMs = 100;

/**
 * Brings the read models up to date with the store. Models without rows, or with rows of another version, are rebuilt; then the events after the
 * checkpoint are applied in batches. Rows and checkpoint are written in one transaction, which first reads the checkpoint again and excludes other
 * processes until it ends. So every event counts once, even if it is delivered repeatedly or several processes run this at the same time.
 * @returns the position that all models have reached; undefined if the store is empty
 * @throws AbortError when the signal aborts; UnknownShape if a newer program has written; DataFolderUnusable if events are missing that the rows know; HistoryDamaged unless `onDamaged` is given; ReadDatabaseDamaged unless `onMadeAnew` is given
 */
export const catchUp = (options: ProjectionOptions): Promise<Position | undefined> =>
  healing(options, caughtUp);

const healing = async <Answer>(
  options: ProjectionOptions,
  work: (options: ProjectionOptions) => Promise<Answer>,
): Promise<Answer> => {
  try {
    return await work(options);
  } catch (error) {
    if (!(error instanceof ReadDatabaseDamaged) || options.onMadeAnew === undefined) throw error;
    await options.db.makeAnew();
    // Damage that is met again at once is the disk's and not the file's, and is thrown.
    const answer = await work(options);
    options.onMadeAnew();
    return answer;
  }
};

const caughtUp = async (options: ProjectionOptions): Promise<Position | undefined> => {
  const { store, db, models = ALL_MODELS, signal, onProgress, onApplied, onReached } = options;
  const files = options.files ?? new FileRepository(store);
  let events = 0;
  for (;;) {
    signal?.throwIfAborted();
    const inForce = await inForceNow(options);
    const states = await readStates(db.reader);
    const last = await store.lastPosition();
    refuseAhead(models, states, last);
    const work = { ...options, models, inForce, files, batchSize: options.batchSize ?? batchSizeDefault };
    if (staleModels(models, states, inForce).length > 0) {
      await patiently(signal, () => rebuildModels(work));
      continue;
    }
    const position = positionOf(models, states);
    if (position !== undefined) onReached?.(position);
    if (last === undefined || isReached(position, last)) return position;
    const applied = await patiently(signal, () => applyBatch(work));
    if (applied !== undefined) onApplied?.(applied);
    events += applied?.events ?? 0;
    onProgress?.({ phase: 'catchUp', models: models.map(({ name }) => name), events });
    await nextTurn();
  }
};

/** Rebuilds the models from the first event, whatever their versions. Queries read the old rows until the new ones are complete. */
export const rebuild = (options: ProjectionOptions): Promise<void> => healing(options, rebuilt);

const rebuilt = async (options: ProjectionOptions): Promise<void> => {
  const models = options.models ?? ALL_MODELS;
  const inForce = await inForceNow(options);
  const files = options.files ?? new FileRepository(options.store);
  refuseAhead(models, await readStates(options.db.reader), await options.store.lastPosition());
  const work = { ...options, files, models, inForce, evenIfCurrent: true as const };
  await patiently(options.signal, () => rebuildModels(work));
  await caughtUp(options);
};

/** How far a read model is behind the store, in events. */
export interface Lag {
  readonly model: string;
  /** False if its rows are missing or of another version; they will be rebuilt. */
  readonly current: boolean;
  readonly upToDate: boolean;
  /** The number of events it has not applied, counted up to `lagCountedMax`. */
  readonly eventsBehind: number;
}

export const lagCountedMax = 10_000;

/** The lag of every model. To count, it reads the missing events. */
export const lagOf = async (options: ProjectionOptions): Promise<readonly Lag[]> => {
  const { store, db, models = ALL_MODELS } = options;
  const inForce = await inForceNow(options);
  const states = await readStates(db.reader);
  const last = await store.lastPosition();
  const lags: Lag[] = [];
  for (const model of models) {
    const state = states.get(model.name);
    const current = state?.version === versionOf(model, inForce);
    const position = (current && state.position) || undefined;
    const upToDate = current && (last === undefined || isReached(position, last));
    lags.push({
      model: model.name,
      current,
      upToDate,
      eventsBehind: upToDate ? 0 : await countAfter(store, position),
    });
  }
  return lags;
};

const countAfter = async (store: EventStore, after: Position | undefined): Promise<number> => {
  let count = 0;
  const onDamaged = (): void => void (count += 1);
  for await (const batch of store.readAll({ after, onDamaged })) {
    count += batch.length;
    if (count >= lagCountedMax) return lagCountedMax;
  }
  return count;
};

/**
 * Rows of events that are gone must not be made again in silence: they show that events were lost. An erased stream does not count, because the record of
 * its erasure comes after its last event.
 */
const refuseAhead = (models: readonly ReadModel[], states: ModelStates, last: Position | undefined): void => {
  const isAhead = models.some(({ name }) => {
    const position = states.get(name)?.position ?? undefined;
    return position !== undefined && (last === undefined || comparePositions(position, last) > 0);
  });
  if (!isAhead) return;
  const text =
    'but the read models know later ones: events are missing. `lost` says more; restore the latest backup (restore), or go on without what is missing (lost --accept)';
  throw new DataFolderUnusable('behind', `the events end at position ${last ?? 0}, ${text}`);
};

const isReached = (position: Position | undefined, wanted: Position): boolean =>
  position !== undefined && comparePositions(position, wanted) >= 0;

/** Retries while another process writes. The retry does not repeat what that process has done, because `work` reads the checkpoint again. */
const patiently = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReadDatabaseBusy)) throw error;
      await sleep(retryAfterMs, undefined, { signal });
    }
  }
};
