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

/** Whatever differs between SQLite and another engine stands in this file. */

/** How long a statement waits for another process before the caller is told, so that it can wait without holding up everything else. */
const waitForOthersMs = 200;
const statementsMax = 200;

/**
 * Opens the read models' own file, made where it does not exist. `synchronous=NORMAL`: after a loss of power the last commits may be
 * gone, rows and checkpoint together, and are made again. `secure_delete`: what is deleted is overwritten.
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
  const reader = kysely(file, open(file, 'PRAGMA query_only = ON; PRAGMA cache_size = -16384;'));
  // A first statement, because Kysely closes only what it has used.
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

/** node:sqlite in the clothes of better-sqlite3, which is what Kysely's dialect knows. A statement is prepared once. */
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
      // A transaction that began by reading could not go on to write where another process wrote in between.
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

/** node:sqlite takes an object in the first place for named parameters, binds nothing and says nothing. */
const bindable = (values: readonly unknown[]): SQLInputValue[] => {
  const [first] = values;
  if (typeof first === 'object' && first !== null && !ArrayBuffer.isView(first))
    throw new TypeError('a parameter of a statement must be a text, a number or null');
  return values as SQLInputValue[];
};

const deleteIt = 'delete it: it holds nothing of its own and is made again from the events';
const meanings: Record<number, { reason: DataFolderUnusable['reason']; text: string }> = {
  8: { reason: 'readOnly', text: 'it cannot be written to; check the rights of the folder' },
  10: { reason: 'corrupt', text: `the disk reported an error; check the disk, then ${deleteIt}` },
  11: { reason: 'corrupt', text: `it is damaged; ${deleteIt}` },
  13: { reason: 'full', text: 'the disk is full; free some space and try again' },
  14: { reason: 'missing', text: 'it cannot be opened; check that the folder exists and may be written to' },
  26: { reason: 'corrupt', text: `it is not a database of this program; ${deleteIt}` },
};

/** SQLite's errors as an operator needs them. By `code`, not by class: a test runner has another realm than built-in modules. */
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
