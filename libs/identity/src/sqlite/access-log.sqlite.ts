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
  type LoggedAccess,
} from '../access-log';
import { faultsIn, LOG_NOTES, repairScope, verificationOf, type AccessLogFaults } from '../access-log-check';
import { AccessSeal, FIRST_PREV_HASH, type SealedAccess, type SealedHead } from '../access-seal';
import { AccessLogMark } from './access-log.mark';
import { prepareAccessLog } from './access-log.schema';
import { namingTheFile, namingTheFileOf, refuseOtherTables } from './access-log.faults';

export interface SqliteAccessLogOptions {
  /** The installation's key that authenticates the entries. */
  readonly key: KeyObject;
  /** Called when the record of the last entry, or its mark outside the database, says that entries may have been cut off. A note in the log says so too. */
  readonly onEndLost?: () => void;
  /** True: the end that the log has now is the right one, whatever its mark says. A restore says so. */
  readonly acceptsEnd?: boolean;
}

const COLUMNS = `number, at, user_id AS userId, role, relation, purpose, action, file_id AS fileId, scope,
  prev_hash AS prevHash, hash, mac`;

/** How long the thread waits for another process's lock, and how long an append tries again without blocking the thread. */
const lockedMs = { opening: 10_000, atOnce: 20, between: 50, inAll: 3_000 };

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

/** The mark lies beside the database: `access-log.mark`. */
const markFileOf = (file: string): string => `${file.replace(/\.sqlite$/, '')}.mark`;

