import { decodeReview, reviewOfStream, type ReviewId } from '@rt/domain';
import { StreamErased, type EventStore, type StreamName } from '@rt/event-store';
import type { RecordedReview } from './read-model';

/** Without events where the review has been erased. @throws UnknownShape where a newer program wrote in it */
export const readReview = async (store: EventStore, stream: StreamName): Promise<RecordedReview> => {
  const stored = await store.readStream(stream).catch((error: unknown) => {
    if (error instanceof StreamErased) return [];
    throw error;
  });
  return { reviewId: reviewOfStream(stream) as ReviewId, recorded: stored.map(decodeReview) };
};
