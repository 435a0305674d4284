import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable, type Clock } from '../port';
import { ClockGuard, type ClockGuardParts } from '../clock-guard';
import { makeKey, masterKeyKind, presentKey, signingKeyKind } from '../sealing/key-files';
import { KeyVault } from '../sealing/key-vault';
import {
  closeToOthers,
  dataFolder,
  folderUnusable,
  makeFolder,
  syncFolder,
  type DataFolder,
} from './data-folder';
import { isWhole, openDatabase, refuseCutFile, waitForOthersMs } from './database';
import { eventLogSchema } from './event-log.schema';
import { SqliteEventLog } from './event-log.sqlite';
import { guarded } from '../database-fault';
import { keysGeneration, keyStoreSchema, SqliteKeyStore } from './key-store.sqlite';
import { DurableMark } from './durable-mark';
import { GroupCommit } from './group-commit';
import { lossOf, markKeyOf, openMark, refuseLoss, type StoreIdentity } from './kept-end';
import { readEnd, type Witnessed } from './loss';
import type { KnownRevision } from '../sealed-event-store';
import { lastRecordedAt } from './last-recorded';
import { SqliteEventStore, type EarlierSigners } from './sqlite-event-store';
import {
  checkIdentity,
  create,
  fitsMaster,
  fitsSigning,
  hasKeys,
  isDemoStore,
  isNew,
  keyChangesOf,
  refuseLostEvents,
  rootKeysOf,
  type Keys,
} from './store-identity';
import { lockForWriting, noteLockFile, refuseHiddenWriter } from './writer-lock';

export interface SqliteStoreOptions {
  /** The data folder. In mode `write` it is created if it does not exist. */
  readonly folder: string;
  readonly clock: Clock;
  /** Only one process writes; any number of processes read at the same time. */
  readonly mode: 'write' | 'read';
  /** The files of the keys (RT_MASTER_KEY_FILE, RT_SIGNING_KEY_FILE). Default: in the data folder, made together with the store. */
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
  /** Marks a new store as one with demo data, whose clock may be set. A store that exists stays what it is. */
  readonly demo?: boolean;
  /** The largest size of `events.sqlite`, in pages of 4,096 bytes. */
  readonly pagesMax?: number;
  /** True for the restore itself, which opens a folder that nobody else may use yet. */
  readonly duringRestore?: boolean;
  /** Called after each commit, with the number of appends in it. */
  readonly onCommit?: (appends: number) => void;
  /** Called once for each key of a stream that is damaged. Reading what it seals throws `KeyDamaged`. */
  readonly onKeyDamaged?: () => void;
  /** Awaited before a stream is deleted. */
  readonly beforeErasing?: () => Promise<void>;
  /** Asked at every read of a whole stream: a read that ends before this revision is damaged. */
  readonly knownRevision?: KnownRevision;
  /** The public keys that signed for the store before the present one, read from the statements about them. */
  readonly earlierSigners?: EarlierSigners;
  /** What other files know of the end of the store. Asked before it is opened for writing; if it is behind them, it is not opened. */
  readonly witnesses?: (store: StoreIdentity) => Promise<readonly Witnessed[]>;
  /** True: the end that the store has now is the right one, whatever was known of it. */
  readonly acceptsEnd?: boolean;
  /** With these, a forward leap of the clock stops appending, except in a demo folder, whose clock may be set. */
  readonly leaps?: Omit<ClockGuardParts, 'lastRecordedAt'>;
}

/**
 * Opens the store in a data folder.
 * @throws DataFolderUnusable: locked, missing, wrongKey, newerVersion, corrupt, full, readOnly, behind
 */
