import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { comparePositions, type Position } from '@rt/event-store';

/** The last position that a read model has applied; undefined if the file does not say so. Nothing is created or written. */
export const readModelsEnd = (file: string): Position | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const states = database.prepare('SELECT position FROM model_states WHERE position IS NOT NULL').all();
      return (states as { position: string }[])
        .map(({ position }) => position)
        .sort(comparePositions)
        .at(-1);
    } finally {
      database.close();
    }
  } catch {
    // A damaged file is made again from the events, and is no witness.
    return undefined;
  }
};
