import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
 * The locks that this process holds. A connection that nothing refers to is collected and closed, and its lock is released while the process may still
 * write.
 */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the only writer of a data folder. The lock is SQLite's exclusive lock on an empty file: the operating system releases it however
 * the process ends, so there is nothing to clean up. `refuseHiddenWriter` finds a writer whose lock file was deleted. The note beside it only tells the operator which process holds the lock.
 * @returns a function that releases the lock
 * @throws DataFolderUnusable, naming the process that holds it
 */
export const lockForWriting = (files: DataFolder): (() => void) => {
  const lock = take(files);
  held.add(lock);
  try {
    note(files);
  } catch (error) {
    release(lock);
    throw folderUnusable(files.lockHolder, error);
  }
  return () => {
    rmSync(files.lockHolder, { force: true });
    release(lock);
  };
};

const release = (lock: DatabaseSync): void => {
  held.delete(lock);
  lock.close();
};

/** The name under which the keys' file remembers which lock file the last writer locked. */
const lockFileName = 'writerLock';

/**
 * Refuses to write if the lock file is not the one that the last writer locked, and somebody uses the folder: that may be a writer whose lock file was
 * deleted or replaced, and which the lock therefore does not keep out. To be called with the lock held, before the keys' file is opened.
 * @throws DataFolderUnusable
 */
export const refuseHiddenWriter = (files: DataFolder): void => {
  if (!existsSync(files.keys)) return;
  const last = lastLockFile(files);
  if (last === undefined || last === lockFileOf(files)) return;
  let probe: DatabaseSync | undefined;
  try {
    probe = new DatabaseSync(files.keys, { timeout: 0 });
    // With this locking mode a database can be opened only by a connection that is alone.
    probe.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK');
  } catch (error) {
    const unusable = asUnusable(error, files.keys);
    // Damage is reported where the file is opened.
    if (!(unusable instanceof DataFolderUnusable) || unusable.reason !== 'locked') return;
    const text = `${files.lock} is not the file that the last writer locked, and another process uses the folder; end every process that uses it first`;
    throw new DataFolderUnusable('locked', text, { cause: error });
  } finally {
    probe?.close();
  }
};

/** Remembers the lock file that this process has locked. */
export const noteLockFile = (keys: DatabaseSync, files: DataFolder): void =>
  void keys
    .prepare(
      `INSERT INTO store (name, value) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
    )
    .run(lockFileName, lockFileOf(files));

/** A deleted file that a process has open keeps its number, so no newer file can have the same one. */
const lockFileOf = (files: DataFolder): string => String(statSync(files.lock, { bigint: true }).ino);

/** Undefined for a store that no writer of this version has opened. */
const lastLockFile = (files: DataFolder): string | undefined => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(files.keys, { readOnly: true, timeout: 0 });
    const row = database.prepare('SELECT value FROM store WHERE name = ?').get(lockFileName);
    return (row as { value: string } | undefined)?.value;
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
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
