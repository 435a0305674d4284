/** The composition root: it puts the stores together and says where each of them keeps its data. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { FileId } from '@rt/domain';
import type { Clock, EventStore, SealedValues, StoreOrder } from '@rt/event-store';
import { earlierSigners, type Evidence } from '@rt/evidence';
import { FileRepository, RulesetRepository, streamOfFile, UnitRepository } from '@rt/files';
import type {
  AccessLog,
  AccessLogRepaired,
  Directory,
  SeenNotices,
  SessionStore,
  Subscriptions,
} from '@rt/identity';
import type { DraftStore } from '@rt/drafts';
import type { JobStore } from '@rt/jobs';
import type { ReadDatabase } from '@rt/read-models';
import {
  demoUsers,
  isWhole,
  openAccessLog,
  openDraftStore,
  openEventStore,
  openJobStore,
  openReadDatabase,
  openSeenNotices,
  openSessionStore,
  openSubscriptions,
  openTreeStore,
  whyNotWritable,
  type Loss,
  type MadeBackup,
  type Verification,
  type VerifyOptions,
} from './adapters';
import { confirmedClockIn, type ConfirmedClock } from './confirmed-clock';
import { backupHouse } from './backup-house';
import { ACCESS_LOG_FILE, READ_MODELS_FILE, TREE_FILE } from './data-files';
import { evidenceOf } from './house-evidence';
import { keepTree, treeMadeAnewIn, type TreeMadeAnew } from './kept-tree';
import { rotateKeysOf, type NewKeys, type RotatedKeys } from './rotate-keys';
import { WrongSetting, type HouseSettings } from './settings';
import { signedEnds, witnessesOf } from './witnesses';
import { beginWriting } from './begin-writing';
import { keysSetBackIn, refuseKeysSetBack, type KeysSetBack } from './keys-set-back';
import { WriteProbe, type Unwritable } from './write-probe';

const SESSIONS = 'sessions.sqlite';
const SEEN_NOTICES = 'seen-notices.sqlite';
const JOBS = 'jobs.sqlite';
const SUBSCRIPTIONS = 'subscriptions.sqlite';
const DRAFTS = 'drafts.sqlite';
/** The files that the event store checks itself. */
const OF_THE_STORE = ['events.sqlite', 'keys.sqlite'];

/** The event store, with the operations on the store as a whole that an operator needs. */
export interface HouseStore extends EventStore, StoreOrder, SealedValues {
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
  /** Called when the access log finds that its record of the last entry, or its mark, was lost or changed, or is ahead of it. */
  readonly onAccessLogDamaged?: () => void;
  /** Called when a stored job was changed from outside. It has been removed then. */
  readonly onJobsDamaged?: () => void;
  /** Called when a stored draft was changed or inserted from outside. It has been removed then. */
  readonly onDraftForged?: () => void;
  /** Called with the name of a damaged database that was moved aside and made anew: sessions, seen notices, subscriptions, jobs, drafts and read models are. A tree that was gone is named at each start until a person has accepted it. */
  readonly onMadeAnew?: (file: string) => void;
  /** Called when a statement meets damage in the read models, once until they are opened again. */
  readonly onReadModelsDamaged?: () => void;
  /** Called with the name of a database that lacks rows which nobody removed: seen notices, subscriptions, jobs or drafts. It goes on with what is there. */
  readonly onRowsLost?: (file: string) => void;
  /** Called once for each wrapped key of a file or another stream that is damaged. */
  readonly onKeyDamaged?: () => void;
  /** Called when a mark of a seen notice is not as it was stored. */
  readonly onSeenMarkForged?: () => void;
  /** Called when a subscription is not as it was stored. It has ended then. */
  readonly onSubscriptionForged?: () => void;
}

