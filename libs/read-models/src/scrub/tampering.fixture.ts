import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { ownerOf, type AnyTable } from '../database/table';
import { ALL_MODELS } from '../models';

/** Every table that has rows of its own. */
export const TABLES: readonly AnyTable[] = ALL_MODELS.flatMap(({ tables }) => tables);

type Row = Record<string, SQLInputValue>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Ways in which somebody with the file of the read models may change one row of a table. Each returns the owner of the row. */
export const TAMPERINGS = {
  changed: (database: DatabaseSync, table: AnyTable): string => {
    const row = firstOf(database, table);
    const column = Object.keys(table.columns).findLast((name) => name !== ownerOf(table)) as string;
    if (column === undefined) return TAMPERINGS.inserted(database, table);
    const { kind } = table.columns[column] as { readonly kind: string };
    const value = kind === 'version' || kind === 'ordinal' ? 99 : kind === 'day' ? '2001-01-01' : 'tampered';
    database
      .prepare(`update ${snake(table.name)} set ${snake(column)} = ? where rowid = ?`)
      .run(value, row.rowid as number);
    return row[snake(ownerOf(table))] as string;
  },
  removed: (database: DatabaseSync, table: AnyTable): string => {
    const row = firstOf(database, table);
    database.prepare(`delete from ${snake(table.name)} where rowid = ?`).run(row.rowid as number);
    return row[snake(ownerOf(table))] as string;
  },
  inserted: (database: DatabaseSync, table: AnyTable): string => {
    const { rowid: _, ...row } = firstOf(database, table);
    const owner = randomUUID();
    const copy: Row = { ...row, [snake(ownerOf(table))]: owner };
    database
      .prepare(
        `insert into ${snake(table.name)} (${Object.keys(copy).join(', ')}) values (${Object.keys(copy)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(copy));
    return owner;
  },
} as const;

const firstOf = (database: DatabaseSync, table: AnyTable): Row => {
  const row = database.prepare(`select rowid, * from ${snake(table.name)} limit 1`).get();
  if (row === undefined) throw new Error(`${table.name} has no row to change`);
  return row;
};

/** Tampers with one row, through a connection of its own as another program would. */
export const tamper = (file: string, how: keyof typeof TAMPERINGS, table: AnyTable): string => {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    return TAMPERINGS[how](database, table);
  } finally {
    database.close();
  }
};

/** Overwrites the pages of some tables and indexes on the disk, as a failing disk does. @param names a pattern of SQL, such as `findings%` */
export const damagePages = (file: string, names: string): void => {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const pages = database
      .prepare('SELECT pgoffset AS "from", pgsize AS size FROM dbstat WHERE name LIKE ?')
      .all(names) as { from: number; size: number }[];
    const bytes = readFileSync(file);
    for (const { from, size } of pages) bytes.fill(0xa5, from, from + size);
    writeFileSync(file, bytes);
    // A commit makes other connections read the pages again.
    database.exec('UPDATE model_states SET position = position');
  } finally {
    database.close();
  }
};
