import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderUnusable } from '../port';

/** The paths of the files in a data folder. */
export interface DataFolder {
  readonly folder: string;
  readonly events: string;
  readonly keys: string;
  readonly masterKey: string;
  readonly signingKey: string;
  /** The position and hash of the last event that is durable. */
  readonly durableMark: string;
  readonly lock: string;
  readonly lockHolder: string;
  /** Exists while a backup is being restored into the folder. */
  readonly unfinishedRestore: string;
}

export const dataFolder = (folder: string): DataFolder => ({
  folder,
  events: join(folder, 'events.sqlite'),
  keys: join(folder, 'keys.sqlite'),
  masterKey: join(folder, 'master.key'),
  signingKey: join(folder, 'signing.key'),
  durableMark: join(folder, 'durable.mark'),
  lock: join(folder, 'writer.lock'),
  lockHolder: join(folder, 'writer.json'),
  unfinishedRestore: join(folder, 'restore.unfinished'),
});

/** @throws DataFolderUnusable */
export const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderUnusable(folder, error);
  }
};

/**
 * Takes from everybody but the owner every right to a folder and to the files in it, whatever rights they had.
 * @throws DataFolderUnusable if they belong to somebody else
 */
export const closeToOthers = (folder: string): void => {
  if (process.platform === 'win32') return;
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of [folder, ...files.map(({ name }) => join(folder, name))]) {
      const { mode } = statSync(path);
      if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
    }
  } catch (error) {
    // A file of another process may have gone since the folder was listed.
    if ((error as { code?: unknown }).code !== 'ENOENT') throw folderUnusable(folder, error);
  }
};

/** Flushes a folder to disk, so that files just created in it survive a power failure. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Turns an error of the file system into a `DataFolderUnusable` with advice for the operator; returns any other error as it is. */
export const folderUnusable = (path: string, error: unknown): unknown => {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DataFolderUnusable('full', `${path}: the disk is full; free some space and try again`, {
      cause: error,
    });
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    const text =
      'it cannot be written to; check the rights of the folder and whether the disk is mounted read-only';
    return new DataFolderUnusable('readOnly', `${path}: ${text}`, { cause: error });
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') {
    return new DataFolderUnusable('missing', `${path}: it is not a folder`, { cause: error });
  }
  return error;
};
