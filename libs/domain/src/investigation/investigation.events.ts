import type { LocalDate } from '../calendar';
import type { Channel, LifeAreaCode } from '../codes';
import type { EventSpecs } from '../event';
import type { ApplicationId, DecisionId, FollowUpId, InformationId, InvestigationId } from '../ids';

/** Utredning inledd. */
export interface InvestigationOpened {
  readonly type: 'InvestigationOpened';
  readonly data: {
    readonly investigationId: InvestigationId;
    readonly applicationId: ApplicationId | null;
    readonly informationId: InformationId | null;
    /** The decision that this investigation is to renew. */
    readonly renewsDecisionId: DecisionId | null;
  };
}

export const AREA_STATES = ['answered', 'declined', 'notApplicable', 'missing'] as const;

/** What is known of one life area, and when it was written. */
export interface AreaAnswer {
  readonly area: LifeAreaCode;
  readonly state: (typeof AREA_STATES)[number];
  readonly text?: string;
  readonly writtenOn?: LocalDate;
}

/** The content of an investigation. A text left out is missing; nothing is filled in. */
export interface InvestigationContent {
  readonly areas: readonly AreaAnswer[];
  readonly interests?: string;
  readonly resources?: string;
  readonly wishes?: string;
  /** "Uttrycker inga önskemål": a statement, not an empty field. */
  readonly expressesNoWishes: boolean;
  readonly childImpact?: string;
  readonly relativesPerspective?: string;
  readonly alternativesTried?: string;
  readonly healthCareInvolved: boolean;
  readonly coordinatedPlanConsidered: boolean | null;
  readonly assessment?: string;
}

/** Utredning slutförd. */
export interface InvestigationCompleted {
  readonly type: 'InvestigationCompleted';
  readonly data: InvestigationContent & { readonly investigationId: InvestigationId };
}

/** Utredning kompletterad: the whole content as it should read from that day. */
export interface InvestigationRevised {
  readonly type: 'InvestigationRevised';
  readonly data: InvestigationContent & { readonly investigationId: InvestigationId };
}

/** Kommunicerat före beslut (FL 25 §), or why it was not needed. */
export interface CommunicationSent {
  readonly type: 'CommunicationSent';
  readonly data: {
    readonly investigationId: InvestigationId;
    readonly answerBy?: LocalDate;
    readonly channel?: Channel;
    readonly exemption?: string;
  };
}

/** Svar på kommuniceringen. */
export interface CommunicationAnswered {
  readonly type: 'CommunicationAnswered';
  readonly data: { readonly investigationId: InvestigationId; readonly text?: string };
}

/** Barnkonsekvensanalys gjord eller uppdaterad. */
export interface ChildImpactAssessed {
  readonly type: 'ChildImpactAssessed';
  readonly data: { readonly followUpId: FollowUpId | null; readonly text: string };
}

export type InvestigationEvent =
  | InvestigationOpened
  | InvestigationCompleted
  | InvestigationRevised
  | CommunicationSent
  | CommunicationAnswered
  | ChildImpactAssessed;

export const investigationSpecs = {
  InvestigationOpened: {
    creates: 'investigation',
    refers: { applicationId: 'application', informationId: 'information', renewsDecisionId: 'decision' },
    caseId: 'required',
  },
  InvestigationCompleted: { about: 'investigation', caseId: 'required' },
  InvestigationRevised: { about: 'investigation', caseId: 'required' },
  CommunicationSent: { about: 'investigation', caseId: 'required' },
  CommunicationAnswered: { about: 'investigation', caseId: 'required' },
  ChildImpactAssessed: { refers: { followUpId: 'followUp' }, caseId: 'required' },
} as const satisfies EventSpecs<InvestigationEvent>;
