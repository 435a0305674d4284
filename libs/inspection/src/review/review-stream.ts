import {
  REVIEW_EVENT_TYPES,
  UnknownShape,
  dayOf,
  reviewStreamOf,
  type Instant,
  type ReviewClosed,
  type ReviewEvent,
  type ReviewPlanned,
  type SampleDrawn,
} from '@rt/domain';
import {
  ConcurrencyConflict,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type StoredEvent,
} from '@rt/event-store';
import { v5 as uuidV5 } from 'uuid';
import type { Actor, InspectionPorts } from './ports';
import { ReviewRefused } from './refused';

/** An event of a review as it is stored. */
export type StoredReviewEvent<E extends ReviewEvent = ReviewEvent> = Omit<StoredEvent, 'type' | 'data'> & E;

/** What has been recorded of a review. */
export interface ReviewState {
  readonly planned?: StoredReviewEvent<ReviewPlanned>;
  readonly drawn?: StoredReviewEvent<SampleDrawn>;
  readonly closed?: StoredReviewEvent<ReviewClosed>;
}

const SCHEMA_VERSION = 1;

/** @throws UnknownShape where a newer program wrote */
const decodeReviewEvent = (stored: StoredEvent): StoredReviewEvent => {
  const known: readonly string[] = REVIEW_EVENT_TYPES;
  if (!known.includes(stored.type) || stored.schemaVersion !== SCHEMA_VERSION)
    throw new UnknownShape(
      `${stored.type} version ${stored.schemaVersion}: this program knows no such event of a review`,
    );
  return stored as unknown as StoredReviewEvent;
};

interface ReviewRead {
  readonly events: readonly StoredReviewEvent[];
  readonly expectedRevision: ExpectedRevision;
  readonly state: ReviewState;
}

const readReview = async (store: EventStore, reviewId: string): Promise<ReviewRead> => {
  const events = (await store.readStream(reviewStreamOf(reviewId))).map(decodeReviewEvent);
  const planned = events.find((event) => event.type === 'ReviewPlanned');
  const drawn = events.find((event) => event.type === 'SampleDrawn');
  const closed = events.find((event) => event.type === 'ReviewClosed');
  return {
    events,
    expectedRevision: events.at(-1)?.revision ?? 'none',
    state: { ...(planned && { planned }), ...(drawn && { drawn }), ...(closed && { closed }) },
  };
};

export const reviewState = async (store: EventStore, reviewId: string): Promise<ReviewState> =>
  (await readReview(store, reviewId)).state;

export interface ReviewCommand {
  readonly reviewId: string;
  readonly actor: Actor;
  /** A UUID: the same one again gets the same answer. */
  readonly commandId: string;
  /** What was asked for, as text: under the same command id it must be the same. */
  readonly body: string;
}

const attemptsMax = 3;

/**
 * Reads, decides and appends one event, or answers with one that is there already: the one this very command recorded, or the
 * one the decision points at. Somebody else's event in between means deciding anew.
 * @throws ReviewRefused COMMAND_REUSED, and what `decide` throws
 * @throws ConcurrencyConflict after three attempts
 */
export const recordOnce = async <E extends ReviewEvent>(
  { store, clock, requestHash }: InspectionPorts,
  { reviewId, actor, commandId, body }: ReviewCommand,
  decide: (state: ReviewState) => Promise<E | StoredReviewEvent<E>>,
): Promise<StoredReviewEvent<E>> => {
  const hash = requestHash(body);
  for (let attempt = 1; ; attempt += 1) {
    const { events, expectedRevision, state } = await readReview(store, reviewId);
    const done = events.find((event) => event.commandId === commandId);
    if (done && done.requestHash !== hash) throw commandReused;
    if (done) return done as unknown as StoredReviewEvent<E>;
    const decided = await decide(state);
    if ('revision' in decided) return decided;
    const event: NewEvent = {
      id: uuidV5('0', commandId),
      type: decided.type,
      schemaVersion: SCHEMA_VERSION,
      occurredOn: dayOf(clock.now() as Instant),
      recordedBy: actor.userId,
      unitId: actor.unitId,
      origin: 'user',
      commandId,
      requestHash: hash,
      correlationId: commandId,
      data: decided.data,
    };
    try {
      const appended = await store.append(reviewStreamOf(reviewId), expectedRevision, [event]);
      return appended.events[0] as unknown as StoredReviewEvent<E>;
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || attempt === attemptsMax) throw error;
    }
  }
};

const commandReused = new ReviewRefused('COMMAND_REUSED', {
  sv: 'Samma kommando-id har använts för något annat; använd ett nytt.',
  en: 'The same command id was used for something else; use a new one.',
});
