import type { FileId, Instant } from '@rt/domain';
import { comparePositions, type EventStore, type Position } from '@rt/event-store';
import { fileOfStream } from '@rt/files';

/** The projection thread reports damage. Here, only files that can be read matter. */
const ignore = (): void => undefined;

/** The number of events to read for missed files. After more events, it is faster for the client to reload everything. */
export const missedEventsMax = 1_000;

/**
 * The files that changed after one position (undefined: since the first event) and up to another, with the instant of the first change in each. The
 * files that changed last come last. Undefined if there are more than `missedEventsMax` events, or if the first position is after the other.
 */
export const missedFiles = async (
  store: EventStore,
  after: Position | undefined,
  upTo: Position,
): Promise<ReadonlyMap<FileId, Instant> | undefined> => {
  if (after === upTo) return new Map();
  if (after !== undefined && comparePositions(after, upTo) > 0) return undefined;
  for await (const batch of store.readAll({ after, batchSize: missedEventsMax + 1, onDamaged: ignore })) {
    const missed = batch.filter(({ position }) => comparePositions(position, upTo) <= 0);
    if (missed.length > missedEventsMax) return undefined;
    const files = new Map<FileId, Instant>();
    for (const { stream, recordedAt } of missed) {
      const fileId = fileOfStream(stream);
      if (fileId === undefined) continue;
      const first = files.get(fileId) ?? (recordedAt as Instant);
      files.delete(fileId);
      files.set(fileId, first);
    }
    return files;
  }
  return new Map();
};
