import type { Schema } from './database';

/**
 * Events name their stream by an integer, and event ids have no index: an index on UUIDs costs more than the sealing. Rows are stored in order of
 * position, so appends touch only the end of the table. An erased stream keeps its row with name, last revision, last hash and last position.
 */
export const eventLogSchema: Schema = {
  version: 1,
  sql: `
    CREATE TABLE store (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE streams (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      erased_revision INTEGER,
      erased_hash TEXT,
      erased_position INTEGER
    ) STRICT;
    CREATE TABLE events (
      position INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      hash TEXT NOT NULL,
      envelope TEXT NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT`,
};
