import type { FileId, Instant } from '@rt/domain';
import { comparePositions, type EventStore, type Position } from '@rt/event-store';
import { fileOfStream } from '@rt/files';

/** Events that are read for somebody who comes back; after more, it is quicker to ask for everything again. */
export const missedEventsMax = 1_000;

/**
 * The files in which something was recorded after a position and up to another, those that changed last at the end, each with the
 * instant of the first of it. Undefined where that is more than `missedEventsMax` events, or the store never was at that position.
 */
export const missedFiles = async (
  store: EventStore,
  after: Position,
  upTo: Position | undefined,
): Promise<ReadonlyMap<FileId, Instant> | undefined> => {
  if (upTo === undefined || comparePositions(after, upTo) > 0) return undefined;
  if (after === upTo) return new Map();
  for await (const batch of store.readAll({ after, batchSize: missedEventsMax + 1 })) {
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
