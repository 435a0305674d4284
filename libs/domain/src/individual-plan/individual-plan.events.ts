import type { EventSpecs } from '../event';
import type { DecisionId, IndividualPlanId, RequestId } from '../ids';

/** Individuell plan enligt LSS 10 § erbjuden. Not the provider's plan, not SIP. */
export interface IndividualPlanOffered {
  readonly type: 'IndividualPlanOffered';
  readonly data: { readonly decisionId: DecisionId; readonly accepted: boolean };
}

/** Individuell plan begärd. */
export interface IndividualPlanRequested {
  readonly type: 'IndividualPlanRequested';
  readonly data: { readonly requestId: RequestId };
}

/** Individuell plan upprättad. */
export interface IndividualPlanMade {
  readonly type: 'IndividualPlanMade';
  readonly data: {
    readonly individualPlanId: IndividualPlanId;
    readonly requestId: RequestId | null;
    readonly text?: string;
  };
}

/** Individuell plan omprövad. */
export interface IndividualPlanReviewed {
  readonly type: 'IndividualPlanReviewed';
  readonly data: { readonly individualPlanId: IndividualPlanId; readonly text?: string };
}

export type IndividualPlanEvent =
  IndividualPlanOffered | IndividualPlanRequested | IndividualPlanMade | IndividualPlanReviewed;

export const individualPlanSpecs = {
  IndividualPlanOffered: { about: 'decision', caseId: 'optional' },
  IndividualPlanRequested: { creates: 'request', caseId: 'optional' },
  IndividualPlanMade: { creates: 'individualPlan', refers: { requestId: 'request' }, caseId: 'optional' },
  IndividualPlanReviewed: { about: 'individualPlan', caseId: 'optional' },
} as const satisfies EventSpecs<IndividualPlanEvent>;
