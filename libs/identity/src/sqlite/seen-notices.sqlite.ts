import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SeenNotices } from '../seen-notices';
import { RenewableDatabase } from './renewable-database';

/** Version 1 (`user_version` 0) had no `mac`. */
const VERSION = 2;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS seen_notice (
    user_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (user_id, notice_id)
  ) STRICT, WITHOUT ROWID;`;

export interface SqliteSeenNoticesOptions {
  /** The installation's key that authenticates the marks. */
  readonly key: KeyObject;
  /** Called after a damaged file was replaced. */
  readonly onMadeAnew: () => void;
  /** Called when a mark is not as it was stored: somebody changed or inserted it. It then does not count. */
  readonly onForged: () => void;
  /** Called when marks are gone that nobody removed: they were deleted from outside, or the end of the file was lost. */
  readonly onRowsLost: () => void;
}

interface MarkRow {
  readonly noticeId: string;
  readonly seenAt: string;
  readonly mac: string;
}

/**
 * Stores the marks in their own SQLite file, so that they survive a rebuild of the read models. Each mark has an HMAC, so that no changed or inserted
 * row hides a notice from its user. If the file is damaged, the users see their notices once more. After the opening every mark is checked, a part at a
 * time: a mark whose user or notice was changed is asked for by no user, so that its loss would not be noticed.
 * @param file a path, or `:memory:`
 * @throws DataFolderUnusable, as every method does
 */
export const openSqliteSeenNotices = (
  file: string,
  { key, onMadeAnew, onForged, onRowsLost }: SqliteSeenNoticesOptions,
): SeenNotices => {
  const macOf = (userId: string, noticeId: string, seenAt: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([userId, noticeId, seenAt]))
      .digest()
      .subarray(0, macBytes)
      .toString('base64url');
  const isAuthentic = (userId: string, { noticeId, seenAt, mac }: MarkRow): boolean => {
    const [given, right] = [Buffer.from(mac), Buffer.from(macOf(userId, noticeId, seenAt))];
    return given.length === right.length && timingSafeEqual(given, right);
  };
  const removeForged = (...place: [userId: string | Uint8Array, noticeId: string | Uint8Array]): void => {
    marks.write(({ remove }) => -Number(remove.run(...place).changes));
    onForged();
  };
  const counted = { table: 'seen_notice', key, onRowsLost };
  const marks = new RenewableDatabase(file, (db) => prepare(db, macOf), onMadeAnew, counted);
  let isClosed = false;
  /** @param last the place of the last mark that was checked */
  const checkFrom = (last: Place): void => {
    if (isClosed) return;
    const rows = marks.run(({ part }) => part.all(last.user, last.notice, atOnce)) as unknown as StoredMark[];
    for (const { user, notice, ...row } of rows) {
      const noticeId = Buffer.from(notice).toString();
      if (!isAuthentic(Buffer.from(user).toString(), { ...row, noticeId })) removeForged(user, notice);
    }
    const next = rows.at(-1);
    if (next !== undefined) setImmediate(() => checkLater(next)).unref();
  };
  const checkLater = (last: Place): void => {
    try {
      checkFrom(last);
    } catch {
      // The file cannot be used now: the next question says so, and the next opening checks again.
    }
  };
  checkFrom({ user: new Uint8Array(), notice: new Uint8Array() });
  return {
    async mark(userId, noticeIds, at) {
      const rows = noticeIds.map((noticeId) => [noticeId, macOf(userId, noticeId, at)]);
      marks.write(({ insert }) => Number(insert.run(userId, at, JSON.stringify(rows)).changes));
    },
    async seenBy(userId, noticeIds) {
      const rows = marks.run(({ select }) => select.all(JSON.stringify(noticeIds), userId));
      const authentic = (rows as unknown as MarkRow[]).filter((row) => {
        if (isAuthentic(userId, row)) return true;
        removeForged(userId, row.noticeId);
        return false;
      });
      return new Set(authentic.map(({ noticeId }) => noticeId));
    },
    close: async () => {
      isClosed = true;
      marks.close();
    },
  };
};

const macBytes = 16;
/** How many marks are checked without a pause: a few milliseconds. */
const atOnce = 1_000;

/** Where a mark stands, as bytes: a flipped bit may leave bytes that are no text. */
interface Place {
  readonly user: Uint8Array;
  readonly notice: Uint8Array;
}
type StoredMark = Place & Pick<MarkRow, 'seenAt' | 'mac'>;

const prepare = (db: DatabaseSync, macOf: (userId: string, noticeId: string, seenAt: string) => string) => {
  db.exec(SCHEMA);
  authenticate(db, macOf);
  return {
    // One statement for any number of ids, so that all of them are marked or none.
    insert: db.prepare(
      `INSERT INTO seen_notice (user_id, notice_id, seen_at, mac)
         SELECT ?1, value ->> 0, ?2, value ->> 1 FROM json_each(?3) WHERE true
       ON CONFLICT DO NOTHING`,
    ),
    // CROSS JOIN makes SQLite search the index once per notice and never scan all marks of the user.
    select: db.prepare(
      `SELECT notice_id AS noticeId, seen_at AS seenAt, mac
       FROM json_each(?) CROSS JOIN seen_notice ON user_id = ? AND notice_id = value`,
    ),
    part: db.prepare(
      `SELECT CAST(user_id AS BLOB) AS user, CAST(notice_id AS BLOB) AS notice, seen_at AS seenAt, mac FROM seen_notice
       WHERE (user_id, notice_id) > (CAST(? AS TEXT), CAST(? AS TEXT)) ORDER BY user_id, notice_id LIMIT ?`,
    ),
    remove: db.prepare(
      'DELETE FROM seen_notice WHERE user_id = CAST(? AS TEXT) AND notice_id = CAST(? AS TEXT)',
    ),
  };
};

/** The marks of the first version are authenticated as they are found. */
const authenticate = (
  db: DatabaseSync,
  macOf: (userId: string, noticeId: string, seenAt: string) => string,
): void => {
  db.exec('BEGIN IMMEDIATE');
  const { user_version: found } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (found < VERSION) {
    db.exec("ALTER TABLE seen_notice ADD COLUMN mac TEXT NOT NULL DEFAULT ''");
    const update = db.prepare('UPDATE seen_notice SET mac = ? WHERE user_id = ? AND notice_id = ?');
    const rows = db.prepare('SELECT user_id, notice_id, seen_at FROM seen_notice').all();
    for (const { user_id: userId, notice_id: noticeId, seen_at: seenAt } of rows as Record<string, string>[])
      update.run(
        macOf(userId as string, noticeId as string, seenAt as string),
        userId as string,
        noticeId as string,
      );
    db.exec(`PRAGMA user_version = ${VERSION}`);
  }
  db.exec('COMMIT');
};
