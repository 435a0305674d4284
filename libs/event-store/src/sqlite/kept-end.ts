import { createPublicKey, type KeyObject } from 'node:crypto';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import type { DataFolder } from './data-folder';
import { refuseCutFile, refuseDamagedTables, waitForOthersMs } from './database';
import { DurableMark, readMark } from './durable-mark';
import { eventLogSchema } from './event-log.schema';
import { guarded } from '../database-fault';
import type { RootKeys } from '../sealing/root-keys';
import { hasTables, lossAgainst, lossText, readEnd, type Loss, type Witnessed } from './loss';
import {
  checkIdentity,
  isNew,
  keepsMark,
  keyChangesOf,
  noteMark,
  rootKeysOf,
  storeIdOf,
  type Keys,
} from './store-identity';

/** Whose witnesses are asked for. */
export interface StoreIdentity {
  readonly storeId: string;
  readonly publicKey: KeyObject;
  deriveKey(purpose: string): KeyObject;
  /** The statements about changes of the signing key. */
  keyChanges(): readonly string[];
}

/** The parts that tell whether the events end where they ended once. */
export interface KeptEnd {
  readonly events: DatabaseSync;
  readonly keyRows: DatabaseSync;
  readonly markKey: KeyObject;
}

export const markKeyOf = (roots: RootKeys): KeyObject => roots.derive('durable-mark');

/** Compares the events with their mark and with other witnesses, which must have been read before this is called. */
export const lossOf = (
  files: DataFolder,
  { events, keyRows, markKey }: KeptEnd,
  witnesses: readonly Witnessed[],
): Loss | undefined => {
  const by = basename(files.durableMark);
  const mark = readMark(files.durableMark, markKey);
  const isKnown = mark !== undefined && mark !== 'damaged';
  const own = isKnown
    ? [{ by, position: mark.position, at: mark.recordedAt, isHash: (hash: string) => hash === mark.hash }]
    : [];
  const loss = lossAgainst(events, [...own, ...witnesses]);
  if (loss !== undefined || isKnown || (mark === undefined && !keepsMark(keyRows))) return loss;
  const { position, recordedAt } = readEnd(events);
  return {
    kind: 'noMark',
    by,
    from: position + 1,
    to: position,
    ...(recordedAt !== '' && { since: recordedAt }),
  };
};

/**
 * Reads the events without changing anything: a write-ahead log that lost its end stays as it is for inspection.
 * @throws DataFolderUnusable if events are missing, or the keys are not those of the store
 */
export const refuseLoss = async (
  files: DataFolder,
  keyRows: DatabaseSync,
  keys: Keys,
  witnessesOf: ((store: StoreIdentity) => Promise<readonly Witnessed[]>) | undefined,
): Promise<void> => {
  const storeId = storeIdOf(keyRows);
  if (storeId === undefined) return;
  const events = guarded(
    files.events,
    () => new DatabaseSync(files.events, { readOnly: true, timeout: waitForOthersMs }),
  );
  try {
    refuseCutFile(files.events, events);
    guarded(files.events, () => {
      if (layoutVersion(events) === eventLogSchema.version)
        refuseDamagedTables(files.events, events, eventLogSchema);
    });
    // A wrong key must not look like a damaged mark.
    if (guarded(files.events, () => hasTables(events) && !isNew(events)))
      checkIdentity(events, keyRows, keys, files);
    const roots = guarded(files.keys, () => rootKeysOf(keyRows, storeId, keys, files));
    const witnesses = await witnessesOf?.({
      storeId,
      publicKey: createPublicKey(keys.signing),
      deriveKey: (purpose) => roots.derive(purpose),
      keyChanges: () => guarded(files.keys, () => keyChangesOf(keyRows)),
    });
    const loss = guarded(files.events, () =>
      lossOf(files, { events, keyRows, markKey: markKeyOf(roots) }, witnesses ?? []),
    );
    if (loss !== undefined) throw new DataFolderUnusable('behind', `${files.events}: ${lossText(loss)}`);
  } finally {
    events.close();
  }
};

const layoutVersion = (database: DatabaseSync): number =>
  (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

/** Opens the mark of a store that is opened for writing. A mark that knows the present end stays as it is, also if that event was damaged since. */
export const openMark = (
  files: DataFolder,
  { events, keyRows, markKey }: KeptEnd,
  acceptsEnd: boolean,
): DurableMark => {
  const mark = readMark(files.durableMark, markKey);
  const end = readEnd(events);
  const isSame = mark !== undefined && mark !== 'damaged' && mark.position === end.position;
  const opened = new DurableMark(files.durableMark, markKey, isSame && !acceptsEnd ? mark : end);
  noteMark(keyRows);
  return opened;
};
