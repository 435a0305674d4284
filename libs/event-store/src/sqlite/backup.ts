import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { makeCheckpoint, type Checkpoint } from '../integrity/checkpoint';
import type { Position } from '../port';
import { dataFolder, folderUnusable, makeFolder, syncFolder, type DataFolder } from './data-folder';
import { openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { SqliteEventLog } from './event-log.sqlite';
import { asUnusable } from './faults';
import { keyStoreSchema } from './key-store.sqlite';
import type { Keys } from './store-identity';

/** The contents of `backup.json`. The file is written last, so a folder without it is not a complete backup. */
export interface BackupManifest {
  readonly version: 1;
  readonly madeAt: string;
  readonly storeId: string;
  readonly events: number;
  readonly lastPosition: Position | null;
  readonly files: readonly BackupFile[];
  /** The signed heads of the copied streams. A restored store must verify against them. */
  readonly checkpoint: Checkpoint;
}

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const manifestName = 'backup.json';

/** The target folder of a backup or of a restore is not empty. */
export class FolderNotEmpty extends Error {
  readonly code = 'FOLDER_NOT_EMPTY';
  constructor(readonly folder: string) {
    super(`${folder}: something lies here already; name a folder that is empty or does not exist`);
  }
}

/**
 * Copies events and wrapped keys while the store is in use. It never copies the master key or the signing key.
 * @throws FolderNotEmpty, DataFolderUnusable
 */
export const makeBackup = async (
  files: DataFolder,
  target: string,
  about: { readonly madeAt: string; readonly storeId: string; readonly keys: Keys },
): Promise<BackupManifest> => {
  const copy = dataFolder(target);
  try {
    if (existsSync(target) && readdirSync(target).length > 0) throw new FolderNotEmpty(target);
    makeFolder(target);
    await copyBoth(files, copy);
    const { events, lastPosition, checkpoint } = await summary(copy, about);
    const manifest: BackupManifest = {
      version: 1,
      madeAt: about.madeAt,
      storeId: about.storeId,
      events,
      lastPosition,
      files: [await describeFile(copy.events), await describeFile(copy.keys)],
      checkpoint,
    };
    writeFileSync(join(target, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    syncFolder(target);
    return manifest;
  } catch (error) {
    throw folderUnusable(target, asUnusable(error, target));
  }
};

/**
 * Copies both files as of one moment. A key is stored before the first event that needs it and is deleted after the last one. So the copy can lack a
 * key only if a stream was erased between the two snapshots: then it takes both again.
 */
const copyBoth = async (from: DataFolder, to: DataFolder): Promise<void> => {
  for (;;) {
    const events = openDatabase(from.events, 'read', eventLogSchema);
    const keys = openDatabase(from.keys, 'read', keyStoreSchema);
    try {
      const erased = takeSnapshot(events, 'SELECT count(erased_revision) AS n FROM streams');
      takeSnapshot(keys, 'SELECT count(*) AS n FROM store');
      const erasedSince = readNow(from) - erased;
      if (erasedSince !== 0) continue;
      // The open transactions hold the snapshots, so the writer never waits and its writes never make the copy start again.
      await backup(events, to.events);
      await backup(keys, to.keys);
    } finally {
      events.close();
      keys.close();
    }
    for (const file of [to.events, to.keys]) asSingleFile(file);
    return;
  }
};

const takeSnapshot = (database: DatabaseSync, select: string): number => {
  database.exec('BEGIN');
  return (database.prepare(select).get() as { n: number }).n;
};

const readNow = (files: DataFolder): number => {
  const events = openDatabase(files.events, 'read', eventLogSchema);
  const { n } = events.prepare('SELECT count(erased_revision) AS n FROM streams').get() as { n: number };
  events.close();
  return n;
};

/** Turns the write-ahead log off, so that the copy is one file with one hash. */
const asSingleFile = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  chmodSync(file, 0o600);
};

const summary = async (
  copy: DataFolder,
  about: { readonly madeAt: string; readonly storeId: string; readonly keys: Keys },
): Promise<Pick<BackupManifest, 'events' | 'lastPosition' | 'checkpoint'>> => {
  const database = openDatabase(copy.events, 'read', eventLogSchema);
  try {
    const log = new SqliteEventLog(database, undefined, copy.events);
    const { events } = database.prepare('SELECT count(*) AS events FROM events').get() as { events: number };
    const checkpoint = await makeCheckpoint(log.streams(), { ...about, signingKey: about.keys.signing });
    return { events, lastPosition: (await log.lastPosition()) ?? null, checkpoint };
  } finally {
    database.close();
  }
};

/** Name, size and SHA-256 of a file, read as a stream. */
export const describeFile = async (file: string): Promise<BackupFile> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { name: basename(file), bytes: statSync(file).size, sha256: hash.digest('hex') };
};
