import {
  currentReviewVersion,
  decodeReview,
  dayOf,
  reviewStreamOf,
  type Instant,
  type Recorded,
  type ReviewApproved,
  type ReviewClosed,
  type ReviewClosureProposed,
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

/** An event of a review, with its position in the store, for which a reader can wait. */
export type StoredReviewEvent<E extends ReviewEvent> = Recorded<E> & { readonly position: Position };

/** The state of a review: what has been recorded about it. */
export interface ReviewState {
  readonly planned?: Recorded<ReviewPlanned>;
  /** The latest approval. */
  readonly approved?: Recorded<ReviewApproved>;
  readonly drawn?: Recorded<SampleDrawn>;
  readonly closureProposed?: Recorded<ReviewClosureProposed>;
  readonly closed?: Recorded<ReviewClosed>;
}

/** The stream of a review as it was read. */
class LoadedReview implements ReadStream {
  readonly state: ReviewState;

  constructor(private readonly stored: readonly StoredEvent[]) {
    const events = stored.map(decodeReview);
    const planned = events.find((event) => event.type === 'ReviewPlanned');
    const approved = events.findLast((event) => event.type === 'ReviewApproved');
    const drawn = events.find((event) => event.type === 'SampleDrawn');
    const closureProposed = events.find((event) => event.type === 'ReviewClosureProposed');
    const closed = events.find((event) => event.type === 'ReviewClosed');
    this.state = {
      ...(planned && { planned }),
      ...(approved && { approved }),
      ...(drawn && { drawn }),
      ...(closureProposed && { closureProposed }),
      ...(closed && { closed }),
    };
  }

  get revision(): number {
    return this.stored.length - 1;
  }

  eventsOf(commandId: string): readonly StoredEvent[] {
    return this.stored.filter((event) => event.commandId === commandId);
  }

  /** The answer for a command that changes nothing: the stored event. */
  answer({ id }: Recorded<ReviewEvent>): Appended {
    const event = this.stored.find((stored) => stored.id === id) as StoredEvent;
    return { events: [event], revision: event.revision, position: event.position };
  }
}

const readReview = async (store: EventStore, reviewId: string): Promise<LoadedReview> =>
  new LoadedReview(await store.readStream(reviewStreamOf(reviewId)));

/** The current state of a review. @throws UnknownShape if a newer program wrote in the review */
export const reviewState = async (store: EventStore, reviewId: string): Promise<ReviewState> =>
  (await readReview(store, reviewId)).state;

export interface ReviewCommand {
  readonly reviewId: string;
  readonly actor: ReviewActor;
  /** A UUID. A repeated command has the same one and gets the same answer. */
  readonly commandId: string;
  /** The body of the command, as text. A repeated command must have the same body. */
  readonly body: string;
}

/**
 * Reads, decides and appends one event. If this command has already recorded an event, or if `decide` returns a stored one, that event is the answer.
 * If another append came first, the review is read and decided again.
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
    author: { recordedBy: actor.userId, unitId: actor.unitId, origin: actor.origin },
    read: () => readReview(store, reviewId),
    decide: async (read) => {
      const decided = await decide(read.state);
      if ('revision' in decided) return read.answer(decided);
      const { type, data } = decided;
      return [
        { type, schemaVersion: currentReviewVersion(type), occurredOn: dayOf(clock.now() as Instant), data },
      ];
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
