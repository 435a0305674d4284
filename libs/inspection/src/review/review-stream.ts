import {
  decodeReview,
  dayOf,
  reviewStreamOf,
  type Instant,
  type Recorded,
  type ReviewClosed,
  type ReviewEvent,
  type ReviewPlanned,
  type SampleDrawn,
} from '@rt/domain';
import {
  appendOnce,
  AppendTooLarge,
  CommandReused,
  ConcurrencyConflict,
  type Appended,
  type EventStore,
  type Position,
  type ReadStream,
  type StoredEvent,
} from '@rt/event-store';
import type { ReviewActor, InspectionPorts } from './ports';
import { ReviewRefused } from './refused';

/** An event of a review and its position in the store, which a read can wait for. */
export type StoredReviewEvent<E extends ReviewEvent> = Recorded<E> & { readonly position: Position };

/** What has been recorded of a review. */
export interface ReviewState {
  readonly planned?: Recorded<ReviewPlanned>;
  readonly drawn?: Recorded<SampleDrawn>;
  readonly closed?: Recorded<ReviewClosed>;
}

/** A review's stream as it was read. */
class ReadReview implements ReadStream {
  readonly state: ReviewState;

  constructor(private readonly stored: readonly StoredEvent[]) {
    const events = stored.map(decodeReview);
    const planned = events.find((event) => event.type === 'ReviewPlanned');
    const drawn = events.find((event) => event.type === 'SampleDrawn');
    const closed = events.find((event) => event.type === 'ReviewClosed');
    this.state = { ...(planned && { planned }), ...(drawn && { drawn }), ...(closed && { closed }) };
  }

  get revision(): number {
    return this.stored.length - 1;
  }

  eventsOf(commandId: string): readonly StoredEvent[] {
    return this.stored.filter((event) => event.commandId === commandId);
  }

  /** The stored event that answers a command which changes nothing. */
  answer({ id }: Recorded<ReviewEvent>): Appended {
    const event = this.stored.find((stored) => stored.id === id) as StoredEvent;
    return { events: [event], revision: event.revision, position: event.position };
  }
}

const readReview = async (store: EventStore, reviewId: string): Promise<ReadReview> =>
  new ReadReview(await store.readStream(reviewStreamOf(reviewId)));

/** @throws UnknownShape where a newer program wrote in the review */
export const reviewState = async (store: EventStore, reviewId: string): Promise<ReviewState> =>
  (await readReview(store, reviewId)).state;

export interface ReviewCommand {
  readonly reviewId: string;
  readonly actor: ReviewActor;
  /** A UUID: the same one again gets the same answer. */
  readonly commandId: string;
  /** What was asked for, as text: under the same command id it must be the same. */
  readonly body: string;
}

/**
 * Reads, decides and appends one event, or answers with a stored one: the one that this very command recorded, or the one that `decide`
 * returns. After a lost race the review is read and decided on again.
 * @throws ReviewRefused COMMAND_REUSED, CONFLICT, TOO_LARGE, and what `decide` throws
 */
export const recordOnce = async <E extends ReviewEvent>(
  { store, clock, requestHash }: InspectionPorts,
  { reviewId, actor, commandId, body }: ReviewCommand,
  decide: (state: ReviewState) => Promise<E | Recorded<E>>,
): Promise<StoredReviewEvent<E>> => {
  const appending = appendOnce(store, {
    stream: reviewStreamOf(reviewId),
    commandId,
    requestHash: requestHash(body),
    author: { recordedBy: actor.userId, unitId: actor.unitId, origin: 'user' },
    read: () => readReview(store, reviewId),
    decide: async (read) => {
      const decided = await decide(read.state);
      if ('revision' in decided) return read.answer(decided);
      const { type, data } = decided;
      return [{ type, schemaVersion: 1, occurredOn: dayOf(clock.now() as Instant), data }];
    },
  });
  const { events, position } = await appending.catch((error: unknown) => {
    throw refusedAppend(error);
  });
  return { ...(decodeReview(events[0] as StoredEvent) as Recorded<E>), position };
};

const refusedAppend = (error: unknown): unknown => {
  if (error instanceof CommandReused)
    return new ReviewRefused('COMMAND_REUSED', {
      sv: 'Samma kommando-id har använts för något annat; använd ett nytt.',
      en: 'The same command id was used for something else; use a new one.',
    });
  if (error instanceof ConcurrencyConflict)
    return new ReviewRefused('CONFLICT', {
      sv: 'Andra skrev i granskningen samtidigt. Inget är sparat; försök igen.',
      en: 'Others wrote in the review at the same time. Nothing is stored; try again.',
    });
  if (error instanceof AppendTooLarge)
    return new ReviewRefused('TOO_LARGE', {
      sv: 'Planen eller urvalet är större än vad som kan sparas på en gång (en megabyte). Dela upp granskningen.',
      en: 'The plan or the sample is larger than what can be stored at once (a megabyte). Divide the review.',
    });
  return error;
};
