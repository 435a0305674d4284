import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  redactionUse,
  type KeyReplacement,
  type KeyStore,
  type Resealed,
  type WrappedKey,
} from '../sealing/key-store';
import { waitForOthersMs, type Schema } from './database';
import { guarded } from '../database-fault';

const resealedSql = `
    CREATE TABLE resealed (
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      key_id TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (stream, revision)
    ) STRICT, WITHOUT ROWID`;

/** The column `event` holds the use of a key: in the first layout only events had keys of their own. */
export const keyStoreSchema: Schema = {
  version: 2,
  sql: `
    CREATE TABLE store (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE keys (
      id TEXT PRIMARY KEY,
      stream TEXT NOT NULL,
      event TEXT NOT NULL,
      wrapped BLOB,
      UNIQUE (stream, event)
    ) STRICT, WITHOUT ROWID;
    ${resealedSql}`,
  upgrades: { 1: resealedSql },
};

type KeyRow = [id: string, stream: string, use: string, wrapped: Uint8Array | null];

/** Stores wrapped keys and resealed payloads in a file of their own, so that destroying them overwrites bytes in this file only. */
export class SqliteKeyStore implements KeyStore {
  private readonly selectByUse: StatementSync;
  private readonly selectById: StatementSync;
  private readonly selectOfStream: StatementSync;
  private readonly selectResealed: StatementSync;

  constructor(
    private readonly database: DatabaseSync,
    private readonly file: string,
  ) {
    const prepare = (sql: string): StatementSync => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    const keys = 'SELECT id, stream, event, wrapped FROM keys';
    this.selectByUse = prepare(`${keys} WHERE stream = ? AND event = ?`);
    this.selectById = prepare(`${keys} WHERE id = ?`);
    this.selectOfStream = prepare(`${keys} WHERE stream = ?`);
    this.selectResealed = prepare('SELECT key_id, sealed FROM resealed WHERE stream = ? AND revision = ?');
  }

  find(stream: string, use: string): Promise<WrappedKey | undefined> {
    return this.run(() => asKey(this.selectByUse.get(stream, use)));
  }

  byId(keyId: string): Promise<WrappedKey | undefined> {
    return this.run(() => asKey(this.selectById.get(keyId)));
  }

  ofStream(stream: string): Promise<readonly WrappedKey[]> {
    return this.run(() => this.selectOfStream.all(stream).map((row) => asKey(row) as WrappedKey));
  }

  streamsWithRedactionKey(): Promise<readonly string[]> {
    return this.run(() => {
      const rows = this.database
        .prepare('SELECT DISTINCT stream FROM keys WHERE event LIKE ?')
        .all(redactionUse('%')) as { stream: string }[];
      return rows.map(({ stream }) => stream);
    });
  }

  add(keys: readonly WrappedKey[]): Promise<void> {
    return this.transaction(() => {
      const insert = this.database.prepare(
        'INSERT OR IGNORE INTO keys (id, stream, event, wrapped) VALUES (?, ?, ?, ?)',
      );
      for (const key of keys) insert.run(key.id, key.stream, key.use, key.wrapped);
    });
  }

  resealed(stream: string, revision: number): Promise<Resealed | undefined> {
    return this.run(() => {
      const row = this.selectResealed.get(stream, revision) as unknown as [string, Uint8Array] | undefined;
      return row && { revision, keyId: row[0], sealed: row[1] };
    });
  }

  replaceKeys(stream: string, { keep, gone, resealed }: KeyReplacement): Promise<void> {
    return this.transaction(() => {
      if (this.selectById.get(keep) === undefined) return;
      this.database.prepare('DELETE FROM resealed WHERE stream = ?').run(stream);
      const insert = this.database.prepare(
        'INSERT INTO resealed (stream, revision, key_id, sealed) VALUES (?, ?, ?, ?)',
      );
      for (const { revision, keyId, sealed } of resealed) insert.run(stream, revision, keyId, sealed);
      const remove = this.database.prepare('DELETE FROM keys WHERE id = ?');
      for (const id of gone) remove.run(id);
      newGeneration(this.database);
    });
  }

  deleteUnused(keyIds: readonly string[]): Promise<void> {
    return this.transaction(() => {
      const remove = this.database.prepare(
        'DELETE FROM keys WHERE id = ? AND NOT EXISTS (SELECT 1 FROM resealed WHERE key_id = id)',
      );
      for (const id of keyIds) remove.run(id);
    });
  }

  async deleteStream(stream: string): Promise<void> {
    await this.transaction(() => {
      const { changes } = this.database.prepare('DELETE FROM keys WHERE stream = ?').run(stream);
      this.database.prepare('DELETE FROM resealed WHERE stream = ?').run(stream);
      if (changes !== 0) newGeneration(this.database);
    });
    await this.wipe();
  }

  /** `secure_delete` has overwritten the rows. The write-ahead log may still hold old pages until it is emptied, which a reader can hold up. */
  wipe(): Promise<boolean> {
    return this.run(() => {
      // The caller tries again; waiting here would hold up every other request of the process.
      this.database.exec('PRAGMA busy_timeout = 0');
      const { busy } = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
      this.database.exec(`PRAGMA busy_timeout = ${waitForOthersMs}`);
      return busy === 0;
    });
  }

  private transaction(work: () => void): Promise<void> {
    return this.run(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        work();
        this.database.exec('COMMIT');
      } catch (error) {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  private run<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(guarded(this.file, work)));
  }
}

/** Counts that keys were destroyed, or wrapped with another master key. A copy of this file with a lower number holds keys that should be gone. */
export const newGeneration = (database: DatabaseSync): void =>
  void database
    .prepare(
      `INSERT INTO store (name, value) VALUES ('generation', '1')
       ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
    )
    .run();

/** How often keys of the store were destroyed, or the keys that wrap and sign were changed. */
export const keysGeneration = (database: DatabaseSync): number => {
  const row = database.prepare("SELECT value FROM store WHERE name = 'generation'").get();
  return Number((row as { value: string } | undefined)?.value ?? 0);
};

/** Sets the count to one that is known from elsewhere, after it was found to be lower. */
export const setKeysGeneration = (database: DatabaseSync, generation: number): void =>
  void database
    .prepare("INSERT OR REPLACE INTO store (name, value) VALUES ('generation', ?)")
    .run(String(generation));

const asKey = (row: unknown): WrappedKey | undefined => {
  if (row === undefined) return undefined;
  const [id, stream, use, wrapped] = row as KeyRow;
  return { id, stream, use, wrapped };
};
