import type { DatabaseSync } from 'node:sqlite';
import { FIRST_PREV_HASH, type AccessSeal } from '../access-seal';

/** Version 1 (`user_version` 0) had neither `mac` nor `head`; version 2 had no mark outside the database, and no repairs. */
const VERSION = 3;

const TABLE = `
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

const AUTHENTICATED = `
  ALTER TABLE access ADD COLUMN mac TEXT NOT NULL DEFAULT '';
  CREATE INDEX access_by_user ON access (user_id, at);
  CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    entries INTEGER NOT NULL,
    hash TEXT NOT NULL,
    mac TEXT NOT NULL
  ) STRICT;`;

const REPAIRABLE = `ALTER TABLE head ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;`;

interface Prepared {
  /** How many entries were taken over from version 1. */
  readonly takenOver: number;
  /** A mark is kept outside the database since it was last opened, so it must be there. */
  readonly hasMark: boolean;
}

/**
 * Creates or upgrades the tables, inside the caller's transaction. The entries of version 1 are authenticated as they are found: one whose hash does
 * not fit stays wrong.
 */
export const prepareAccessLog = (db: DatabaseSync, seal: AccessSeal): Prepared => {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version === VERSION) return { takenOver: 0, hasMark: true };
  if (version > VERSION) throw new Error('the access log was written by a later version of the program');
  const takenOver = version < 2 ? authenticate(db, seal) : 0;
  db.exec(REPAIRABLE);
  db.exec(`PRAGMA user_version = ${VERSION}`);
  return { takenOver, hasMark: false };
};

const authenticate = (db: DatabaseSync, seal: AccessSeal): number => {
  db.exec(TABLE);
  db.exec(AUTHENTICATED);
  const select = db.prepare('SELECT number, hash FROM access WHERE number > ? ORDER BY number LIMIT 10000');
  const update = db.prepare('UPDATE access SET mac = ? WHERE number = ?');
  let last = { number: 0, hash: FIRST_PREV_HASH };
  let entries = 0;
  for (;;) {
    const rows = select.all(last.number) as { number: number; hash: string }[];
    for (const { number, hash } of rows) update.run(seal.macOf(hash), number);
    entries += rows.length;
    last = rows.at(-1) ?? last;
    if (rows.length === 0) break;
  }
  const head = seal.sealHead({ entries: last.number, hash: last.hash });
  db.prepare('INSERT INTO head (id, entries, hash, mac) VALUES (1, ?, ?, ?)').run(
    head.entries,
    head.hash,
    head.mac,
  );
  return entries;
};
