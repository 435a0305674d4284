import type { KeyObject } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import {
  AccessLogBusy,
  AccessLogDamaged,
  type AccessEntry,
  type AccessLog,
  type AccessLogHead,
  type AccessLogVerification,
  type LoggedAccess,
} from '../access-log';
import { AccessSeal, FIRST_PREV_HASH, type SealedAccess, type SealedHead } from '../access-seal';
import { prepareAccessLog } from './access-log.schema';
import { namingTheFile, namingTheFileOf } from './access-log.faults';

export interface SqliteAccessLogOptions {
  /** The installation's key that authenticates the entries. */
  readonly key: KeyObject;
  /** Called when the record of the last entry is lost or changed, so that entries may have been cut off. A note in the log says so too. */
  readonly onHeadLost?: () => void;
}

const COLUMNS = `number, at, user_id AS userId, role, relation, purpose, action, file_id AS fileId, scope,
  prev_hash AS prevHash, hash, mac`;

/** How long the thread waits for another process's lock, and how long an append tries again without blocking the thread. */
const lockedMs = { opening: 10_000, atOnce: 20, between: 50, inAll: 3_000 };

/** The scope of the notes that the log writes about itself. */
const upgraded = (entries: number): string => `rows=${entries}`;
const HEAD_LOST = 'head=lost';

/**
 * The access log in its own SQLite file. Several processes may write to it: the number and the hash of the previous entry are read inside the
 * transaction that appends.
 * @param file path of the database, or `:memory:`
 * @throws DataFolderUnusable, as every method does
 */
export const openSqliteAccessLog = (file: string, options: SqliteAccessLogOptions): AccessLog =>
  namingTheFileOf(
    file,
    namingTheFile(file, () => openLog(file, options)),
  );

