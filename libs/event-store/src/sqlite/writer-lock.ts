import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import { folderUnusable, type DataFolder } from './data-folder';
import { asUnusable } from '../database-fault';

interface Holder {
  readonly pid: number;
  readonly command: string;
  readonly since: string;
}

/**
 * Makes this process the only writer of a data folder. The lock is SQLite's exclusive lock on an empty file: the operating system releases it however
 * the process ends, so there is nothing to clean up. The note beside it only tells the operator which process holds the lock.
 * @returns a function that releases the lock
 * @throws DataFolderUnusable, naming the process that holds it
 */
export const lockForWriting = (files: DataFolder): (() => void) => {
  const lock = take(files);
  try {
    note(files);
  } catch (error) {
    lock.close();
    throw folderUnusable(files.lockHolder, error);
  }
  return () => {
    rmSync(files.lockHolder, { force: true });
    lock.close();
  };
};

const take = (files: DataFolder): DatabaseSync => {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(files.lock, { timeout: 0 });
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const unusable = asUnusable(error, files.lock);
    if (!(unusable instanceof DataFolderUnusable) || unusable.reason !== 'locked') throw unusable;
    throw new DataFolderUnusable(
      'locked',
      `${files.folder}: ${heldBy(files)}; end it first. Reading works meanwhile`,
      {
        cause: error,
      },
    );
  }
};

const note = (files: DataFolder): void => {
  const holder: Holder = {
    pid: process.pid,
    command: process.argv.slice(1).join(' '),
    since: new Date().toISOString(),
  };
  writeFileSync(`${files.lockHolder}.new`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${files.lockHolder}.new`, files.lockHolder);
};

const heldBy = (files: DataFolder): string => {
  try {
    const { pid, command, since } = JSON.parse(readFileSync(files.lockHolder, 'utf8')) as Holder;
    return `process ${pid} (${command}) has written to it since ${since}`;
  } catch {
    return 'another process is writing to it';
  }
};
