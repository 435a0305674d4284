/** The composition root: the one file that names adapters and says where each of them keeps its data. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { Clock, EventStore } from '@rt/event-store';
import {
  openSqliteEventStore,
  restoreBackup,
  type BackupManifest,
  type Checkpoint,
  type Restored,
  type Verification,
  type VerifyOptions,
} from '@rt/event-store/sqlite';
import { FileRepository, RulesetRepository } from '@rt/files';
import type { AccessLog, Directory, SeenNotices, SessionStore } from '@rt/identity';
import { demoUsers } from '@rt/identity/demo-directory';
import { openSqliteAccessLog, openSqliteSeenNotices, openSqliteSessionStore } from '@rt/identity/sqlite';
import type { ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import type { HouseSettings } from './settings';

export { demoDirectory as openDirectory } from '@rt/identity/demo-directory';
export { FolderNotEmpty, type Checkpoint, type ProblemKind } from '@rt/event-store/sqlite';

/** The store, with what an operator does to it as a whole. */
export interface HouseStore extends EventStore {
  /** What the operator should be told, loudly, when the store is opened for writing. */
  readonly hints: readonly string[];
  /** Drops the keys at hand, so that keys that another process destroyed open nothing here. */
  forgetKeys(): void;
  /** Checks every byte of the store and says what is wrong and where; changes nothing. */
  verify(options?: VerifyOptions): Promise<Verification>;
  /** The signed heads of all streams. */
  checkpoint(): Promise<Checkpoint>;
  /** Copies events and wrapped keys into an empty folder while the store is in use. @throws FolderNotEmpty, DataFolderUnusable */
  backup(folder: string): Promise<BackupManifest>;
}

export interface HouseOptions {
  /** One process writes to the store at a time; any number read it meanwhile. */
  readonly mode: 'read' | 'write';
  /** Left out: `clockOf` the settings. */
  readonly clock?: Clock;
  /** Called after every group of appends that this process committed, with their number. */
  readonly onCommit?: (appends: number) => void;
}

/** Everything that is kept about people, behind ports. The store is open; each other part opens when it is first asked for. */
export interface House {
  readonly store: HouseStore;
  /** The files of the store, with one cache. */
  readonly files: FileRepository;
  readonly clock: Clock;
  /** Who works where. Nobody signs in by it. */
  readonly directory: Directory;
  /** The municipality's own settings, with one cache. */
  readonly ruleset: RulesetRepository;
  /** Secret of the installation, for the hash of a request's body. */
  readonly requestKey: KeyObject;
  readModels(): Promise<ReadDatabase>;
  accessLog(): Promise<AccessLog>;
  sessions(): Promise<SessionStore>;
  seenNotices(): Promise<SeenNotices>;
  /** Closes what is open, in the opposite order of opening. */
  close(): Promise<void>;
}

/** @throws DataFolderUnusable, here or where a part is first asked for */
export const openHouse = async (settings: HouseSettings, options: HouseOptions): Promise<House> => {
  const { dataDir, municipality, masterKeyFile, signingKeyFile } = settings;
  const { mode, clock = clockOf(settings), onCommit } = options;
  const opened: Closable[] = [];
  const keep = <Part extends Closable>(part: Part): Part => {
    opened.unshift(part);
    return part;
  };
  const once = <Part extends Closable>(open: (file: string) => Part | Promise<Part>, name: string) => {
    let part: Promise<Part> | undefined;
    return (): Promise<Part> => (part ??= Promise.resolve(path.join(dataDir, name)).then(open).then(keep));
  };
  const store = keep(
    await openSqliteEventStore({ folder: dataDir, clock, mode, masterKeyFile, signingKeyFile, onCommit }),
  );
  return {
    store,
    files: new FileRepository(store, { writes: mode === 'write' }),
    clock,
    directory: demoUsers,
    ruleset: new RulesetRepository(store, `ruleset-${municipality}`),
    requestKey: store.deriveKey('request-hash'),
    readModels: once(openReadDatabase, 'read-models.sqlite'),
    accessLog: once(openSqliteAccessLog, 'access-log.sqlite'),
    sessions: once(openSqliteSessionStore, 'sessions.sqlite'),
    seenNotices: once(openSqliteSeenNotices, 'seen-notices.sqlite'),
    close: async () => {
      for (const part of opened.splice(0)) await part.close();
    },
  };
};

interface Closable {
  close(): Promise<void>;
}

export const clockOf = ({ now }: Pick<HouseSettings, 'now'>): Clock => ({
  now: () => now ?? new Date().toISOString(),
});

/** Whether the data folder holds a store. */
export const houseExists = ({ dataDir }: HouseSettings): boolean =>
  existsSync(path.join(dataDir, 'events.sqlite'));

/** Puts a backup into an empty data folder and proves that it is whole. @throws FolderNotEmpty, DataFolderUnusable */
export const restoreHouse = (
  settings: HouseSettings,
  from: string,
  onProgress?: VerifyOptions['onProgress'],
): Promise<Restored> => {
  const { dataDir, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  return restoreBackup({ from, folder: dataDir, clock, masterKeyFile, signingKeyFile, onProgress });
};
