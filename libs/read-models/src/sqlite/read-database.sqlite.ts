import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
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
import { ROWS_AS_ARRAYS } from '../database/tables.sql';
import {
  ReadDatabaseBusy,
  ReadDatabaseDamaged,
  type ReadDatabase,
  type ReadSchema,
} from '../database/read-database';
import { hasOtherLayout } from './stored-layout';

/** The code that depends on SQLite as the database engine is in this folder. */

/** How long a statement waits for another process. Then the caller gets `ReadDatabaseBusy` and can wait without blocking the thread. */
const waitForOthersMs = 200;
const statementsMax = 200;

export interface ReadDatabaseOptions {
  /** Called when a statement meets damage, once until the file is opened again. */
  readonly onDamaged?: () => void;
  /** Called after a damaged file was moved aside. */
  readonly onMadeAnew?: () => void;
}

/**
 * Opens the file of the read models and creates it if it does not exist. A damaged file is moved aside, because all its rows can be made again.
 * `synchronous=NORMAL`: a power failure may lose the last commits, rows and checkpoint together, and the runner makes them again. `secure_delete`: deleted
 * data is overwritten.
 * @throws DataFolderUnusable: readOnly, full, missing
 */
export const openReadDatabase = async (
  file: string,
  options: ReadDatabaseOptions = {},
): Promise<ReadDatabase> => {
  const database = new SqliteReadDatabase(file, options);
  await database.open();
  return database;
};

interface Connections {
  readonly reader: Kysely<ReadSchema>;
  readonly writer: Kysely<ReadSchema>;
  /** The number of the file, which stays with it when it is moved aside. */
  readonly inode: number | undefined;
}

class SqliteReadDatabase implements ReadDatabase {
  private connections: Connections | undefined;
  /** Connections to files that were moved aside. They are closed at the end, because a query may still use them. */
  private readonly earlier: Connections[] = [];
  private damage: ReadDatabaseDamaged | undefined;

  constructor(
    private readonly file: string,
    private readonly options: ReadDatabaseOptions,
  ) {}

  get reader(): Kysely<ReadSchema> {
    return this.whole().reader;
  }

  get writer(): Kysely<ReadSchema> {
    return this.whole().writer;
  }

  async open(): Promise<void> {
    const inode = inodeOf(this.file);
    try {
      await this.connect();
    } catch (error) {
      if (!(error instanceof ReadDatabaseDamaged)) throw error;
      this.moveAside(inode);
      await this.connect();
    }
    this.damage = undefined;
  }

  damaged(cause?: unknown): ReadDatabaseDamaged {
    return (this.damage ??= new ReadDatabaseDamaged(this.file, { cause }));
  }

  madeOfRows<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      throw this.met(error);
    }
  }

  async makeAnew(): Promise<void> {
    const inode = this.connections?.inode;
    this.retire();
    if (inode !== undefined) this.moveAside(inode);
    await this.open();
  }

  async reopen(): Promise<void> {
    if (this.damage === undefined && this.connections?.inode === inodeOf(this.file)) return;
    this.retire();
    await this.open();
  }

  async tidy(): Promise<void> {
    await sql`pragma wal_checkpoint(truncate)`.execute(this.writer);
  }

  async close(): Promise<void> {
    this.retire();
    for (const { reader, writer } of this.earlier.splice(0)) {
      await reader.destroy();
      await writer.destroy();
    }
  }

  private met(cause: unknown): ReadDatabaseDamaged {
    if (this.damage === undefined) this.options.onDamaged?.();
    return this.damaged(cause);
  }

  private whole(): Connections {
    if (this.damage !== undefined) throw this.damage;
    return this.connections as Connections;
  }

  private retire(): void {
    if (this.connections !== undefined) this.earlier.push(this.connections);
    this.connections = undefined;
  }

  private async connect(): Promise<void> {
    const { file } = this;
    const met = (cause: unknown): ReadDatabaseDamaged => this.met(cause);
    const writing = openWith(
      file,
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;',
      met,
    );
    const writer = kysely(file, writing, met);
    try {
      await createOwnTables(writer);
      const reader = kysely(
        file,
        openWith(file, 'PRAGMA query_only = ON; PRAGMA cache_size = -16384;', met),
        met,
      );
      // Run one statement, because Kysely closes only connections that it has used.
      await sql`select 1`.execute(reader);
      this.connections = { reader, writer, inode: inodeOf(file) };
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  }

  /** Keeps one damaged file for inspection, the last one. @param inode of the damaged file: another process may have made a new one by now */
  private moveAside(inode: number | undefined): void {
    if (inode === undefined || inodeOf(this.file) !== inode) return;
    for (const end of ['', '-wal'])
      if (existsSync(this.file + end)) renameSync(this.file + end, `${this.file}.damaged${end}`);
    rmSync(`${this.file}-shm`, { force: true });
    this.options.onMadeAnew?.();
  }
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;

/** The tables that are not those of a read model. */
const createOwnTables = async (writer: Kysely<ReadSchema>): Promise<void> => {
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
};

type OnDamage = (cause: unknown) => ReadDatabaseDamaged;

const openWith = (file: string, pragmas: string, met: OnDamage): DatabaseSync => {
  const database = guarded({ file, met }, () => new DatabaseSync(file, { timeout: waitForOthersMs }));
  try {
    guarded({ file, met, database }, () => database.exec(`PRAGMA secure_delete = ON; ${pragmas}`));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const kysely = (file: string, database: DatabaseSync, met: OnDamage): Kysely<ReadSchema> =>
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
