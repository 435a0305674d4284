import type { LocalDate, LocalTime } from './calendar';
import type { Recorded } from './event';
import type { CaseId, EventId, ThingKind } from './ids';
import type { Configuration } from './measures';
import type { PersonalFile } from './personal-file';
import type { EventOf, PersonalFileEvent, PersonalFileEventType } from './vocabulary';

/** A step that a user wants to record. Its shape has been checked, and new ids have been minted. References are ids or null. */
export type Command<T extends PersonalFileEventType = PersonalFileEventType> = T extends PersonalFileEventType
  ? {
      readonly type: T;
      readonly occurredOn: LocalDate;
      readonly occurredTime?: LocalTime;
      readonly caseId?: CaseId;
      readonly data: EventOf<T>['data'];
    }
  : never;

/** Why a step is refused: a stable code, the field, and values that explain what is allowed (never personal data). */
export interface Refusal {
  readonly code: RefusalCode;
  /** Path in the input: `occurredOn`, `caseId`, `data.orderId`, `data.goals[2].orderGoalId`. */
  readonly field: string;
  /** Values for the message: codes and dates only. `known`: the codes that the field may have, separated by “, ”. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export const REFUSAL_CODES = [
  'UNKNOWN_ID',
  'ID_TAKEN',
  'CASE_REQUIRED',
  'CASE_CLOSED',
  'IN_THE_FUTURE',
  'BEFORE_1900',
  'END_BEFORE_START',
  'FILE_NOT_OPEN',
  'FILE_ALREADY_OPEN',
  'NOT_CLOSED',
  'ALREADY_CLOSED',
  'WRONG_CASE',
  'CANNOT_BE_RETRACTED',
  'CANNOT_BE_CORRECTED',
  'CANNOT_BE_REDACTED',
  'ALREADY_RETRACTED',
  'THINGS_HANG_ON_IT',
  'EXACTLY_ONE',
  'AT_LEAST_ONE',
  'DEATH_RECORDED',
  'UNKNOWN_CODE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Verdict = { readonly accepted: true } | { readonly accepted: false; readonly refusal: Refusal };

export const accept: Verdict = { accepted: true };
export const refuse = (code: RefusalCode, field: string, details?: Refusal['details']): Verdict => ({
  accepted: false,
  refusal: { code, field, ...(details && { details }) },
});

/** What a decider may use. */
export interface Situation {
  /** The file as it is known now, of all days, with corrections applied. */
  readonly file: PersonalFile;
  /** Every entry as it was recorded. */
  readonly entries: ReadonlyMap<EventId, Recorded<PersonalFileEvent>>;
  /** Every id that a thing of the file ever had, including things that were retracted. */
  readonly taken: ReadonlyMap<string, ThingKind>;
  /** For every id of a part (a goal of an order), the id of the thing that it belongs to. */
  readonly partOf: ReadonlyMap<string, string>;
  /** Every id of a thing that exists, by what is known now. */
  readonly existing: ReadonlyMap<string, ThingKind>;
  readonly today: LocalDate;
  readonly configuration: Configuration;
}

/** The checks of a step beyond those that apply to every step and those that its declaration asks for. */
export type Deciders<E extends PersonalFileEvent> = {
  readonly [T in E['type']]?: (command: Command<T>, situation: Situation) => Verdict;
};
