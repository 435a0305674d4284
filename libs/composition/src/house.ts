/** The composition root: the one file that names adapters and says where each of them keeps its data. */
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { DataFolderUnusable, type Clock, type EventStore, type StoreOrder } from '@rt/event-store';
import {
  isWhole,
  openSqliteEventStore,
  restoreBackup,
  whyNotWritable,
  type MadeBackup,
  type Restored,
  type Verification,
  type VerifyOptions,
} from '@rt/event-store/sqlite';
import { destroyedUpTo, Evidence, type CheckpointFiles } from '@rt/evidence';
import { openSqliteTreeStore } from '@rt/evidence/sqlite';
import { FileRepository, RulesetRepository } from '@rt/files';
import type { AccessLog, Directory, SeenNotices, SessionStore } from '@rt/identity';
import { demoUsers } from '@rt/identity/demo-directory';
import { openSqliteAccessLog, openSqliteSeenNotices, openSqliteSessionStore } from '@rt/identity/sqlite';
import type { ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import { ConfirmedClock } from './confirmed-clock';
import { destroyAgain } from './destroy-again';
import { WrongSetting, type HouseSettings } from './settings';
import { WriteProbe, type Unwritable } from './write-probe';

export { demoDirectory as openDirectory } from '@rt/identity/demo-directory';
export { FolderNotEmpty, type Checkpoint, type ProblemKind } from '@rt/event-store/sqlite';

/** The file of the tree over the store. */
const TREE = 'tree.sqlite';
const ACCESS_LOG = 'access-log.sqlite';
const SESSIONS = 'sessions.sqlite';
const SEEN_NOTICES = 'seen-notices.sqlite';
/** The files that the event store checks itself. */
const OF_THE_STORE = ['events.sqlite', 'keys.sqlite'];

/** The event store, with the operations on the store as a whole that an operator needs. */
export interface HouseStore extends EventStore, StoreOrder {
  /** Warnings for the operator, to be shown when the store is opened for writing. */
  readonly hints: readonly string[];
  /** When the newest event was recorded, when the store was opened. */
  readonly lastRecordedAt?: string;
  /** The clock has leapt forward, so nothing is recorded until `confirmedClock` says that it is right. */
  clockHasLeapt(): boolean;
  /** Removes all cached keys, so that a key that another process destroyed no longer decrypts anything here. */
  forgetKeys(): void;
  /** Checks every byte of the store and reports each problem with its place. Changes nothing. */
  verify(options?: VerifyOptions): Promise<Verification>;
}

export interface HouseOptions {
  /** Only one process at a time may open the store for writing. Any number of processes may read it meanwhile. */
  readonly mode: 'read' | 'write';
  /** Default: `clockOf(settings)`. */
  readonly clock?: Clock;
  /** The folder is to hold demo data: a new one says so for ever, and one with real files is refused. */
  readonly demo?: boolean;
  /** Called with the number of appends after each group of appends that this process has committed. */
  readonly onCommit?: (appends: number) => void;
  /** Called when the access log finds that its record of the last entry was lost or changed. */
  readonly onAccessLogDamaged?: () => void;
  /** Called with the name of a damaged database that was moved aside and made anew: only sessions and seen notices are. */
  readonly onMadeAnew?: (file: string) => void;
  /** Called when a mark of a seen notice is not as it was stored. */
  readonly onSeenMarkForged?: () => void;
}

/** All stored data about people, behind ports. The event store is open from the start; the other parts are opened on first use. */
export interface House {
  readonly store: HouseStore;
  /** The folder holds demo data. */
  readonly isDemo: boolean;
  /** Loads the personal files of the store, with one cache. */
  readonly files: FileRepository;
  readonly clock: Clock;
  /** Where somebody says that the clock is right after it has leapt. */
  readonly confirmedClock: ConfirmedClock;
  /** The users, with their boards and units. It holds no way to sign in. */
  readonly directory: Directory;
  /** Loads the municipality's own settings, with one cache. */
  readonly ruleset: RulesetRepository;
  /** Secret key of the installation, for the HMAC of a request's body. */
  readonly requestKey: KeyObject;
  /** Secret key of the installation that authenticates the stored sessions. */
  readonly sessionKey: KeyObject;
  readModels(): Promise<ReadDatabase>;
  accessLog(): Promise<AccessLog>;
  sessions(): Promise<SessionStore>;
  seenNotices(): Promise<SeenNotices>;
  /** Proves the history to people outside the municipality. */
  evidence(): Promise<Evidence>;
  /** The names of the databases that report damage in their own file, beside those of the store, which `store.verify` checks. Reads them whole. */
  damagedDatabases(): Promise<readonly string[]>;
  /** The databases in which nothing can be written now, and why. Tried at most once a second. */
  unwritable(): Promise<readonly Unwritable[]>;
  /** Copies events and tree into a new folder of a place of backups, and replaces the wrapped keys there, while they are in use. @throws FolderNotEmpty, DataFolderUnusable */
  backup(folder: string): Promise<MadeBackup>;
  /** Closes all open parts, in the reverse order of opening. */
  close(): Promise<void>;
}

/** Opens the store. @throws DataFolderUnusable, here or when a part is first used; WrongSetting: the clock was set on a folder with real files */
export const openHouse = async (settings: HouseSettings, options: HouseOptions): Promise<House> => {
  const { dataDir, municipality, masterKeyFile, signingKeyFile } = settings;
  const { mode, clock = clockOf(settings), demo = false, onCommit, onAccessLogDamaged } = options;
  const { onMadeAnew = () => undefined, onSeenMarkForged = () => undefined } = options;
  // A folder that does not exist is not even created.
  if (mode === 'write' && !houseHasBegun(settings)) refuseSetClock(settings, demo);
  const opened: Closable[] = [];
  const keep = <Part extends Closable>(part: Part): Part => {
    opened.unshift(part);
    return part;
  };
  const once = <Part extends Closable>(open: (file: string) => Part | Promise<Part>, name: string) => {
    let part: Promise<Part> | undefined;
    return (): Promise<Part> => (part ??= Promise.resolve(path.join(dataDir, name)).then(open).then(keep));
  };
  const accessLog = once(
    (file) =>
      openSqliteAccessLog(file, { key: store.deriveKey('access-log'), onHeadLost: onAccessLogDamaged }),
    ACCESS_LOG,
  );
  const treeStore = once(openSqliteTreeStore, TREE);
  const evidence = async (): Promise<Evidence> =>
    new Evidence({
      order: store,
      tree: await treeStore(),
      accessHead: async () => {
        const { entries, hash } = await (await accessLog()).head();
        return { count: entries, hash: Buffer.from(hash, 'hex') };
      },
      keysGeneration: () => store.keysGeneration(),
      signingKey: store.signingKey,
      municipality,
      storeId: store.storeId,
      clock,
    });
  const confirmedClock = (): ConfirmedClock =>
    new ConfirmedClock(dataDir, store.deriveKey('clock-confirmed'));
  const store = keep(
    await openSqliteEventStore({
      folder: dataDir,
      clock,
      mode,
      demo,
      leaps: {
        monotonicMs: () => Number(process.hrtime.bigint() / 1_000_000n),
        confirmedAt: () => confirmedClock().read()?.at,
      },
      masterKeyFile,
      signingKeyFile,
      onCommit,
      // If the tree cannot be read, files can still be read. The thread that follows the store and `verify` report the damage.
      knownRevision: async (stream) =>
        treeStore()
          .then((tree) => tree.lastRevision(stream))
          .catch(() => undefined),
      // The hashes of the erased events stay in the tree, because signed checkpoints cover them.
      beforeErasing: async () => void (await (await evidence()).follow()),
    }),
  );
  try {
    refuseSetClock(settings, store.isDemo);
    if (demo && !store.isDemo)
      throw new WrongSetting(
        'RT_DATA_DIR (--data-dir)',
        dataDir,
        'a new folder or one that was made for demo data',
      );
  } catch (error) {
    await store.close();
    throw error;
  }
  const writeProbe = new WriteProbe(
    dataDir,
    whyNotWritable,
    (name) => mode === 'read' && OF_THE_STORE.includes(name),
  );
  return {
    store,
    isDemo: store.isDemo,
    files: new FileRepository(store, { writes: mode === 'write' }),
    clock,
    confirmedClock: confirmedClock(),
    directory: demoUsers,
    // One process writes to the store at a time, and this repository is the only one in it that adopts settings.
    ruleset: new RulesetRepository(store, `ruleset-${municipality}`, { writesAlone: mode === 'write' }),
    requestKey: store.deriveKey('request-hash'),
    sessionKey: store.deriveKey('session'),
    readModels: once(openReadDatabase, 'read-models.sqlite'),
    accessLog,
    sessions: once((file) => openSqliteSessionStore(file, () => onMadeAnew(SESSIONS)), SESSIONS),
    seenNotices: once(
      (file) =>
        openSqliteSeenNotices(file, {
          key: store.deriveKey('seen-notices'),
          onMadeAnew: () => onMadeAnew(SEEN_NOTICES),
          onForged: onSeenMarkForged,
        }),
      SEEN_NOTICES,
    ),
    unwritable: () => writeProbe.unwritable(),
    evidence,
    damagedDatabases: async () =>
      readdirSync(dataDir)
        .filter((name) => name.endsWith('.sqlite') && !OF_THE_STORE.includes(name))
        .filter((name) => !isWhole(path.join(dataDir, name)))
        .sort(),
    backup: async (folder) => {
      // The tree is copied before the events. A tree that is behind the events is normal; a tree that is ahead means lost events.
      const copy = path.join(dataDir, 'tree.sqlite.copy');
      try {
        rmSync(copy, { force: true });
        await (await evidence()).copyTree(copy);
        const made = await store.backup(folder);
        copyFileSync(copy, path.join(made.folder, TREE));
        // Copied after the tree, so that it has every entry that a checkpoint in the tree names.
        await (await accessLog()).copyTo(path.join(made.folder, ACCESS_LOG));
        return made;
      } finally {
        rmSync(copy, { force: true });
      }
    },
    close: async () => {
      for (const part of opened.splice(0)) await part.close();
    },
  };
};

/** On a folder with real files the clock is the machine's: what stands there as recorded then was recorded then. */
const refuseSetClock = ({ now }: HouseSettings, isDemo: boolean): void => {
  if (now !== undefined && !isDemo)
    throw new WrongSetting(
      'RT_NOW',
      now,
      'set on a demo folder only, one that `rt demo` or `rt open --demo` made',
    );
};

interface Closable {
  close(): Promise<void>;
}

export const clockOf = ({ now }: Pick<HouseSettings, 'now'>): Clock => ({
  now: () => now ?? new Date().toISOString(),
});

/** True if the data folder contains any part of an event store, even if the events themselves are lost. */
export const houseHasBegun = (settings: HouseSettings): boolean =>
  houseExists(settings) || existsSync(path.join(settings.dataDir, 'keys.sqlite'));

/** True if the data folder contains an event store. */
export const houseExists = ({ dataDir }: HouseSettings): boolean =>
  existsSync(path.join(dataDir, 'events.sqlite'));

export interface RestoreHouseOptions {
  /** The newest checkpoint: what it says was destroyed is destroyed in the restored store again, and older keys than it names are refused. */
  readonly checkpoint?: CheckpointFiles;
  /** Who restores; the repeated redactions and erasures are recorded under this name. */
  readonly recordedBy: string;
  readonly onProgress?: VerifyOptions['onProgress'];
}

/** Copies a backup into an empty data folder and verifies it. @throws FolderNotEmpty, DataFolderUnusable, NotAProof */
export const restoreHouse = async (
  settings: HouseSettings,
  from: string,
  { checkpoint, recordedBy, onProgress }: RestoreHouseOptions,
): Promise<Restored> => {
  const { dataDir, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const restored = await restoreBackup({
    ...{ from, folder: dataDir, clock, masterKeyFile, signingKeyFile, onProgress },
    ...(checkpoint && {
      destroyed: async (store) => {
        const publicKey = createPublicKey(store.signingKey);
        const { generation, destroyed } = destroyedUpTo(checkpoint, { storeId: store.storeId, publicKey });
        if (store.keysGeneration() < generation)
          throw new DataFolderUnusable(
            'wrongKey',
            `${from}: its keys are older than the checkpoint names, and hold what has been destroyed since; use the newest keys`,
          );
        await destroyAgain(store, destroyed, { clock, recordedBy });
      },
    }),
  });
  const entries = path.join(restored.from, ACCESS_LOG);
  if (existsSync(entries)) copyFileSync(entries, path.join(dataDir, ACCESS_LOG));
  const tree = path.join(restored.from, TREE);
  if (existsSync(tree)) await restoreTree(settings, tree);
  return restored;
};

/** A store without its tree agrees with none of its earlier checkpoints. */
const restoreTree = async (settings: HouseSettings, from: string): Promise<void> => {
  const tree = path.join(settings.dataDir, TREE);
  copyFileSync(from, tree);
  const house = await openHouse(settings, { mode: 'read' });
  try {
    const { problems } = await (await house.evidence()).verify();
    if (problems.length === 0) return;
  } finally {
    await house.close();
  }
  for (const file of [tree, `${tree}-wal`, `${tree}-shm`]) rmSync(file, { force: true });
  throw new DataFolderUnusable(
    'corrupt',
    `${from}: the tree does not fit the events of the backup; take another one`,
  );
};
