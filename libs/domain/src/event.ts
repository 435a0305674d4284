import type { Instant, LocalDate, LocalTime } from './calendar';
import type { CaseId, EventId, ThingKind, UnitId, UserId } from './ids';

/** What a step says happened: a type for ever, and its payload. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** The day, the actor and the place of an event. The store adds hashes and position; no rule needs them. */
export interface EventEnvelope {
  readonly id: EventId;
  readonly stream: string;
  /** 0, 1, 2 … in the order of recording. */
  readonly revision: number;
  readonly schemaVersion: number;
  /** The day the step itself happened, said by a person. */
  readonly occurredOn: LocalDate;
  readonly occurredTime?: LocalTime;
  /** When the system learnt it. Never decreases within a stream. */
  readonly recordedAt: Instant;
  readonly recordedBy: UserId;
  readonly onBehalfOf?: UserId;
  readonly unitId: UnitId;
  readonly caseId?: CaseId;
  readonly origin: 'user' | 'provider' | 'import';
  readonly commandId: string;
  readonly keyId: string;
  /** True where the entry's own key was destroyed: `data` is gone, the entry counts for nothing. */
  readonly redacted?: true;
}

/** An event as it was recorded. Distributes over unions, so that `type` still tells `data`. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent
  ? EventEnvelope & Pick<E, 'type' | 'data'>
  : never;

/**
 * What the machine must know of an event type beyond its payload: which thing it brings into being, which it is about,
 * which ids in it refer to other things. Paths are written `goals[].orderGoalId`.
 */
export interface EventSpec {
  /** `data.<kind>Id` is the id of a new thing: given by the caller or minted, refused when taken. */
  readonly creates?: ThingKind;
  /** New things within the payload, such as the goals of an order. */
  readonly createsWithin?: Readonly<Record<string, ThingKind>>;
  /** `data.<kind>Id` is the id of a thing that exists: never null. */
  readonly about?: ThingKind;
  /** Ids that refer to things that exist, or null. */
  readonly refers?: Readonly<Record<string, ThingKind>>;
  /** Whether the envelope names a case; `self`: the case that `data.caseId` names. */
  readonly caseId: 'required' | 'optional' | 'self';
  /** May happen while the case is closed: appeals, corrections, notes and reports come afterwards by nature. */
  readonly whileClosed?: true;
  /** Sealed with a key of its own, so that this entry alone can be made unreadable. */
  readonly ownKey?: true;
}

/** One spec for every event type of a step: a type without one does not compile. */
export type EventSpecs<E extends DomainEvent> = Readonly<Record<E['type'], EventSpec>>;

/** Makes an exhaustive switch: reached only by a value the compiler did not know of. */
export const assertNever = (value: never): never => {
  throw new Error(`not a known case: ${JSON.stringify(value)}`);
};