const openLog = (
  file: string,
  { key, onEndLost = () => undefined, acceptsEnd = false }: SqliteAccessLogOptions,
): AccessLog => {
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
  const { takenOver, hasMark } = inTransaction('BEGIN IMMEDIATE', () => prepareAccessLog(db, seal));
  refuseOtherTables(file, db, (made) => prepareAccessLog(made, seal));
  const mark = file === ':memory:' ? undefined : new AccessLogMark(markFileOf(file), seal);
  const selectHead = db.prepare('SELECT entries, hash, missing, mac FROM head WHERE id = 1');
  const writeHead = db.prepare(
    'INSERT OR REPLACE INTO head (id, entries, hash, missing, mac) VALUES (1, ?, ?, ?, ?)',
  );
  const last = db.prepare('SELECT number, hash FROM access ORDER BY number DESC LIMIT 1');
  const count = db.prepare('SELECT count(*) AS entries FROM access');
  const insert = db.prepare(
    `INSERT INTO access (number, at, user_id, role, relation, purpose, action, file_id, scope, prev_hash, hash, mac)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare('DELETE FROM access WHERE number = ?');
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

  /**
   * Writes entries after the last one that the head names. If the last entries were deleted, the gap stays in the numbers.
   * @param missing how many entries repairs have noted as gone
   */
  const write = (entries: readonly AccessEntry[], head: AccessLogHead, missing = 0): AccessLogHead => {
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
    const { mac } = seal.sealHead({ entries: number, hash }, missing);
    writeHead.run(number, hash, missing, mac);
    return { entries: number, hash };
  };

  /** What is known to have been the last entry, by the mark or by what this process has written. */
  const furthest = (): AccessLogHead => {
    const { number, hash } = lastEntry();
    const known = mark?.known;
    return known !== undefined && known.entries >= number ? known : { entries: number, hash };
  };

  /** @param found what was found to be wrong when the log was opened */
  const appendNow = (entries: readonly AccessEntry[], found?: string): void => {
    let lost = found;
    const head = inTransaction('BEGIN IMMEDIATE', () => {
      const authentic = authenticHead();
      if (authentic === undefined) lost ??= LOG_NOTES.headLost;
      else if ((mark?.known?.entries ?? 0) > authentic.entries) lost ??= LOG_NOTES.endLost;
      if (lost === undefined) return write(entries, authentic as SealedHead, authentic?.missing);
      const notes = [noteOf(entries[0]?.at ?? new Date().toISOString(), lost), ...entries];
      return write(notes, furthest(), authentic?.missing);
    });
    mark?.move(head);
    if (lost !== undefined) onEndLost();
  };

  if (takenOver > 0) appendNow([noteOf(new Date().toISOString(), LOG_NOTES.upgraded(takenOver))]);
  if (mark !== undefined) {
    const marked = mark.read();
    const { number, hash } = lastEntry();
    if (acceptsEnd || (marked === undefined && !hasMark)) mark.move({ entries: number, hash });
    else if (marked === undefined || marked === 'lost') appendNow([], LOG_NOTES.markLost);
    else if (marked.entries > (authenticHead()?.entries ?? marked.entries)) appendNow([], LOG_NOTES.endLost);
  }
  // From here on a lock of another process must not hold up the thread.
  db.exec(`PRAGMA busy_timeout = ${lockedMs.atOnce}`);

  /** Reads entries and checks each; checks too that no entry has been taken out of the log. @throws AccessLogDamaged */
  const readChecked = (read: () => unknown[]): LoggedAccess[] =>
    inTransaction('BEGIN', () => {
      const head = authenticHead();
      const { entries } = count.get() as { entries: number };
      const there = head === undefined ? undefined : head.entries - (head.missing ?? 0);
      const isBehind = (mark?.known?.entries ?? 0) > (head?.entries ?? 0);
      if (there !== entries || isBehind) throw new AccessLogDamaged(Math.min(entries, there ?? entries) + 1);
      return (read() as SealedAccess[]).map(checked);
    });

  const checked = (entry: SealedAccess): LoggedAccess => {
    if (!seal.fits(entry)) throw new AccessLogDamaged(entry.number);
    return withoutMac(entry);
  };

  const faults = (signed: readonly AccessLogHead[]): AccessLogFaults => {
    const head = authenticHead();
    const end = mark?.known;
    const furthestEnd = head === undefined || (end !== undefined && end.entries > head.entries) ? end : head;
    const rows = all.iterate() as Iterable<unknown> as Iterable<SealedAccess>;
    const found = faultsIn(rows, seal, furthestEnd, signed);
    if (head !== undefined) return found;
    return { ...found, unsure: [...found.unsure, { number: found.entries + 1, problem: 'headLost' }] };
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
    verify: async (signed = []) => {
      mark?.read();
      return inTransaction('BEGIN', () => verificationOf(faults(signed)));
    },
    async repair({ by, at, signed, aside }) {
      mark?.read();
      const before = inTransaction('BEGIN', () => faults(signed));
      if (verificationOf(before).ok && authenticHead() !== undefined) return undefined;
      await this.copyTo(aside);
      const repaired = inTransaction('BEGIN IMMEDIATE', () => {
        const { forged, ...found } = faults(signed);
        for (const number of forged) remove.run(number);
        const lost = [...found.lost, ...found.lostAtEnd];
        const unsure = found.unsure.map(({ number }) => number);
        const end = furthest();
        const head = authenticHead() ?? end;
        const from = head.entries > end.entries ? head : end;
        const notes = notesOf(lost, unsure).map((scope): AccessEntry => repairNote(by, at, scope));
        const { number } = lastEntry();
        const { entries } = count.get() as { entries: number };
        const last = write(notes, from, Math.max(number, from.entries) - entries);
        return { last, answer: { deleted: forged.length, lost, unsure } };
      });
      mark?.move(repaired.last);
      return repaired.answer;
    },
    async copyTo(copyFile) {
      await backup(db, copyFile);
      const copy = new DatabaseSync(copyFile);
      // One file, without a write-ahead log beside it.
      copy.exec('PRAGMA journal_mode = DELETE');
      copy.close();
      chmodSync(copyFile, 0o600);
    },
    async close() {
      mark?.close();
      db.close();
    },
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

/** An operator's note of what a repair found. */
const repairNote = (userId: string, at: string, scope: string): AccessEntry => ({
  ...noteOf(at, scope),
  userId,
  role: 'operator',
  purpose: 'administration',
  action: 'repaired',
});

/** One note for so many ranges at most, so that each stays a line that a person can read. */
const rangesMax = 20;

const notesOf = (lost: AccessLogFaults['lost'], unsure: readonly number[]): readonly string[] => {
  const notes = [repairScope(lost.slice(0, rangesMax), unsure)];
  for (let from = rangesMax; from < lost.length; from += rangesMax)
    notes.push(repairScope(lost.slice(from, from + rangesMax), []));
  return notes;
};

const withoutMac = ({ mac: _, ...entry }: SealedAccess): LoggedAccess => entry;

/** SQLITE_BUSY and its extended codes: another connection holds the lock. */
const isLocked = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