/** What a repair of the access log did, and the file with the log as it was. */
type RepairedAccessLog = AccessLogRepaired & { readonly aside: string };

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
  /** Loads what was recorded of the units' work. */
  readonly units: UnitRepository;
  /** Secret key of the installation, for the HMAC of a request's body. */
  readonly requestKey: KeyObject;
  /** Secret key of the installation that authenticates the stored sessions. */
  readonly sessionKey: KeyObject;
  readModels(): Promise<ReadDatabase>;
  accessLog(): Promise<AccessLog>;
  sessions(): Promise<SessionStore>;
  seenNotices(): Promise<SeenNotices>;
  /** What users are told outside the pages: mails and calendars. */
  subscriptions(): Promise<Subscriptions>;
  /** Long questions and their answers. A house that is opened for reading keeps its own in memory, because those in the file are the writer's. */
  jobs(): Promise<JobStore<unknown>>;
  /** What users have written in forms and not recorded yet. A house that is opened for reading has none, because those in the file are the writer's. */
  drafts(): Promise<DraftStore>;
  /** Proves the history to people outside the municipality. */
  evidence(): Promise<Evidence>;
  /** The names of the databases that report damage in their own file, beside those of the store, which `store.verify` checks. Reads them whole. */
  damagedDatabases(): Promise<readonly string[]>;
  /** Says that the tree over the order of the events was gone and was made anew, until `acceptLoss`. */
  treeMadeAnew(): TreeMadeAnew | undefined;
  /** Says that a checkpoint names later keys than these. A house that is opened for writing has no such keys. */
  keysSetBack(): KeysSetBack | undefined;
  /** Makes a damaged access log readable again. @returns undefined if it is whole */
  repairAccessLog(by: string): Promise<RepairedAccessLog | undefined>;
  /** What is missing in the store by everything that knows of its end. A house that is opened for writing lacks nothing. */
  loss(): Promise<Loss | undefined>;
  /** The databases in which nothing can be written now, and why. Tried at most once a second. */
  unwritable(): Promise<readonly Unwritable[]>;
  /**
   * Signs a checkpoint, copies events, tree and access log into a new folder of a place of backups, and replaces the wrapped keys there, while they are in
   * use.
   * @throws FolderNotEmpty, DataFolderUnusable, AccessLogDamaged
   */
  backup(folder: string): Promise<MadeBackup>;
  /**
   * Changes the master key, the signing key, or both. The house must be closed and opened again afterwards. @throws DataFolderUnusable; then nothing has
   * changed
   */
  rotateKeys(keys: NewKeys): Promise<RotatedKeys>;
  /** Closes all open parts, in the reverse order of opening. */
  close(): Promise<void>;
}