export const openSqliteEventStore = async (options: SqliteStoreOptions): Promise<SqliteEventStore> => {
  const files = dataFolder(options.folder);
  const opened: Closable[] = [];
  const keep = <T extends Closable>(resource: T): T => {
    opened.unshift(resource);
    return resource;
  };
  try {
    if (options.mode === 'write') {
      makeFolder(files.folder);
      closeToOthers(files.folder);
      keep({ close: lockForWriting(files) });
    }
    if (!options.duringRestore) refuseUnfinishedRestore(files);
    checkParts(files, options.mode);
    if (options.mode === 'write') {
      checkAfterUncleanEnd(files);
      refuseHiddenWriter(files);
    }
    const { keyFiles, hints } = prepareKeyFiles(files, options);
    const keyRows = keep(openDatabase(files.keys, options.mode, keyStoreSchema));
    const keys = guarded(files.keys, () => keysIn(keyFiles, keyRows, options.mode));
    if (!hasContent(files.events)) guarded(files.keys, () => refuseLostEvents(keyRows, files));
    else if (options.mode === 'write' && !options.duringRestore && !options.acceptsEnd)
      await refuseLoss(files, keyRows, keys, options.witnesses);
    const eventRows = keep(openDatabase(files.events, options.mode, eventLogSchema));
    refuseCutFile(files.events, eventRows);
    const storeId = guarded(files.events, () => {
      if (isNew(eventRows) && !hasKeys(keyRows) && options.mode === 'write') {
        create(eventRows, keyRows, keys, options.demo === true);
        syncFolder(files.folder);
      }
      return checkIdentity(eventRows, keyRows, keys, files);
    });
    const roots = guarded(files.keys, () => rootKeysOf(keyRows, storeId, keys, files));
    const keptEnd = { events: eventRows, keyRows, markKey: markKeyOf(roots) };
    // Only now: in a folder that is refused nothing is written.
    if (options.mode === 'write') guarded(files.keys, () => noteLockFile(keyRows, files));
    const mark =
      options.mode === 'write' && !options.duringRestore
        ? openMark(files, keptEnd, options.acceptsEnd === true)
        : undefined;
    const writer =
      options.mode === 'write' ? openWriter(files, options, mark, () => log.wakeFollowers()) : undefined;
    const log = keep(new SqliteEventLog(eventRows, writer, files.events));
    const vault = new KeyVault(
      new SqliteKeyStore(keyRows, files.keys),
      keys.master,
      roots,
      () => fitsMaster(keyRows)(keys.master),
      options.onKeyDamaged,
    );
    const isDemo = isDemoStore({ events: eventRows, keys: keyRows }, storeId, keys, files);
    const lastRecorded = guarded(files.events, () => lastRecordedAt(eventRows));
    const { leaps } = options;
    const store = new SqliteEventStore({
      log,
      vault,
      clock: options.clock,
      storeId,
      isDemo,
      lastRecordedAt: lastRecorded,
      clockGuard: isDemo || !leaps ? undefined : new ClockGuard({ ...leaps, lastRecordedAt: lastRecorded }),
      keys,
      roots,
      keyFiles,
      keyRows,
      keyChanges: () => guarded(files.keys, () => keyChangesOf(keyRows)),
      earlierSigners: options.earlierSigners,
      hints,
      files,
      keysGeneration: () => guarded(files.keys, () => keysGeneration(keyRows)),
      loss: (witnesses) => guarded(files.events, () => lossOf(files, keptEnd, witnesses)),
      acceptEnd: () => new DurableMark(files.durableMark, keptEnd.markKey, readEnd(eventRows)).close(),
      knownRevision: options.knownRevision,
      beforeErasing: options.beforeErasing,
      closeAll: () => closeAll(opened),
    });
    if (writer !== undefined) await store.finishDestructions();
    return store;
  } catch (error) {
    await closeAll(opened);
    throw folderUnusable(files.folder, error);
  }
};

interface Closable {
  close(): void | Promise<void>;
}

/** Closes first what was opened last. */
const closeAll = async (opened: Closable[]): Promise<void> => {
  for (const resource of opened.splice(0)) await resource.close();
};

