import type { LocalDate } from '../calendar';
import type { EventSpecs } from '../event';
import type { DecisionId, DeviationId, ExecutionId, OrderId, PartyId, PerformerId, QuestionId } from '../ids';

/** Verkställighet påbörjad: once per decision, renewals included. */
export interface ExecutionStarted {
  readonly type: 'ExecutionStarted';
  readonly data: {
    readonly executionId: ExecutionId;
    readonly decisionId: DecisionId | null;
    readonly orderId: OrderId | null;
  };
}

/** Avbrott i verkställigheten. */
export interface ExecutionInterrupted {
  readonly type: 'ExecutionInterrupted';
  readonly data: { readonly executionId: ExecutionId; readonly reason: string };
}

/** Verkställigheten återupptagen. */
export interface ExecutionResumed {
  readonly type: 'ExecutionResumed';
  readonly data: { readonly executionId: ExecutionId };
}

/** Verkställigheten avslutad. */
export interface ExecutionEnded {
  readonly type: 'ExecutionEnded';
  readonly data: { readonly executionId: ExecutionId; readonly reason: string };
}

/** Verkställigheten uppskjuten på den enskildes egen begäran (SoL 35:5). */
export interface ExecutionPostponedByPerson {
  readonly type: 'ExecutionPostponedByPerson';
  readonly data: { readonly decisionId: DecisionId; readonly until?: LocalDate };
}

export const REPORT_RECEIVERS = ['ivo', 'auditors'] as const;

/** Ej verkställt beslut rapporterat (LSS 28 f §, SoL 34:1). */
export interface UnexecutedReported {
  readonly type: 'UnexecutedReported';
  readonly data: {
    readonly decisionId: DecisionId;
    /** Set where an interruption is reported. */
    readonly executionId: ExecutionId | null;
    readonly quarter: string;
    readonly to: readonly (typeof REPORT_RECEIVERS)[number][];
  };
}

/** Dag för verkställighet anmäld (LSS 28 g §, SoL 34:2). */
export interface ExecutionDateReported {
  readonly type: 'ExecutionDateReported';
  readonly data: {
    readonly decisionId: DecisionId;
    readonly to: readonly (typeof REPORT_RECEIVERS)[number][];
  };
}

export const NON_PERFORMANCE_SOURCES = ['person', 'relative', 'provider', 'followUp', 'other'] as const;

/** Utebliven insats har blivit känd. */
export interface NonPerformanceLearned {
  readonly type: 'NonPerformanceLearned';
  readonly data: {
    readonly orderId: OrderId;
    readonly firstMissedOn: LocalDate;
    readonly source: (typeof NON_PERFORMANCE_SOURCES)[number];
  };
}

/** Avvikelse rapporterad av utföraren. */
export interface DeviationReported {
  readonly type: 'DeviationReported';
  readonly data: {
    readonly deviationId: DeviationId;
    readonly orderId: OrderId;
    readonly firstMissedOn: LocalDate;
    readonly text?: string;
  };
}

/** Avvikelse omhändertagen. */
export interface DeviationHandled {
  readonly type: 'DeviationHandled';
  readonly data: { readonly deviationId: DeviationId; readonly action: string };
}

export const PERFORMER_KINDS = ['external', 'relative'] as const;

/** Utförande person antecknad. The step's day is the day the performer began; `learnedOn` the day we were told. */
export interface PerformerRecorded {
  readonly type: 'PerformerRecorded';
  readonly data: {
    readonly performerId: PerformerId;
    readonly orderId: OrderId | null;
    readonly partyId: PartyId;
    readonly kind: (typeof PERFORMER_KINDS)[number];
    readonly learnedOn?: LocalDate;
  };
}

/** Utförande person har slutat. */
export interface PerformerEnded {
  readonly type: 'PerformerEnded';
  readonly data: { readonly performerId: PerformerId; readonly reason?: string };
}

/** Registerutdrag visat (lag 2026:43): that it was shown; nothing else has a field. */
export interface RegisterCheckNoted {
  readonly type: 'RegisterCheckNoted';
  readonly data: { readonly performerId: PerformerId; readonly shown: boolean };
}

/** Utföraren har frågat om anhöriganställning. */
export interface RelativeEmploymentAsked {
  readonly type: 'RelativeEmploymentAsked';
  readonly data: {
    readonly questionId: QuestionId;
    readonly orderId: OrderId | null;
    readonly partyId: PartyId;
    readonly plannedFrom?: LocalDate;
  };
}

/** Frågan om anhöriganställning besvarad, med individuell bedömning. */
export interface RelativeEmploymentAnswered {
  readonly type: 'RelativeEmploymentAnswered';
  readonly data: {
    readonly questionId: QuestionId;
    readonly answer: 'yes' | 'no';
    readonly assessment: string;
  };
}

/** Individuell riskbedömning gjord. */
export interface IndividualRiskAssessed {
  readonly type: 'IndividualRiskAssessed';
  readonly data: { readonly performerId: PerformerId; readonly assessment: string };
}

export type ExecutionEvent =
  | ExecutionStarted
  | ExecutionInterrupted
  | ExecutionResumed
  | ExecutionEnded
  | ExecutionPostponedByPerson
  | UnexecutedReported
  | ExecutionDateReported
  | NonPerformanceLearned
  | DeviationReported
  | DeviationHandled
  | PerformerRecorded
  | PerformerEnded
  | RegisterCheckNoted
  | RelativeEmploymentAsked
  | RelativeEmploymentAnswered
  | IndividualRiskAssessed;

export const executionSpecs = {
  ExecutionStarted: {
    creates: 'execution',
    refers: { decisionId: 'decision', orderId: 'order' },
    caseId: 'required',
  },
  ExecutionInterrupted: { about: 'execution', caseId: 'required' },
  ExecutionResumed: { about: 'execution', caseId: 'required' },
  ExecutionEnded: { about: 'execution', caseId: 'required' },
  ExecutionPostponedByPerson: { about: 'decision', caseId: 'required' },
  UnexecutedReported: {
    about: 'decision',
    refers: { executionId: 'execution' },
    caseId: 'required',
    whileClosed: true,
  },
  ExecutionDateReported: { about: 'decision', caseId: 'required', whileClosed: true },
  NonPerformanceLearned: { about: 'order', caseId: 'required', whileClosed: true },
  DeviationReported: { creates: 'deviation', about: 'order', caseId: 'required', whileClosed: true },
  DeviationHandled: { about: 'deviation', caseId: 'required', whileClosed: true },
  PerformerRecorded: {
    creates: 'performer',
    refers: { orderId: 'order', partyId: 'party' },
    caseId: 'required',
  },
  PerformerEnded: { about: 'performer', caseId: 'required' },
  RegisterCheckNoted: { about: 'performer', caseId: 'required' },
  RelativeEmploymentAsked: {
    creates: 'question',
    refers: { orderId: 'order', partyId: 'party' },
    caseId: 'required',
  },
  RelativeEmploymentAnswered: { about: 'question', caseId: 'required' },
  IndividualRiskAssessed: { about: 'performer', caseId: 'required' },
} as const satisfies EventSpecs<ExecutionEvent>;
