import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { AccessEntry, AccessLog, LoggedAccess } from './access-log';

/** The fields an entry's hash covers, in the order they are hashed. */
const FIELDS = [
  'number',
  'at',
  'userId',
  'role',
  'relation',
  'purpose',
  'action',
  'fileId',
  'scope',
  'prevHash',
] as const;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS access (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    purpose TEXT NOT NULL,
    action TEXT NOT NULL,
    file_id TEXT,
    scope TEXT,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS access_by_file ON access (file_id, number) WHERE file_id IS NOT NULL;`;

const COLUMNS = `number, at, user_id AS userId, role, relation, purpose, action, file_id AS fileId, scope,
  prev_hash AS prevHash, hash`;

/** A JSON array of the fields in fixed order: one text for one entry, whatever writes it. */
const hashOf = (entry: Omit<LoggedAccess, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => entry[field] ?? null)))
    .digest('hex');

const FIRST_PREV_HASH = createHash('sha256').update('access-log').digest('hex');

/**
 * The access log of one machine: its own SQLite file, append-only, each entry chained to the one before. Several processes may
 * write: each entry takes its number inside a transaction of its own.
 * @param file path of the database, or `:memory:`
 */
export const openSqliteAccessLog = (file: string): AccessLog => {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec(SCHEMA);
  const last = db.prepare('SELECT number, hash FROM access ORDER BY number DESC LIMIT 1');
  const insert = db.prepare(
    `INSERT INTO access (number, at, user_id, role, relation, purpose, action, file_id, scope, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofFile = db.prepare(`SELECT ${COLUMNS} FROM access WHERE file_id = ? ORDER BY number`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM access ORDER BY number`);

  const append = (entry: AccessEntry): void => {
    const before = last.get() as { number: number; hash: string } | undefined;
    const chained = {
      ...entry,
      number: (before?.number ?? 0) + 1,
      prevHash: before?.hash ?? FIRST_PREV_HASH,
    };
    insert.run(
      chained.number,
      chained.at,
      chained.userId,
      chained.role,
      chained.relation,
      chained.purpose,
      chained.action,
      chained.fileId ?? null,
      chained.scope ?? null,
      chained.prevHash,
      hashOf(chained),
    );
  };

  const writeAll = (entries: readonly AccessEntry[]): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      entries.forEach(append);
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    write: (entry) => writeAll([entry]),
    writeAll,
    entriesOf: (fileId) => ofFile.all(fileId) as unknown as LoggedAccess[],
    verify() {
      let prevHash = FIRST_PREV_HASH;
      let entries = 0;
      for (const row of all.iterate() as Iterable<unknown>) {
        const entry = row as LoggedAccess;
        entries += 1;
        if (entry.number !== entries || entry.prevHash !== prevHash || entry.hash !== hashOf(entry))
          return { ok: false, entries, brokenAt: entries };
        prevHash = entry.hash;
      }
      return { ok: true, entries };
    },
    close: () => db.close(),
  };
};
