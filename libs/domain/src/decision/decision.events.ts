import type { LocalDate } from '../calendar';
import type { Channel, Extent, Format, Law, MeasureCode, Outcome } from '../codes';
import type { EventSpecs } from '../event';
import type { AdvanceDecisionId, AppealId, ApplicationId, DecisionId, InvestigationId, UserId } from '../ids';

export const REJECTION_GROUNDS = [
  'needMetOtherwise',
  'notEntitled',
  'notEligibleGroup',
  'otherHelpNotExhausted',
  'needNotShown',
  'reasonableLivingConditionsMet',
  'other',
] as const;

/** What was decided. */
export interface DecisionContent {
  readonly law: Law;
  readonly measure: MeasureCode;
  readonly outcome: Outcome;
  readonly requestedExtent: Extent | null;
  readonly grantedExtent: Extent | null;
  /** First day of what was granted. */
  readonly from?: LocalDate;
  /** Last day; left out: indefinite (tillsvidare). */
  readonly to?: LocalDate;
  readonly reasons?: string;
  readonly decisiveFacts: readonly string[];
  readonly provisions: readonly Law[];
  readonly decidedBy?: UserId;
  readonly presentedBy?: UserId;
  readonly tookPart: readonly UserId[];
  readonly howToAppeal: boolean;
  /** What a reduction means for the person (konsekvensanalys). */
  readonly reductionAnalysis?: string;
  readonly rejectionGround?: (typeof REJECTION_GROUNDS)[number];
}

/** Beslut fattat. */
export interface DecisionMade {
  readonly type: 'DecisionMade';
  readonly data: DecisionContent & {
    readonly decisionId: DecisionId;
    readonly applicationId: ApplicationId | null;
    readonly investigationId: InvestigationId | null;
    readonly previousDecisionId: DecisionId | null;
  };
}

/** Underrättelse om beslut skickad (FL 33 §). The step's day is the day it was sent. */
export interface DecisionServed {
  readonly type: 'DecisionServed';
  readonly data: {
    readonly decisionId: DecisionId;
    readonly how: Channel;
    readonly receivedOn?: LocalDate;
    readonly format?: Format;
  };
}

/** Beslut ändrat: the whole decision as it should read from that day, and the ground (FL 37 §, SoL 14:9 …). */
export interface DecisionChanged {
  readonly type: 'DecisionChanged';
  readonly data: DecisionContent & { readonly decisionId: DecisionId; readonly ground: Law | null };
}

/** Beslut rättat, skrivfel (FL 36 §): the whole decision as it should read. */
export interface DecisionCorrected {
  readonly type: 'DecisionCorrected';
  readonly data: DecisionContent & { readonly decisionId: DecisionId };
}

/** Överklagande mottaget. */
export interface AppealReceived {
  readonly type: 'AppealReceived';
  readonly data: { readonly appealId: AppealId; readonly decisionId: DecisionId };
}

/** Rättidsprövning gjord (FL 45 §). */
export interface AppealTimelinessChecked {
  readonly type: 'AppealTimelinessChecked';
  readonly data: { readonly appealId: AppealId; readonly inTime: boolean };
}

/** Överklagande överlämnat till domstol (FL 46 §). */
export interface AppealForwarded {
  readonly type: 'AppealForwarded';
  readonly data: { readonly appealId: AppealId };
}

export const APPEAL_OUTCOMES = ['upheld', 'changed', 'sentBack', 'dismissed'] as const;

/** Överklagande avgjort. */
export interface AppealDecided {
  readonly type: 'AppealDecided';
  readonly data: { readonly appealId: AppealId; readonly outcome: (typeof APPEAL_OUTCOMES)[number] };
}

/** Beslut om omkostnadsersättning. */
export interface ExpenseAllowanceDecided {
  readonly type: 'ExpenseAllowanceDecided';
  readonly data: { readonly decisionId: DecisionId; readonly granted: boolean };
}

/** Omkostnadsersättning inte aktuell, efter information till den enskilde. */
export interface ExpenseAllowanceNotRelevant {
  readonly type: 'ExpenseAllowanceNotRelevant';
  readonly data: { readonly decisionId: DecisionId; readonly reason: string };
}

/** Förhandsbesked (LSS 16 §). */
export interface AdvanceDecisionMade {
  readonly type: 'AdvanceDecisionMade';
  readonly data: {
    readonly advanceDecisionId: AdvanceDecisionId;
    readonly law: Law;
    readonly measure: MeasureCode;
    readonly outcome: Outcome;
  };
}

/** Insatsen i förhandsbeskedet är tillgänglig. */
export interface AdvanceServiceAvailable {
  readonly type: 'AdvanceServiceAvailable';
  readonly data: { readonly advanceDecisionId: AdvanceDecisionId };
}

/** Förhandsbeskedet har använts. */
export interface AdvanceDecisionUsed {
  readonly type: 'AdvanceDecisionUsed';
  readonly data: { readonly advanceDecisionId: AdvanceDecisionId };
}

/** Förhandsbeskedet har förfallit. */
export interface AdvanceDecisionLapsed {
  readonly type: 'AdvanceDecisionLapsed';
  readonly data: { readonly advanceDecisionId: AdvanceDecisionId };
}

export type DecisionEvent =
  | DecisionMade
  | DecisionServed
  | DecisionChanged
  | DecisionCorrected
  | AppealReceived
  | AppealTimelinessChecked
  | AppealForwarded
  | AppealDecided
  | ExpenseAllowanceDecided
  | ExpenseAllowanceNotRelevant
  | AdvanceDecisionMade
  | AdvanceServiceAvailable
  | AdvanceDecisionUsed
  | AdvanceDecisionLapsed;

export const decisionSpecs = {
  DecisionMade: {
    creates: 'decision',
    refers: {
      applicationId: 'application',
      investigationId: 'investigation',
      previousDecisionId: 'decision',
    },
    caseId: 'required',
  },
  DecisionServed: { about: 'decision', caseId: 'required' },
  DecisionChanged: { about: 'decision', caseId: 'required' },
  DecisionCorrected: { about: 'decision', caseId: 'required', whileClosed: true },
  AppealReceived: { creates: 'appeal', about: 'decision', caseId: 'required', whileClosed: true },
  AppealTimelinessChecked: { about: 'appeal', caseId: 'required', whileClosed: true },
  AppealForwarded: { about: 'appeal', caseId: 'required', whileClosed: true },
  AppealDecided: { about: 'appeal', caseId: 'required', whileClosed: true },
  ExpenseAllowanceDecided: { about: 'decision', caseId: 'required' },
  ExpenseAllowanceNotRelevant: { about: 'decision', caseId: 'required' },
  AdvanceDecisionMade: { creates: 'advanceDecision', caseId: 'required' },
  AdvanceServiceAvailable: { about: 'advanceDecision', caseId: 'required' },
  AdvanceDecisionUsed: { about: 'advanceDecision', caseId: 'required' },
  AdvanceDecisionLapsed: { about: 'advanceDecision', caseId: 'required' },
} as const satisfies EventSpecs<DecisionEvent>;
