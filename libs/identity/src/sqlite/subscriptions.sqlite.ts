import { createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { DigestChoice, Subscription, Subscriptions } from '../subscriptions';
import { RenewableDatabase } from './renewable-database';

/** `detail`: of a mail the hour in two digits, of a calendar the hash of its secret. `since`: of a mail the last day that was told. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS subscription (
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    since TEXT NOT NULL,
    mac TEXT NOT NULL,
    PRIMARY KEY (user_id, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS subscription_detail ON subscription (kind, detail);`;

export interface SqliteSubscriptionsOptions {
  /** The installation's key that authenticates the rows and hashes the secrets. */
  readonly key: KeyObject;
  /** Called after a damaged file was replaced. */
  readonly onMadeAnew: () => void;
  /** Called when a row is not as it was stored: somebody changed or inserted it. It is removed. */
  readonly onForged: () => void;
  /** Called when rows are gone that nobody removed. */
  readonly onRowsLost: () => void;
}

type Kind = 'digest' | 'calendar';

interface Row {
  readonly userId: string;
  readonly kind: Kind;
  readonly detail: string;
  readonly since: string;
}

interface StoredRow extends Row {
  readonly mac: string;
}

/** The key of a row as bytes: a flipped bit may leave bytes that are no text. */
interface PlacedRow extends Pick<StoredRow, 'detail' | 'since' | 'mac'> {
  readonly user: Uint8Array;
  readonly kindBytes: Uint8Array;
}

/**
 * Stores the subscriptions in their own SQLite file. Each row has an HMAC, so that no changed or inserted row opens a calendar or sends a mail. If the file
 * is damaged, the subscriptions end, and their users choose again.
 * @param file a path, or `:memory:`
 * @throws DataFolderUnusable, as every method does
 */
export const openSqliteSubscriptions = (
  file: string,
  { key, onMadeAnew, onForged, onRowsLost }: SqliteSubscriptionsOptions,
): Subscriptions => {
  const hmac = (...parts: readonly string[]): string =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  const macOf = ({ userId, kind, detail, since }: Row): string => hmac('row', userId, kind, detail, since);
  const hashOf = (secret: string): string => hmac('secret', secret);
  const rows = new RenewableDatabase(file, prepare, onMadeAnew, { table: 'subscription', key, onRowsLost });

  const save = (row: Row): void =>
    rows.write(({ remove, insert }) => {
      const removed = Number(remove.run(row.userId, row.kind).changes);
      insert.run(row.userId, row.kind, row.detail, row.since, macOf(row));
      return 1 - removed;
    });
  const end = (...place: [userId: string | Uint8Array, kind: string | Uint8Array]): void =>
    rows.write(({ remove }) => -Number(remove.run(...place).changes));
  const isAuthentic = ({ mac, ...row }: StoredRow): boolean => {
    const [given, right] = [Buffer.from(mac), Buffer.from(macOf(row))];
    return given.length === right.length && timingSafeEqual(given, right);
  };
  /** A row that is not as it was stored is removed and does not count. */
  const authentic = (row: StoredRow | undefined): Row | undefined => {
    if (row === undefined) return undefined;
    if (isAuthentic(row)) return row;
    end(row.userId, row.kind);
    onForged();
    return undefined;
  };
  const find = (userId: string, kind: Kind): Row | undefined =>
    authentic(rows.run(({ select }) => select.get(userId, kind)) as StoredRow | undefined);

  // A row whose user or kind was changed is asked for by nobody, so all are checked once: a few hundred.
  const placed = rows.run(({ all }) => all.all()) as unknown as PlacedRow[];
  for (const { user, kindBytes, ...row } of placed)
    if (
      !isAuthentic({
        ...row,
        userId: Buffer.from(user).toString(),
        kind: Buffer.from(kindBytes).toString() as Kind,
      })
    ) {
      end(user, kindBytes);
      onForged();
    }
  return {
    async of(userId): Promise<Subscription> {
      const [digest, calendar] = [find(userId, 'digest'), find(userId, 'calendar')];
      return {
        ...(digest && { digestHour: Number(digest.detail) }),
        ...(calendar && { calendarSince: calendar.since }),
      };
    },
    async chooseDigest(userId, choice: DigestChoice | undefined) {
      if (choice === undefined) return end(userId, 'digest');
      save({ userId, kind: 'digest', detail: hourText(choice.hour), since: choice.told ?? '' });
    },
    async digestsDue(day, hour) {
      const found = rows.run(({ due }) => due.all(hourText(hour), day)) as unknown as StoredRow[];
      return found.flatMap((row) => authentic(row)?.userId ?? []);
    },
    async digestTold(userId, day) {
      const row = find(userId, 'digest');
      if (row !== undefined) save({ ...row, since: day });
    },
    async openCalendar(userId, at) {
      const secret = randomBytes(secretBytes).toString('base64url');
      save({ userId, kind: 'calendar', detail: hashOf(secret), since: at });
      return secret;
    },
    closeCalendar: async (userId) => end(userId, 'calendar'),
    async userOfCalendar(secret) {
      const row = rows.run(({ calendar }) => calendar.get(hashOf(secret))) as StoredRow | undefined;
      return authentic(row)?.userId;
    },
    close: async () => rows.close(),
  };
};

const secretBytes = 32;

/** Texts of hours are in the order of the hours. */
const hourText = (hour: number): string => String(hour).padStart(2, '0');

const prepare = (db: DatabaseSync) => {
  db.exec(SCHEMA);
  const columns = 'SELECT user_id AS userId, kind, detail, since, mac FROM subscription';
  return {
    insert: db.prepare('INSERT INTO subscription (user_id, kind, detail, since, mac) VALUES (?, ?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM subscription WHERE user_id = CAST(? AS TEXT) AND kind = CAST(? AS TEXT)'),
    all: db.prepare(
      'SELECT CAST(user_id AS BLOB) AS user, CAST(kind AS BLOB) AS kindBytes, detail, since, mac FROM subscription',
    ),
    select: db.prepare(`${columns} WHERE user_id = ? AND kind = ?`),
    due: db.prepare(`${columns} WHERE kind = 'digest' AND detail <= ? AND since < ? ORDER BY user_id`),
    calendar: db.prepare(`${columns} WHERE kind = 'calendar' AND detail = ?`),
  };
};