const openWriter = (
  files: DataFolder,
  options: SqliteStoreOptions,
  mark: DurableMark | undefined,
  onCommit: () => void,
): GroupCommit => {
  const settings = { file: files.events, waitMs: waitForOthersMs, pagesMax: options.pagesMax };
  const committed = (appends: number): void => {
    onCommit();
    options.onCommit?.(appends);
  };
  return guarded(files.events, () => new GroupCommit(settings, committed, mark));
};

/** What lies there has not been verified, and what was destroyed after the backup has not been destroyed in it again. */
const refuseUnfinishedRestore = (files: DataFolder): void => {
  if (!existsSync(files.unfinishedRestore)) return;
  const text = 'a restore into this folder was interrupted; run it again (restore)';
  throw new DataFolderUnusable('missing', `${files.folder}: ${text}`);
};

/** A store has both files or none. A missing file is never created again, because that would hide the loss. */
const checkParts = (files: DataFolder, mode: 'write' | 'read'): void => {
  const events = hasContent(files.events);
  if (events && !hasContent(files.keys)) {
    throw new DataFolderUnusable(
      'missing',
      `${files.keys}: the events are here, but not the keys that open them; put the file back from a backup`,
    );
  }
  if (!events && mode === 'read') {
    throw new DataFolderUnusable(
      'missing',
      `${files.folder}: there is no store here; load the demo, record a first event or restore a backup`,
    );
  }
};

const hasContent = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

interface KeyFiles {
  readonly master: string;
  readonly signing: string;
}

/** The keys that the store needs now. A change of keys that was interrupted is finished. */
const keysIn = (files: KeyFiles, keyRows: DatabaseSync, mode: 'read' | 'write'): Keys => ({
  master: presentKey(masterKeyKind, files.master, { fits: fitsMaster(keyRows), mode }),
  signing: presentKey(signingKeyKind, files.signing, { fits: fitsSigning(keyRows), mode }),
});

/** Makes the keys of a new store, and says what is unsafe about where they are. */
const prepareKeyFiles = (
  files: DataFolder,
  options: SqliteStoreOptions,
): { readonly keyFiles: KeyFiles; readonly hints: readonly string[] } => {
  const masterKeyFile = options.masterKeyFile ?? files.masterKey;
  const signingKeyFile = options.signingKeyFile ?? files.signingKey;
  if (options.mode === 'write' && !hasContent(files.keys)) {
    if (options.masterKeyFile === undefined) makeKey(masterKeyKind, masterKeyFile);
    if (options.signingKeyFile === undefined) makeKey(signingKeyKind, signingKeyFile);
    syncFolder(files.folder);
  }
  const hint = (what: string, file: string, setting: string, risk: string): string =>
    `The ${what} lies beside the data it protects (${file}). Move it to a place of its own, with a copy in safe keeping, and name it in ${setting}: ${risk}.`;
  const hints = [];
  if (options.masterKeyFile === undefined) {
    hints.push(
      hint(
        'master key',
        masterKeyFile,
        masterKeyKind.setting,
        'who has both can read everything, and without it nobody can',
      ),
    );
  }
  if (options.signingKeyFile === undefined) {
    hints.push(
      hint(
        'signing key',
        signingKeyFile,
        signingKeyKind.setting,
        'who has both can rewrite history and sign it',
      ),
    );
  }
  return { keyFiles: { master: masterKeyFile, signing: signingKeyFile }, hints };
};

/**
 * A write-ahead log that was left behind shows that the last writer ended without closing the store. Then the databases are read whole once, before anything
 * is written to them.
 */
const checkAfterUncleanEnd = (files: DataFolder): void => {
  for (const file of [files.events, files.keys])
    if (hasContent(`${file}-wal`) && !isWhole(file)) {
      const text =
        'the store was not closed properly and this file is damaged; keep it for inspection and restore the latest backup (restore)';
      throw new DataFolderUnusable('corrupt', `${file}: ${text}`);
    }
};
