import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { ReadDatabaseDamaged, type ReadDatabase, type ReadSchema } from '../database/read-database';
import { kyselyOn, openWith } from './kysely-on-sqlite';

/** The code that depends on SQLite as the database engine is in this folder. */

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
    const writer = kyselyOn(file, writing, met);
    try {
      await createOwnTables(writer);
      const reader = kyselyOn(
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
