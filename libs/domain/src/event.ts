import type { Instant, LocalDate, LocalTime } from './calendar';
import type { CaseId, EventId, ThingKind, UnitId, UserId } from './ids';

/** What happened in a step: a type, which never changes, and its payload. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** A correction of an entry, and what the entry said before it. */
export interface MadeCorrection {
  readonly eventId: EventId;
  readonly on: LocalDate;
  readonly by: UserId;
  readonly before: object;
}

/** When and where an event happened, and who recorded it. The store also adds hashes and a position, which no rule needs. */
export interface EventEnvelope {
  readonly id: EventId;
  readonly stream: string;
  /** 0, 1, 2 … in the order of recording. */
  readonly revision: number;
  readonly schemaVersion: number;
  /** The day on which the step itself happened, as the user states it. */
  readonly occurredOn: LocalDate;
  readonly occurredTime?: LocalTime;
  /** When the event was recorded. Never decreases within a stream. */
  readonly recordedAt: Instant;
  readonly recordedBy: UserId;
  readonly onBehalfOf?: UserId;
  readonly unitId: UnitId;
  readonly caseId?: CaseId;
  /** `operator`: at the command line, on the machine that holds the data folder. */
  /** The corrections of the entry, oldest first. The fold adds them; no stored envelope has them. */
  readonly corrections?: readonly MadeCorrection[];
  readonly origin: 'user' | 'provider' | 'import' | 'operator';
  readonly commandId: string;
  readonly keyId: string;
  /** True if the entry's own key was destroyed. Its `data` is gone, and folding skips the entry. */
  readonly redacted?: true;
}

/** An event as it was recorded. The type distributes over unions, so that the compiler still infers `data` from `type`. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent
  ? EventEnvelope & Pick<E, 'type' | 'data'>
  : never;

/**
 * What the program must know of an event type besides its payload: which thing it creates, which thing it is about, and
 * which ids in it refer to other things. Paths are written like `goals[].orderGoalId`.
 */
export interface EventSpec {
  /** `data.<kind>Id` is the id of a new thing. The caller gives it or it is minted; an id that is taken is refused. */
  readonly creates?: ThingKind;
  /** New things within the payload, such as the goals of an order. */
  readonly createsWithin?: Readonly<Record<string, ThingKind>>;
  /** `data.<kind>Id` is the id of an existing thing, and never null. */
  readonly about?: ThingKind;
  /** Ids of existing things, or null. */
  readonly refers?: Readonly<Record<string, ThingKind>>;
  /** Whether the envelope must name a case. `self`: the event is about a case, which `data.caseId` names. */
  readonly caseId: 'required' | 'optional' | 'self';
  /** May happen while the case is closed. Appeals, corrections, notes and reports often come afterwards. */
  readonly whileClosed?: true;
}
