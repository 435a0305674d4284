import { hash } from 'node:crypto';
import { reviewOfStream, type FileId, type Instant } from '@rt/domain';
import { comparePositions, type Envelope, type Position, type StoreOrder } from '@rt/event-store';
import { fileOfStream } from '@rt/files';

/** The number of events to read for missed files. After more events, it is faster for the client to reload everything. */
export const missedEventsMax = 1_000;

/**
 * The files that changed after one position (undefined: since the first event) and up to another, with the instant of the first change in each. The
 * files that changed last come last. Undefined if there are more than `missedEventsMax` events, if the first position is after the other, or if an event
 * is damaged. Only the envelopes are read: opening the payloads would hold up the thread of the requests.
 *
 * @param noReviews true: undefined also if something happened to a review, of which managers have notices that belong to no file
 */
export const missedFiles = async (
  store: Pick<StoreOrder, 'readOrder'>,
  after: Position | undefined,
  upTo: Position,
  noReviews = false,
): Promise<ReadonlyMap<FileId, Instant> | undefined> => {
  if (after === upTo) return new Map();
  if (after !== undefined && comparePositions(after, upTo) > 0) return undefined;
  for await (const batch of store.readOrder({ after, batchSize: missedEventsMax + 1 })) {
    const missed = batch.filter(({ position }) => comparePositions(position, upTo) <= 0);
    if (missed.length > missedEventsMax) return undefined;
    const files = new Map<FileId, Instant>();
    for (const { stream, envelope, hash: stored } of missed) {
      const fileId = fileOfStream(stream);
      if (noReviews && reviewOfStream(stream) !== undefined) return undefined;
      if (fileId === undefined) continue;
      if (hash('sha256', envelope) !== stored) return undefined;
      const { recordedAt } = JSON.parse(envelope) as Envelope;
      const first = files.get(fileId) ?? (recordedAt as Instant);
      files.delete(fileId);
      files.set(fileId, first);
    }
    return files;
  }
  return new Map();
};
