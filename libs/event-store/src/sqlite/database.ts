import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import { asUnusable, guarded } from '../database-fault';
import { layoutOfNew, refuseOtherLayout } from '../database-layout';
import { writingPragmas } from './log-writer';

export interface Schema {
  /** Stored in `user_version`. */
  readonly version: number;
  readonly sql: string;
  /** For each earlier version, the statements that make the next one of it. */
  readonly upgrades?: Readonly<Record<number, string>>;
}

/** How long a statement waits while another program has locked the file. */
export const waitForOthersMs = 5_000;

/**
 * Opens one of the store's files. With WAL and `synchronous=FULL`, committed data survives a power failure; with `secure_delete`, deleted data is
 * overwritten.
 * @throws DataFolderUnusable
 */
export const openDatabase = (file: string, mode: 'write' | 'read', schema: Schema): DatabaseSync =>
  guarded(file, () => {
    const database = new DatabaseSync(file, { readOnly: mode === 'read', timeout: waitForOthersMs });
    try {
      if (mode === 'write') {
        database.exec(writingPragmas);
      }
      database.exec('PRAGMA cache_size = -32768;');
      const { user_version: found } = database.prepare('PRAGMA user_version').get() as {
        user_version: number;
      };
      if (found > schema.version) {
        throw new DataFolderUnusable(
          'newerVersion',
          `${file}: it was written by a newer version of this program (layout ${found}, this one knows ${schema.version}); install that version`,
        );
      }
      if (found === 0 && mode === 'write') {
        database.exec(`BEGIN IMMEDIATE; ${schema.sql}; PRAGMA user_version = ${schema.version}; COMMIT;`);
      } else if (found === 0) {
        throw new DataFolderUnusable('missing', `${file}: there is no store in it yet`);
      } else if (found < schema.version) {
        if (found < 0 || schema.upgrades?.[found] === undefined) throw unknownLayout(file, found);
        if (mode === 'write') upgrade(database, schema);
        // A reader cannot write, and the older layout lacks tables that it reads.
        else openDatabase(file, 'write', schema).close();
      }
      refuseDamagedTables(file, database, schema);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });

/** No version of this program wrote such a number: it was damaged. */
const unknownLayout = (file: string, found: number): DataFolderUnusable =>
  new DataFolderUnusable(
    'corrupt',
    `${file}: its contents are damaged (no version wrote layout ${found}); restore the latest backup (restore)`,
  );

/** @throws DataFolderUnusable corrupt if the tables are not those of the schema */
export const refuseDamagedTables = (file: string, database: DatabaseSync, { sql }: Schema): void =>
  refuseOtherLayout(
    file,
    database,
    layoutOfNew((made) => made.exec(sql)),
  );

/** Brings an older layout up to date, in one transaction. Another process may have done it meanwhile. */
const upgrade = (database: DatabaseSync, { version, upgrades = {} }: Schema): void => {
  database.exec('BEGIN IMMEDIATE');
  const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  for (let from = found; from < version; from++) database.exec(upgrades[from] as string);
  database.exec(`PRAGMA user_version = ${version}; COMMIT;`);
};

/** True if a database finds no damage in its file: every page, and that every index says what its table says. It reads the whole file. */
export const isWhole = (file: string): boolean => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: waitForOthersMs });
    const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() as {
      integrity_check: string;
    };
    return found === 'ok';
  } catch (error) {
    // A file that another program has locked is not damaged. What the disk cannot read is.
    const unusable = asUnusable(error, file);
    if (unusable instanceof DataFolderUnusable && ['corrupt', 'diskError'].includes(unusable.reason))
      return false;
    throw unusable;
  } finally {
    database?.close();
  }
};

/**
 * Finds a file that was cut short before anything in it is believed: a last page that is there in part only reads as an empty one.
 * @throws DataFolderUnusable corrupt
 */
export const refuseCutFile = (file: string, database: DatabaseSync): void => {
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return;
  const { pages, size } = guarded(
    file,
    () =>
      database
        .prepare('SELECT page_count AS pages, page_size AS size FROM pragma_page_count(), pragma_page_size()')
        .get() as { pages: number; size: number },
  );
  const missing = pages * size - statSync(file).size;
  if (missing > 0) {
    throw new DataFolderUnusable(
      'corrupt',
      `${file}: its last ${missing} bytes are missing; restore the latest backup (restore)`,
    );
  }
};

/**
 * Tries to write in a database, without changing what it says: the version of its layout is written again, durably. The caller learns why it cannot be
 * done.
 * @returns undefined if it was written
 */
export const whyNotWritable = (file: string): DataFolderUnusable | undefined => {
  // Opening a missing file would make it.
  if (!existsSync(file)) return new DataFolderUnusable('missing', `${file}: the file is gone`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE');
    const { user_version: layout } = database.prepare('PRAGMA user_version').get() as {
      user_version: number;
    };
    database.exec(`PRAGMA user_version = ${layout}; COMMIT`);
    return undefined;
  } catch (error) {
    const unusable = asUnusable(error, file);
    if (unusable instanceof DataFolderUnusable) return unusable;
    throw unusable;
  } finally {
    database?.close();
  }
};
