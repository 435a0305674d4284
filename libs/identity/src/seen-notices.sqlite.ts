import { DatabaseSync } from 'node:sqlite';
import type { SeenNotices } from './seen-notices';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS seen_notice (
    user_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (user_id, notice_id)
  ) STRICT, WITHOUT ROWID;`;

/** The marks in a SQLite file of their own: they survive a restart, and a rebuild of the read models. @param file a path, or `:memory:` */
export const openSqliteSeenNotices = (file: string): SeenNotices & { close(): void } => {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  // A mark that a power cut loses is made again by whoever sees the notice again, so a commit need not wait for the disk.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  db.exec(SCHEMA);
  // One statement for however many, so that all are marked or none.
  const insert = db.prepare(
    `INSERT INTO seen_notice (user_id, notice_id, seen_at) SELECT ?, value, ? FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
  );
  // CROSS: one look into the marks for every notice asked about, and never the other way round.
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
    close: () => db.close(),
  };
};
