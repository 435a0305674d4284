import { DatabaseSync } from 'node:sqlite';
import type { SeenNotices } from '../seen-notices';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS seen_notice (
    user_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (user_id, notice_id)
  ) STRICT, WITHOUT ROWID;`;

/** Stores the marks in their own SQLite file, so that they survive a rebuild of the read models. @param file a path, or `:memory:` */
export const openSqliteSeenNotices = (file: string): SeenNotices => {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  // A commit does not wait for the disk. If a power cut loses a mark, the user sees the notice once more and marks it again.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(SCHEMA);
  // One statement for any number of ids, so that all of them are marked or none.
  const insert = db.prepare(
    `INSERT INTO seen_notice (user_id, notice_id, seen_at) SELECT ?, value, ? FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
  );
  // CROSS JOIN makes SQLite search the index once per notice and never scan all marks of the user.
  const select = db.prepare(
    `SELECT notice_id AS noticeId FROM json_each(?) CROSS JOIN seen_notice ON user_id = ? AND notice_id = value`,
  );
  return {
    async mark(userId, noticeIds, at) {
      insert.run(userId, at, JSON.stringify(noticeIds));
    },
    async seenBy(userId, noticeIds) {
      const rows = select.all(JSON.stringify(noticeIds), userId) as { noticeId: string }[];
      return new Set(rows.map(({ noticeId }) => noticeId));
    },
    close: async () => db.close(),
  };
};
