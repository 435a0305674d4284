import { DatabaseSync } from 'node:sqlite';
import { ofTheStore, type DamageAdvice } from './database-fault';
import { DataFolderUnusable } from './port';

/** The tables of a database with their columns, as text that can be compared. */
export const layoutOf = (database: DatabaseSync): string =>
  JSON.stringify(
    database
      .prepare(
        `SELECT t.name AS tableName, c.name, c.type, c."notnull", c.pk
         FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, 2`,
      )
      .all(),
  );

/** The layout of a new database. @param make creates the tables */
export const layoutOfNew = (make: (database: DatabaseSync) => void): string => {
  const database = new DatabaseSync(':memory:');
  try {
    make(database);
    return layoutOf(database);
  } finally {
    database.close();
  }
};

/**
 * A flipped bit in the stored schema may rename a table or a column. SQLite finds nothing wrong with that, but no statement can be prepared.
 * @param wanted the layout of a new database
 * @throws DataFolderUnusable corrupt
 */
export const refuseOtherLayout = (
  file: string,
  database: DatabaseSync,
  wanted: string,
  { damaged }: DamageAdvice = ofTheStore,
): void => {
  if (layoutOf(database) === wanted) return;
  throw new DataFolderUnusable('corrupt', `${file}: its tables are damaged; ${damaged}`);
};
