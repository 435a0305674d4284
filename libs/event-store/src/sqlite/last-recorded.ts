import type { DatabaseSync } from 'node:sqlite';

/** When the newest event was recorded; undefined in an empty store, and where that event is damaged: reading it says so. */
export const lastRecordedAt = (events: DatabaseSync): string | undefined => {
  const row = events.prepare('SELECT envelope FROM events ORDER BY position DESC LIMIT 1').get();
  return row && recordedAtIn((row as { envelope: string }).envelope);
};

/** When an event was recorded, by its envelope; undefined if that is damaged. */
export const recordedAtIn = (envelope: string): string | undefined => {
  try {
    const { recordedAt } = JSON.parse(envelope) as { recordedAt?: unknown };
    return typeof recordedAt === 'string' && !Number.isNaN(Date.parse(recordedAt)) ? recordedAt : undefined;
  } catch {
    return undefined;
  }
};
