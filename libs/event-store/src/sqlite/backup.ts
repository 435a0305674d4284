import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { describeFile } from './backup-file';
import { manifestName, writeSigned, type SignedManifest } from './backup-manifest';
import { BackupSecrets } from './backup-secrets';
import {
  closeToOthers,
  dataFolder,
  folderUnusable,
  makeFolder,
  syncFolder,
  type DataFolder,
} from './data-folder';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { SqliteEventLog } from './event-log.sqlite';
import { asUnusable } from '../database-fault';
import { keysGeneration, keyStoreSchema } from './key-store.sqlite';

/** The target folder of a restore is not empty, or that of a backup holds something else than backups. */
export class FolderNotEmpty extends Error {
  readonly code = 'FOLDER_NOT_EMPTY';
  constructor(readonly folder: string) {
    super(`${folder}: something else lies here already; name a folder that is empty or does not exist`);
  }
}

/** The copies of the events in a place of backups: `events-<instant>`. */
export const eventsFolderPrefix = 'events-';

export interface MadeBackup {
  /** The folder of this copy of the events, inside the place. */
  readonly folder: string;
  readonly manifest: SignedManifest;
}

export interface AboutBackup {
  readonly madeAt: string;
  readonly storeId: string;
  readonly signingKey: KeyObject;
  /** Puts further files into the folder of the copy, before the events are copied, and says their names. */
  readonly beside?: (folder: string) => Promise<readonly string[]>;
}

/**
 * Copies the events, and what belongs beside them, into a new folder inside a place of backups, and replaces the wrapped keys of the place, while the
 * store is in use. It never copies the master key or the signing key.
 * @throws FolderNotEmpty, DataFolderUnusable
 */
export const makeBackup = async (
  files: DataFolder,
  place: string,
  about: AboutBackup,
): Promise<MadeBackup> => {
  try {
    refuseOtherThings(place);
    makeFolder(place);
    closeToOthers(place);
    const { madeAt, storeId, signingKey } = about;
    const folder = newFolder(place, madeAt);
    const copy = dataFolder(folder);
    const beside = (await about.beside?.(folder)) ?? [];
    const generation = await copyBoth(files, { events: copy.events, place, about });
    const described = [copy.events, ...beside.map((name) => join(folder, name))].map(describeFile);
    const unsigned = {
      ...{ version: 3 as const, madeAt, storeId },
      ...(await summary(copy)),
      ...{ generation, files: await Promise.all(described) },
    };
    const manifest = writeSigned(join(folder, manifestName), 'backup', unsigned, signingKey);
    syncFolder(folder);
    return { folder, manifest };
  } catch (error) {
    throw folderUnusable(place, asUnusable(error, place));
  }
};

const refuseOtherThings = (place: string): void => {
  const found = existsSync(place) && statSync(place).isDirectory() ? readdirSync(place) : [];
  if (found.some((name) => !name.startsWith(eventsFolderPrefix) && !BackupSecrets.isOurs(name)))
    throw new FolderNotEmpty(place);
};

const newFolder = (place: string, madeAt: string): string => {
  const name = `${eventsFolderPrefix}${madeAt.replaceAll(':', '')}`;
  for (let n = 1; ; n++) {
    const folder = join(place, n === 1 ? name : `${name}-${n}`);
    if (existsSync(folder)) continue;
    makeFolder(folder);
    return folder;
  }
};

/**
 * Copies both files as of one moment. A key is stored before the first event that needs it. A key that is destroyed between the two snapshots would be
 * missing for events of the first: then it takes both again.
 * @returns the generation of the keys
 */
const copyBoth = async (
  from: DataFolder,
  to: {
    readonly events: string;
    readonly place: string;
    readonly about: AboutBackup;
  },
): Promise<number> => {
  for (;;) {
    const before = generationNow(from);
    const events = openDatabase(from.events, 'read', eventLogSchema);
    const keys = openDatabase(from.keys, 'read', keyStoreSchema);
    try {
      // The open transactions hold the snapshots, so the writer never waits and its writes never make the copy start again.
      takeSnapshot(events);
      takeSnapshot(keys);
      const generation = keysGeneration(keys);
      if (generation !== before) continue;
      await backup(events, to.events);
      asSingleFile(to.events);
      await new BackupSecrets(to.place).replace({ ...to.about, generation }, async (file) => {
        await backup(keys, file);
        asSingleFile(file);
      });
      return generation;
    } finally {
      events.close();
      keys.close();
    }
  }
};

const takeSnapshot = (database: DatabaseSync): void => {
  database.exec('BEGIN');
  database.prepare('SELECT count(*) AS n FROM store').get();
};

const generationNow = (files: DataFolder): number => {
  const keys = openDatabase(files.keys, 'read', keyStoreSchema);
  try {
    return keysGeneration(keys);
  } finally {
    keys.close();
  }
};

/** Turns the write-ahead log off, so that the copy is one file with one hash. */
const asSingleFile = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  chmodSync(file, 0o600);
};

const summary = async (copy: DataFolder): Promise<Pick<SignedManifest, 'events' | 'lastPosition'>> => {
  const database = openDatabase(copy.events, 'read', eventLogSchema);
  try {
    const log = new SqliteEventLog(database, undefined, copy.events);
    const { events } = database.prepare('SELECT count(*) AS events FROM events').get() as { events: number };
    return { events, lastPosition: (await log.lastPosition()) ?? null };
  } finally {
    database.close();
  }
};
