import type { DatabaseSync, StatementResultingChanges, StatementSync } from 'node:sqlite';
import type { KeyStore, WrappedKey } from '../sealing/key-store';
import type { Schema } from './database';
import { guarded } from './faults';

export const keyStoreSchema: Schema = {
  version: 1,
  sql: `
    CREATE TABLE store (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE keys (
      id TEXT PRIMARY KEY,
      stream TEXT NOT NULL,
      event TEXT NOT NULL,
      wrapped BLOB,
      UNIQUE (stream, event)
    ) STRICT, WITHOUT ROWID`,
};

type KeyRow = [id: string, stream: string, event: string, wrapped: Uint8Array | null];

/** Stores wrapped keys in a file of their own, so that erasing a key overwrites bytes in this file only. */
export class SqliteKeyStore implements KeyStore {
  private readonly selectByPlace: StatementSync;
  private readonly selectById: StatementSync;

  constructor(
    private readonly database: DatabaseSync,
    private readonly file: string,
  ) {
    this.selectByPlace = database.prepare(
      'SELECT id, stream, event, wrapped FROM keys WHERE stream = ? AND event = ?',
    );
    this.selectById = database.prepare('SELECT id, stream, event, wrapped FROM keys WHERE id = ?');
    this.selectByPlace.setReturnArrays(true);
    this.selectById.setReturnArrays(true);
  }

  find(stream: string, event: string): Promise<WrappedKey | undefined> {
    return this.run(() => asKey(this.selectByPlace.get(stream, event)));
  }

  byId(keyId: string): Promise<WrappedKey | undefined> {
    return this.run(() => asKey(this.selectById.get(keyId)));
  }

  add(keys: readonly WrappedKey[]): Promise<void> {
    return this.transaction(() => {
      const insert = this.database.prepare(
        'INSERT OR IGNORE INTO keys (id, stream, event, wrapped) VALUES (?, ?, ?, ?)',
      );
      for (const key of keys) insert.run(key.id, key.stream, key.event, key.wrapped);
    });
  }

  destroy(keyId: string): Promise<void> {
    return this.erasing(() =>
      this.database.prepare('UPDATE keys SET wrapped = NULL WHERE id = ?').run(keyId),
    );
  }

  deleteStream(stream: string): Promise<void> {
    return this.erasing(() => this.database.prepare('DELETE FROM keys WHERE stream = ?').run(stream));
  }

  /** `secure_delete` overwrites the row. The checkpoint then empties the write-ahead log, which may still hold old pages. */
  private async erasing(work: () => StatementResultingChanges): Promise<void> {
    const { changes } = await this.transaction(work);
    if (changes !== 0) await this.run(() => this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  private transaction<T>(work: () => T): Promise<T> {
    return this.run(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.database.exec('COMMIT');
        return result;
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

const asKey = (row: unknown): WrappedKey | undefined => {
  if (row === undefined) return undefined;
  const [id, stream, event, wrapped] = row as KeyRow;
  return { id, stream, event, wrapped };
};