/** Opens the store. @throws DataFolderUnusable, here or when a part is first used; WrongSetting: the clock was set on a folder with real files */
export const openHouse = async (settings: HouseSettings, options: HouseOptions): Promise<House> => {
  const { dataDir, municipality, masterKeyFile, signingKeyFile } = settings;
  const { mode, clock = clockOf(settings), demo = false, onCommit, onKeyDamaged } = options;
  const { onAccessLogDamaged, onJobsDamaged = () => undefined } = options;
  const { onMadeAnew = () => undefined, onSeenMarkForged = () => undefined } = options;
  const { onSubscriptionForged = () => undefined } = options;
  const { onRowsLost = () => undefined, onDraftForged = () => undefined } = options;
  const { onReadModelsDamaged = () => undefined } = options;
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
    (file) => openAccessLog(file, { key: store.deriveKey('access-log'), onEndLost: onAccessLogDamaged }),
    ACCESS_LOG_FILE,
  );
  const treeStore = once(openTreeStore, TREE_FILE);
  const evidence = async (): Promise<Evidence> => {
    const made = evidenceOf(settings, { store, tree: await treeStore(), accessLog, clock });
    await treeIsKept(made);
    return made;
  };
  let keptTree: Promise<void> | undefined;
  const treeIsKept = (made: Evidence): Promise<void> =>
    (keptTree ??= keepTree({
      evidence: made,
      signed: signedEnds(settings, store),
      madeAnew: treeMadeAnewIn(dataDir, store),
      now: () => clock.now(),
    }));
  const confirmedClock = (): ConfirmedClock =>
    confirmedClockIn(dataDir, store.deriveRenewedKey('clock-confirmed'));
  const store = keep(
    await openEventStore({
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
      earlierSigners,
      onCommit,
      onKeyDamaged,
      witnesses: (identity) => witnessesOf(settings, identity),
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
    if (mode === 'write') {
      refuseKeysSetBack(keysSetBackIn(store, signedEnds(settings, store)));
      await beginWriting(store, evidence);
    }
  } catch (error) {
    for (const part of opened.splice(0)) await part.close();
    throw error;
  }
  const treeMadeAnew = (): TreeMadeAnew | undefined => treeMadeAnewIn(dataDir, store).read();
  if (mode === 'write' && treeMadeAnew() !== undefined) onMadeAnew(TREE_FILE);
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
    units: new UnitRepository(store),
    requestKey: store.deriveKey('request-hash'),
    sessionKey: store.deriveRenewedKey('session'),
    readModels: once(
      (file) =>
        openReadDatabase(file, {
          onDamaged: onReadModelsDamaged,
          onMadeAnew: () => onMadeAnew(READ_MODELS_FILE),
        }),
      READ_MODELS_FILE,
    ),
    accessLog,
    sessions: once((file) => openSessionStore(file, () => onMadeAnew(SESSIONS)), SESSIONS),
    seenNotices: once(
      (file) =>
        openSeenNotices(file, {
          key: store.deriveKey('seen-notices'),
          onMadeAnew: () => onMadeAnew(SEEN_NOTICES),
          onForged: onSeenMarkForged,
          onRowsLost: () => onRowsLost(SEEN_NOTICES),
        }),
      SEEN_NOTICES,
    ),
    subscriptions: once(
      (file) =>
        openSubscriptions(file, {
          key: store.deriveKey('subscriptions'),
          onMadeAnew: () => onMadeAnew(SUBSCRIPTIONS),
          onForged: onSubscriptionForged,
          onRowsLost: () => onRowsLost(SUBSCRIPTIONS),
        }),
      SUBSCRIPTIONS,
    ),
    jobs: once(
      (file) =>
        openJobStore(mode === 'write' ? file : ':memory:', {
          key: store.deriveKey('jobs'),
          onMadeAnew: () => onMadeAnew(JOBS),
          onDamaged: onJobsDamaged,
          onRowsLost: () => onRowsLost(JOBS),
        }),
      JOBS,
    ),
    drafts: once(
      (file) =>
        openDraftStore(mode === 'write' ? file : ':memory:', {
          key: store.deriveKey('drafts'),
          sealOf: (fileId) => store.textSeal(streamOfFile(fileId as FileId)),
          onMadeAnew: () => onMadeAnew(DRAFTS),
          onForged: onDraftForged,
          onRowsLost: () => onRowsLost(DRAFTS),
        }),
      DRAFTS,
    ),
    unwritable: () => writeProbe.unwritable(),
    evidence,
    damagedDatabases: async () =>
      readdirSync(dataDir)
        .filter((name) => name.endsWith('.sqlite') && !OF_THE_STORE.includes(name))
        .filter((name) => !isWhole(path.join(dataDir, name)))
        .sort(),
    treeMadeAnew,
    repairAccessLog: async (by) => {
      const at = clock.now();
      const aside = path.join(dataDir, `${ACCESS_LOG_FILE}.damaged-${at.replace(/[:.]/g, '')}`);
      const signed = await (await evidence()).accessHeads();
      const repaired = await (await accessLog()).repair({ by, at, signed, aside });
      return repaired && { ...repaired, aside };
    },
    keysSetBack: () => keysSetBackIn(store, signedEnds(settings, store)),
    loss: async () => store.loss(await witnessesOf(settings, store)),
    backup: async (place) => backupHouse({ dataDir, store, evidence: await evidence(), accessLog }, place),
    rotateKeys: async (keys) => rotateKeysOf(store, await evidence(), keys),
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
