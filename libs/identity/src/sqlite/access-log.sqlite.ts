import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { AccessEntry, AccessLog, LoggedAccess } from '../access-log';

/** The fields that the hash of an entry covers, in the order in which they are hashed. */
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

/** SHA-256 of a JSON array of the fields in this order, so that every adapter hashes the same text. */
const hashOf = (entry: Omit<LoggedAccess, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => entry[field] ?? null)))
    .digest('hex');

const FIRST_PREV_HASH = createHash('sha256').update('access-log').digest('hex');

/**
 * The access log in its own SQLite file. Several processes may write to it: the number and the hash of the previous entry are read inside the
 * transaction that appends.
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
  // SQLite takes `at` from the row with the highest number. CROSS JOIN makes it search the index once per file and never scan the log.
  const lastOf = db.prepare(
    `SELECT file_id AS fileId, at, max(number) AS number FROM json_each(?) CROSS JOIN access ON file_id = value
     WHERE role = ? AND at >= ? GROUP BY file_id`,
  );

  const append = (entry: AccessEntry): void => {
    const before = last.get() as { number: number; hash: string } | undefined;
    const chained = {
      ...entry,
      fileId: entry.fileId ?? null,
      scope: entry.scope ?? null,
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
      chained.fileId,
      chained.scope,
      chained.prevHash,
      hashOf(chained),
    );
  };

  const appendAll = (entries: readonly AccessEntry[]): void => {
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
    append: async (entries) => appendAll(entries),
    entriesOf: async (fileId) => ofFile.all(fileId) as unknown as LoggedAccess[],
    async lastReadings(fileIds, { role, since }) {
      const rows = lastOf.all(JSON.stringify(fileIds), role, since) as { fileId: string; at: string }[];
      return new Map(rows.map(({ fileId, at }) => [fileId, at]));
    },
    async head() {
      const { number = 0, hash = FIRST_PREV_HASH } = (last.get() ?? {}) as Partial<LoggedAccess>;
      return { entries: number, hash };
    },
    async verify() {
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
    close: async () => db.close(),
  };
};
