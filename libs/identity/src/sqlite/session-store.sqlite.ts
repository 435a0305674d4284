import { DatabaseSync } from 'node:sqlite';
import type { SessionStore, StoredSession } from '../session-store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS session (
    id_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** Stores sessions in their own SQLite file. They survive a restart, and removed rows are overwritten. @param file a path, or `:memory:` */
export const openSqliteSessionStore = (file: string): SessionStore => {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  // A commit does not wait for the disk. If a power cut loses a session, its user signs in again.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(SCHEMA);
  addMac(db);
  const insert = db.prepare(
    'INSERT INTO session (id_hash, user_id, started_at, used_at, mac) VALUES (?, ?, ?, ?, ?)',
  );
  const select = db.prepare(
    'SELECT id_hash AS idHash, user_id AS userId, started_at AS startedAt, used_at AS usedAt, mac FROM session WHERE id_hash = ?',
  );
  const update = db.prepare('UPDATE session SET used_at = ?, mac = ? WHERE id_hash = ?');
  const remove = db.prepare('DELETE FROM session WHERE id_hash = ?');
  const removeExpired = db.prepare('DELETE FROM session WHERE started_at < ? OR used_at < ?');
  return {
    async save({ idHash, userId, startedAt, usedAt, mac }) {
      insert.run(idHash, userId, startedAt, usedAt, mac);
    },
    async find(idHash) {
      const row = select.get(idHash) as StoredSession | undefined;
      return row && { ...row };
    },
    async noteUse({ idHash, usedAt, mac }) {
      update.run(usedAt, mac, idHash);
    },
    async remove(idHash) {
      remove.run(idHash);
    },
    async removeExpired(startedBefore, usedBefore) {
      removeExpired.run(startedBefore, usedBefore);
    },
    close: async () => db.close(),
  };
};

/** The first version of the table had no `mac`. Its sessions end: their users sign in again. */
const addMac = (db: DatabaseSync): void => {
  const columns = db.prepare("SELECT name FROM pragma_table_info('session')").all();
  if (columns.some(({ name }) => name === 'mac')) return;
  db.exec("DELETE FROM session; ALTER TABLE session ADD COLUMN mac TEXT NOT NULL DEFAULT ''");
};
