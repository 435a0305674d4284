import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { CamelCasePlugin, Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { DataFolderUnusable } from '@rt/event-store';
import { ReadDatabaseBusy, type ReadDatabaseDamaged, type ReadSchema } from '../database/read-database';
import { ROWS_AS_ARRAYS } from '../database/tables.sql';
import { hasOtherLayout } from './stored-layout';

/** How long a statement waits for another process. Then the caller gets `ReadDatabaseBusy` and can wait without blocking the thread. */
const waitForOthersMs = 200;
const statementsMax = 200;

/** Called with SQLite's error when a statement meets damage. Returns what to throw. */
type OnDamage = (cause: unknown) => ReadDatabaseDamaged;

/** Opens a connection and sets its pragmas. @throws DataFolderUnusable, ReadDatabaseBusy, ReadDatabaseDamaged */
export const openWith = (file: string, pragmas: string, met: OnDamage): DatabaseSync => {
  const database = guarded({ file, met }, () => new DatabaseSync(file, { timeout: waitForOthersMs }));
  try {
    guarded({ file, met, database }, () => database.exec(`PRAGMA secure_delete = ON; ${pragmas}`));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Kysely on a connection. Its statements throw what `openWith` throws. */
export const kyselyOn = (file: string, database: DatabaseSync, met: OnDamage): Kysely<ReadSchema> =>
  new Kysely<ReadSchema>({
    dialect: new SqliteDialect({ database: asKyselyKnowsIt({ file, met, database }) }),
    plugins: [new CamelCasePlugin()],
  });

/** Adapts node:sqlite to the interface that Kysely's SqliteDialect expects; caches prepared statements. */
const asKyselyKnowsIt = (place: Place & { readonly database: DatabaseSync }): SqliteDatabase => {
  const { database } = place;
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const statement = guarded(place, () => database.prepare(text));
    if (text.startsWith(ROWS_AS_ARRAYS)) statement.setReturnArrays(true);
    return {
      reader: statement.columns().length > 0,
      all: (values) => guarded(place, () => statement.all(...bindable(values))),
      run: (values) => guarded(place, () => statement.run(...bindable(values))),
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

const meanings: Record<number, { reason: DataFolderUnusable['reason']; text: string }> = {
  8: { reason: 'readOnly', text: 'it cannot be written to; check the rights of the folder' },
  10: {
    reason: 'diskError',
    text: 'the disk reported an error; check the disk, then delete it: it holds nothing of its own and is made again from the events',
  },
  13: { reason: 'full', text: 'the disk is full; free some space and try again' },
  14: { reason: 'missing', text: 'it cannot be opened; check that the folder exists and may be written to' },
};

/** Where a statement runs. */
interface Place {
  readonly file: string;
  readonly met: OnDamage;
  readonly database?: DatabaseSync;
}

/**
 * Throws SQLite's errors with advice for the operator. It checks `code`, not the class, because under Jest the errors of built-in modules belong to
 * another realm.
 */
const guarded = <T>({ file, met, database }: Place, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const { code, errcode = 0, message } = error as { code?: string; errcode?: number; message: string };
    if (code !== 'ERR_SQLITE_ERROR') throw error;
    const primary = errcode & 0xff;
    if (primary === 5) throw new ReadDatabaseBusy(`${file}: another process is writing`, { cause: error });
    if (isDamage(errcode, database)) throw met(error);
    const meaning = meanings[primary];
    if (meaning === undefined) throw error;
    throw new DataFolderUnusable(meaning.reason, `${file}: ${meaning.text} (SQLite: ${message})`, {
      cause: error,
    });
  }
};

/** SQLITE_READONLY_DBMOVED: another process has moved the file aside and made it anew. */
const movedAway = 1_032;

/** Some damage shows itself as another error: a table whose name has changed is missing, and a broken index refuses a row. */
const isDamage = (errcode: number, database: DatabaseSync | undefined): boolean => {
  switch (errcode & 0xff) {
    case 11:
    case 26:
      return true;
    case 8:
      return errcode === movedAway;
    case 1:
      return database !== undefined && hasOtherLayout(database);
    case 19:
      return database !== undefined && !isSound(database);
    default:
      return false;
  }
};

const isSound = (database: DatabaseSync): boolean => {
  const found = database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string };
  return found.integrity_check === 'ok';
};
