import type { BoardId, Command, Instant, LocalDate, Person, UnitId, UserId } from '@rt/domain';

/** Who acts: a user of a unit, known by the directory's ids alone. */
export interface DemoActor {
  readonly userId: UserId;
  readonly unitId: UnitId;
  readonly boardId: BoardId;
  readonly roles: readonly ['caseWorker' | 'unitManager'];
  readonly origin: 'user';
}

/** A word about an earlier entry. The store gives entries their ids, so the script says where the entry stands. */
export interface ScriptedCorrection {
  readonly type: 'EntryCorrected' | 'EntryRetracted';
  readonly occurredOn: LocalDate;
  /** Place in the script: 0 is the opening, 1 the first step. That entry's id becomes `data.eventId`. */
  readonly aboutEntry: number;
  /** As the write side takes it, but for the id. */
  readonly data: { readonly reason: string; readonly occurredOn?: LocalDate; readonly data?: object };
}

/** A step to record. */
export type ScriptedStep = (Command & { readonly aboutEntry?: never }) | ScriptedCorrection;

/** What is recorded at once. */
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
  /** The same for the same seed and day: what makes writing it twice the same as writing it once. */
  readonly key: string;
  readonly opening: ScriptedOpening;
  readonly moments: readonly ScriptedMoment[];
}
