import type { FileId, Instant } from '@rt/domain';
import { comparePositions, type EventStore, type Position } from '@rt/event-store';
import { fileOfStream } from '@rt/files';

/** The projection reports damage; a browser is told of the files that can be read. */
const ignore = (): void => undefined;

/** Events that are read to find the missed files; after more, it is quicker to ask for everything again. */
export const missedEventsMax = 1_000;

/**
 * The files in which something was recorded after one position (undefined: from the first event on) and up to another, with the instant
 * of the first of it; the files that changed last stand last. Undefined where that is more than `missedEventsMax` events, or where the
 * first position is beyond the other.
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
