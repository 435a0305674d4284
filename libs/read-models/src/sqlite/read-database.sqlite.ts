import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  CamelCasePlugin,
  Kysely,
  SqliteDialect,
  sql,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { DataFolderUnusable } from '@rt/event-store';
import { ReadDatabaseBusy, type ReadDatabase, type ReadSchema } from '../database/read-database';

/** All code that depends on SQLite as the database engine is in this file. */

/** How long a statement waits for another process. Then the caller gets `ReadDatabaseBusy` and can wait without blocking the thread. */
const waitForOthersMs = 200;
const statementsMax = 200;

/**
 * Opens the file of the read models and creates it if it does not exist. `synchronous=NORMAL`: a power failure may lose the last commits, rows and
 * checkpoint together, and the runner makes them again. `secure_delete`: deleted data is overwritten.
 * @throws DataFolderUnusable: corrupt, readOnly, full, missing
 */
export const openReadDatabase = async (file: string): Promise<ReadDatabase> => {
  const writing = open(
    file,
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;',
  );
  const writer = kysely(file, writing);
  await writer.schema
    .createTable('modelStates')
    .ifNotExists()
    .addColumn('model', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('position', 'text')
    .execute();
  await writer.schema
    .createTable('scrubPasses')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('begunAt', 'text', (column) => column.notNull())
    .addColumn('place', 'text')
    .execute();
  const reader = kysely(file, open(file, 'PRAGMA query_only = ON; PRAGMA cache_size = -16384;'));
  // Run one statement, because Kysely closes only connections that it has used.
  await sql`select 1`.execute(reader);
  return {
    reader,
    writer,
    tidy: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(writer)),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
};

const open = (file: string, pragmas: string): DatabaseSync =>
  guarded(file, () => {
    const database = new DatabaseSync(file, { timeout: waitForOthersMs });
    try {
      database.exec(`PRAGMA secure_delete = ON; ${pragmas}`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });

const kysely = (file: string, database: DatabaseSync): Kysely<ReadSchema> =>
  new Kysely<ReadSchema>({
    dialect: new SqliteDialect({ database: asKyselyKnowsIt(file, database) }),
    plugins: [new CamelCasePlugin()],
  });

/** Adapts node:sqlite to the interface that Kysely's SqliteDialect expects; caches prepared statements. */
const asKyselyKnowsIt = (file: string, database: DatabaseSync): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const statement = guarded(file, () => database.prepare(text));
    return {
      reader: statement.columns().length > 0,
      all: (values) => guarded(file, () => statement.all(...bindable(values))),
      run: (values) => guarded(file, () => statement.run(...bindable(values))),
      iterate: (values) => statement.iterate(...bindable(values)),
    };
  };
  return {
    close: () => database.close(),
    prepare: (text) => {
      // A transaction that starts with a read fails at its first write if another process has written in between, so it takes the write lock at once.
      const wanted = text === 'begin' ? 'begin immediate' : text;
      let statement = prepared.get(wanted);
      if (statement === undefined) {
        if (prepared.size === statementsMax) prepared.clear();
        prepared.set(wanted, (statement = prepare(wanted)));
      }
      return statement;
    },
  };
};

/** If the first value is an object, node:sqlite takes it for named parameters: it binds nothing and reports no error. */
const bindable = (values: readonly unknown[]): SQLInputValue[] => {
  const [first] = values;
  if (typeof first === 'object' && first !== null && !ArrayBuffer.isView(first))
    throw new TypeError('a parameter of a statement must be a text, a number or null');
  return values as SQLInputValue[];
};

const deleteIt = 'delete it: it holds nothing of its own and is made again from the events';
const meanings: Record<number, { reason: DataFolderUnusable['reason']; text: string }> = {
  8: { reason: 'readOnly', text: 'it cannot be written to; check the rights of the folder' },
  10: { reason: 'diskError', text: `the disk reported an error; check the disk, then ${deleteIt}` },
  11: { reason: 'corrupt', text: `it is damaged; ${deleteIt}` },
  13: { reason: 'full', text: 'the disk is full; free some space and try again' },
  14: { reason: 'missing', text: 'it cannot be opened; check that the folder exists and may be written to' },
  26: { reason: 'corrupt', text: `it is not a database of this program; ${deleteIt}` },
};

/**
 * Throws SQLite's errors with advice for the operator. It checks `code`, not the class, because under Jest the errors of built-in modules belong to
 * another realm.
 */
const guarded = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const { code, errcode = 0, message } = error as { code?: string; errcode?: number; message: string };
    if (code !== 'ERR_SQLITE_ERROR') throw error;
    const primary = errcode & 0xff;
    if (primary === 5) throw new ReadDatabaseBusy(`${file}: another process is writing`, { cause: error });
    const meaning = meanings[primary];
    if (meaning === undefined) throw error;
    throw new DataFolderUnusable(meaning.reason, `${file}: ${meaning.text} (SQLite: ${message})`, {
      cause: error,
    });
  }
};
