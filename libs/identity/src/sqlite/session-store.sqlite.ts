import type { DatabaseSync } from 'node:sqlite';
import type { SessionStore, StoredSession } from '../session-store';
import { RenewableDatabase } from './renewable-database';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS session (
    id_hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/**
 * Stores sessions in their own SQLite file. They survive a restart, and removed rows are overwritten. If the file is damaged, all sessions end: the
 * users sign in again.
 * @param file a path, or `:memory:`
 * @param onMadeAnew called after a damaged file was replaced
 * @throws DataFolderUnusable, as every method does
 */
export const openSqliteSessionStore = (file: string, onMadeAnew: () => void): SessionStore => {
  const sessions = new RenewableDatabase(file, prepare, onMadeAnew);
  return {
    async save({ idHash, userId, startedAt, usedAt, mac }) {
      sessions.run(({ insert }) => insert.run(idHash, userId, startedAt, usedAt, mac));
    },
    async find(idHash) {
      const row = sessions.run(({ select }) => select.get(idHash)) as StoredSession | undefined;
      return row && { ...row };
    },
    async noteUse({ idHash, usedAt, mac }) {
      sessions.run(({ update }) => update.run(usedAt, mac, idHash));
    },
    async remove(idHash) {
      sessions.run(({ remove }) => remove.run(idHash));
    },
    async removeExpired(startedBefore, usedBefore) {
      sessions.run(({ removeExpired }) => removeExpired.run(startedBefore, usedBefore));
    },
    close: async () => sessions.close(),
  };
};

const prepare = (db: DatabaseSync) => {
  db.exec(SCHEMA);
  addMac(db);
  return {
    insert: db.prepare(
      'INSERT INTO session (id_hash, user_id, started_at, used_at, mac) VALUES (?, ?, ?, ?, ?)',
    ),
    select: db.prepare(
      'SELECT id_hash AS idHash, user_id AS userId, started_at AS startedAt, used_at AS usedAt, mac FROM session WHERE id_hash = ?',
    ),
    update: db.prepare('UPDATE session SET used_at = ?, mac = ? WHERE id_hash = ?'),
    remove: db.prepare('DELETE FROM session WHERE id_hash = ?'),
    removeExpired: db.prepare('DELETE FROM session WHERE started_at < ? OR used_at < ?'),
  };
};

/** The first version of the table had no `mac`. Its sessions end: their users sign in again. */
const addMac = (db: DatabaseSync): void => {
  const columns = db.prepare("SELECT name FROM pragma_table_info('session')").all();
  if (columns.some(({ name }) => name === 'mac')) return;
  db.exec("DELETE FROM session; ALTER TABLE session ADD COLUMN mac TEXT NOT NULL DEFAULT ''");
};
