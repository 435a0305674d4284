import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SqliteEventStore } from '@rt/event-store/sqlite';
import { catchUp } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import { rulesetOf } from './write-side';

/** Expects that the read models of a killed process, once they have caught up, hold the same rows as a rebuild. */
export const expectReadModelsOfARebuild = async (store: SqliteEventStore, folder: string): Promise<void> => {
  const anew = path.join(folder, 'rebuilt.sqlite');
  const files = [path.join(folder, 'read-models.sqlite'), anew];
  for (const file of files) {
    const db = await openReadDatabase(file);
    await catchUp({ store, db, ruleset: rulesetOf(store) });
    await db.close();
  }
  const [followed, rebuilt] = files.map(rowsOf);
  for (const suffix of ['', '-wal', '-shm']) rmSync(anew + suffix, { force: true });
  // Compares row by row and shows at most five: a difference of whole tables would be too long to read.
  for (const [table, rows] of Object.entries(rebuilt as Rows)) {
    const there = new Set((followed as Rows)[table]);
    expect({ table, rows: there.size, absent: rows.filter((row) => !there.has(row)).slice(0, 5) }).toEqual({
      table,
      rows: rows.length,
      absent: [],
    });
  }
};

type Rows = Readonly<Record<string, readonly string[]>>;

/** Every row of every table that follows from the events, as text, sorted so that two databases can be compared. How far the scrub has come does not. */
const rowsOf = (file: string): Rows => {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'scrub_passes'")
    .all() as {
    name: string;
  }[];
  const rows = tables.map(({ name }) => [
    name,
    database
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
  database.close();
  return Object.fromEntries(rows) as Rows;
};
