import type { CaseId, BoardId, Command, Instant, LocalDate, Person, UnitId, UserId } from '@rt/domain';

/** The user who acts, with unit and board: only the directory's ids, no names. */
export interface DemoActor {
  readonly userId: UserId;
  readonly unitId: UnitId;
  readonly boardId: BoardId;
  readonly roles: readonly ['caseWorker' | 'unitManager'];
  readonly origin: 'user';
}

/** A correction or retraction of an earlier entry. The store assigns entry ids later, so the script refers to the entry by its place. */
export interface ScriptedCorrection {
  readonly type: 'EntryCorrected' | 'EntryRetracted';
  readonly occurredOn: LocalDate;
  /** The place of the entry in the script: 0 is the opening, 1 the first step. Its id becomes `data.eventId`. */
  readonly aboutEntry: number;
  /** The payload as the write side expects it, without the id. */
  readonly data: { readonly reason: string; readonly occurredOn?: LocalDate; readonly data?: object };
}

/** The acknowledgement of a gap. The id of the gap ends with that of the entry it arose from, which the store assigns. */
export interface ScriptedAcknowledgement {
  readonly type: 'GapAcknowledged';
  readonly occurredOn: LocalDate;
  readonly caseId?: CaseId;
  /** The place of the entry in the script. */
  readonly aboutEntry: number;
  readonly data: { readonly rule: string; readonly subject: string; readonly reason: string };
}

/** A step about an earlier entry. */
export type ScriptedAbout = ScriptedCorrection | ScriptedAcknowledgement;

/** One step to record. */
export type ScriptedStep = (Command & { readonly aboutEntry?: never }) | ScriptedAbout;

/** The payload of a step about an entry, with the id of that entry. */
export const dataAbout = (step: ScriptedAbout, eventId: string | undefined): object => {
  if (step.type !== 'GapAcknowledged') return { ...step.data, eventId };
  const { rule, subject, reason } = step.data;
  return { obligationId: `${rule}:${subject}:${eventId}`, reason };
};

/** The steps that one user records in one batch. */
export interface ScriptedMoment {
  readonly recordedAt: Instant;
  readonly actor: DemoActor;
  readonly steps: readonly ScriptedStep[];
}

/** The opening of a personal file. */
export interface ScriptedOpening {
  readonly recordedAt: Instant;
  readonly actor: DemoActor;
  readonly occurredOn: LocalDate;
  readonly person: Person;
}

/** One personal file from its opening to the day of the demo, in the order of recording. */
export interface FileScript {
  /** The same for the same seed and day. The idempotency keys contain it, so that writing the demo twice records nothing twice. */
  readonly key: string;
  readonly opening: ScriptedOpening;
  readonly moments: readonly ScriptedMoment[];
}
