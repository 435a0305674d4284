import type { DatabaseSync } from 'node:sqlite';
import { columnsOf } from '../database/table';
import { ALL_MODELS } from '../models';

/**
 * True if a table or a column is not there although the rows in it are those of this program. Rows of another version are in tables of that version, and a
 * new file has none yet.
 */
export const hasOtherLayout = (database: DatabaseSync): boolean => {
  try {
    const versions = new Map(
      (
        database.prepare('SELECT model, version FROM model_states').all() as {
          model: string;
          version: string;
        }[]
      ).map(({ model, version }) => [model, version]),
    );
    const current = ALL_MODELS.filter(({ name, version }) => {
      const stored = versions.get(name);
      return stored === version || stored?.startsWith(`${version} ruleset@`);
    });
    return current
      .flatMap(({ tables }) => tables)
      .some((table) => {
        const stored = database.prepare('SELECT name FROM pragma_table_info(?)').all(snakeCase(table.name));
        const names = new Set((stored as { name: string }[]).map(({ name }) => name));
        return !columnsOf(table).every((column) => names.has(snakeCase(column)));
      });
  } catch {
    // The table of the versions itself cannot be read.
    return true;
  }
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
