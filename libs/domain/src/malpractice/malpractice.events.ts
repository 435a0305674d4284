import type { EventSpecs } from '../event';
import type { MalpracticeId } from '../ids';

/** Lex Sarah-rapport mottagen. */
export interface MalpracticeReported {
  readonly type: 'MalpracticeReported';
  readonly data: { readonly malpracticeId: MalpracticeId; readonly text: string };
}

/** Utredning av lex Sarah-rapport påbörjad. */
export interface MalpracticeInvestigationStarted {
  readonly type: 'MalpracticeInvestigationStarted';
  readonly data: { readonly malpracticeId: MalpracticeId };
}

/** Lex Sarah-rapport utredd. */
export interface MalpracticeInvestigated {
  readonly type: 'MalpracticeInvestigated';
  readonly data: { readonly malpracticeId: MalpracticeId; readonly remedy: string };
}

/** Missförhållandet bedömt som allvarligt. */
export interface MalpracticeJudgedSerious {
  readonly type: 'MalpracticeJudgedSerious';
  readonly data: { readonly malpracticeId: MalpracticeId };
}

/** Anmält till IVO. */
export interface IvoNotified {
  readonly type: 'IvoNotified';
  readonly data: { readonly malpracticeId: MalpracticeId };
}

export type MalpracticeEvent =
  | MalpracticeReported
  | MalpracticeInvestigationStarted
  | MalpracticeInvestigated
  | MalpracticeJudgedSerious
  | IvoNotified;

export const malpracticeSpecs = {
  MalpracticeReported: { creates: 'malpractice', caseId: 'optional', whileClosed: true },
  MalpracticeInvestigationStarted: { about: 'malpractice', caseId: 'optional', whileClosed: true },
  MalpracticeInvestigated: { about: 'malpractice', caseId: 'optional', whileClosed: true },
  MalpracticeJudgedSerious: { about: 'malpractice', caseId: 'optional', whileClosed: true },
  IvoNotified: { about: 'malpractice', caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<MalpracticeEvent>;