const openLog = (file: string, { key, onHeadLost = () => undefined }: SqliteAccessLogOptions): AccessLog => {
  const seal = new AccessSeal(key);
  const db = new DatabaseSync(file, { timeout: lockedMs.opening });
  const inTransaction = <Answer>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => Answer): Answer => {
    db.exec(begin);
    try {
      const answer = work();
      db.exec('COMMIT');
      return answer;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const takenOver = inTransaction('BEGIN IMMEDIATE', () => prepareAccessLog(db, seal));
  const selectHead = db.prepare('SELECT entries, hash, mac FROM head WHERE id = 1');
  const writeHead = db.prepare('INSERT OR REPLACE INTO head (id, entries, hash, mac) VALUES (1, ?, ?, ?)');
  const last = db.prepare('SELECT number, hash FROM access ORDER BY number DESC LIMIT 1');
  const count = db.prepare('SELECT count(*) AS entries FROM access');
  const insert = db.prepare(
    `INSERT INTO access (number, at, user_id, role, relation, purpose, action, file_id, scope, prev_hash, hash, mac)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const all = db.prepare(`SELECT ${COLUMNS} FROM access ORDER BY number`);
  const ofOne = (column: 'file_id' | 'user_id') =>
    db.prepare(
      `SELECT ${COLUMNS} FROM access WHERE ${column} = ?1 AND at >= ?2 AND at < ?3 AND number > ?4
       AND (?5 IS NULL OR action IN (SELECT value FROM json_each(?5))) ORDER BY number LIMIT ?6`,
    );
  const ofFile = ofOne('file_id');
  const ofUser = ofOne('user_id');
  // SQLite takes the other columns from the row with the highest number. CROSS JOIN makes it search the index once per file and never scan the log.
  const lastOf = db.prepare(
    `SELECT ${COLUMNS}, max(number) FROM json_each(?) CROSS JOIN access ON file_id = value
     WHERE role = ? AND at >= ? AND action <> 'refused' GROUP BY file_id`,
  );

  const authenticHead = (): SealedHead | undefined => {
    const head = selectHead.get() as SealedHead | undefined;
    return head !== undefined && seal.headFits(head) ? head : undefined;
  };
  const lastEntry = () =>
    (last.get() ?? { number: 0, hash: FIRST_PREV_HASH }) as { number: number; hash: string };

  /** Writes entries after the last one that the head names. If the last entries were deleted, the gap stays in the numbers. */
  const write = (entries: readonly AccessEntry[], head: AccessLogHead): AccessLogHead => {
    let { hash } = head;
    let number = Math.max(head.entries, lastEntry().number);
    for (const entry of entries) {
      number += 1;
      const sealed = seal.seal({
        ...entry,
        fileId: entry.fileId ?? null,
        scope: entry.scope ?? null,
        number,
        prevHash: hash,
      });
      ({ hash } = sealed);
      insert.run(
        sealed.number,
        sealed.at,
        sealed.userId,
        sealed.role,
        sealed.relation,
        sealed.purpose,
        sealed.action,
        sealed.fileId,
        sealed.scope,
        sealed.prevHash,
        sealed.hash,
        sealed.mac,
      );
    }
    const { mac } = seal.sealHead({ entries: number, hash });
    writeHead.run(number, hash, mac);
    return { entries: number, hash };
  };

  const appendNow = (entries: readonly AccessEntry[]): void => {
    let lost = false;
    inTransaction('BEGIN IMMEDIATE', () => {
      let head: AccessLogHead | undefined = authenticHead();
      if (head === undefined) {
        lost = true;
        const { number, hash } = lastEntry();
        head = write([noteOf(entries[0]?.at ?? '', HEAD_LOST)], { entries: number, hash });
      }
      write(entries, head);
    });
    if (lost) onHeadLost();
  };

  if (takenOver > 0) appendNow([noteOf(new Date().toISOString(), upgraded(takenOver))]);
  // From here on a lock of another process must not hold up the thread.
  db.exec(`PRAGMA busy_timeout = ${lockedMs.atOnce}`);

  /** Reads entries and checks each; checks too that no entry has been taken out of the log. @throws AccessLogDamaged */
  const readChecked = (read: () => unknown[]): LoggedAccess[] =>
    inTransaction('BEGIN', () => {
      const head = authenticHead();
      const { entries } = count.get() as { entries: number };
      if (head === undefined || head.entries !== entries)
        throw new AccessLogDamaged(Math.min(entries, head?.entries ?? entries) + 1);
      return (read() as SealedAccess[]).map(checked);
    });

  const checked = (entry: SealedAccess): LoggedAccess => {
    if (!seal.fits(entry)) throw new AccessLogDamaged(entry.number);
    return withoutMac(entry);
  };

  return {
    async append(entries) {
      if (entries.length === 0) return;
      const giveUpAt = performance.now() + lockedMs.inAll;
      for (;;)
        try {
          return appendNow(entries);
        } catch (error) {
          if (!isLocked(error)) throw error;
          if (performance.now() >= giveUpAt) throw new AccessLogBusy({ cause: error });
          await sleep(lockedMs.between);
        }
    },
    async entriesOf({ of, since = '', until = '~', actions, after = 0, limit = -1 }) {
      const [statement, id] = 'fileId' in of ? [ofFile, of.fileId] : [ofUser, of.userId];
      const wanted = actions === undefined ? null : JSON.stringify(actions);
      return readChecked(() => statement.all(id, since, until, after, wanted, limit));
    },
    async lastReadings(fileIds, { role, since }) {
      const rows = lastOf.all(JSON.stringify(fileIds), role, since) as unknown as SealedAccess[];
      return new Map(rows.map(checked).map(({ fileId, at }) => [fileId as string, at]));
    },
    async head() {
      const head = authenticHead();
      const { number, hash } = lastEntry();
      if (head?.entries !== number || head.hash !== hash) throw new AccessLogDamaged(number + 1);
      return { entries: number, hash };
    },
    verify: async (signed = []) =>
      inTransaction('BEGIN', () =>
        verifyEntries(
          all.iterate() as Iterable<unknown> as Iterable<SealedAccess>,
          seal,
          authenticHead(),
          signed,
        ),
      ),
    async copyTo(copyFile) {
      await backup(db, copyFile);
      const copy = new DatabaseSync(copyFile);
      // One file, without a write-ahead log beside it.
      copy.exec('PRAGMA journal_mode = DELETE');
      copy.close();
      chmodSync(copyFile, 0o600);
    },
    close: async () => db.close(),
  };
};

/** A note of the program about the log itself. */
const noteOf = (at: string, scope: string): AccessEntry => ({
  at,
  userId: 'system',
  role: 'system',
  relation: 'none',
  purpose: 'unstated',
  action: 'takenOver',
  scope,
});

const verifyEntries = (
  all: Iterable<SealedAccess>,
  seal: AccessSeal,
  head: AccessLogHead | undefined,
  signed: readonly AccessLogHead[],
): AccessLogVerification => {
  const hashAt = new Map<number, string>([[0, FIRST_PREV_HASH]]);
  const asked = new Set(signed.map(({ entries }) => entries));
  let prevHash = FIRST_PREV_HASH;
  let entries = 0;
  let takenOver = 0;
  let wrong: Pick<AccessLogVerification, 'brokenAt' | 'problem'> | undefined;
  for (const entry of all) {
    entries += 1;
    if (entry.number !== entries || entry.prevHash !== prevHash || !seal.fits(entry))
      return { ok: false, entries, takenOver, brokenAt: entries, problem: 'changed' };
    prevHash = entry.hash;
    if (asked.has(entries)) hashAt.set(entries, entry.hash);
    if (entry.action !== 'takenOver') continue;
    if (entry.scope === upgraded(entries - 1)) takenOver = entries - 1;
    else wrong ??= { brokenAt: entries, problem: 'headLost' };
  }
  if (head?.entries !== entries || head.hash !== prevHash)
    wrong ??= { brokenAt: entries + 1, problem: 'cutTail' };
  const other = signed.find((each) => hashAt.get(each.entries) !== each.hash);
  if (other !== undefined)
    wrong ??= { brokenAt: Math.min(other.entries, entries + 1), problem: 'otherThanSigned' };
  return { ok: wrong === undefined, entries, takenOver, ...wrong };
};

const withoutMac = ({ mac: _, ...entry }: SealedAccess): LoggedAccess => entry;

/** SQLITE_BUSY and its extended codes: another connection holds the lock. */
const isLocked = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
