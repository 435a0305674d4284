import type { EventSpecs } from '../event';
import type { DecisionId, FollowUpId, GoalId, OrderId, PerformerId, PlanId, RequestId } from '../ids';

/** Måluppfyllelse. */
export const ATTAINMENTS = ['notMet', 'partlyMet', 'met', 'exceeded', 'notAssessed'] as const;
export const FOLLOW_UP_WAYS = ['homeVisit', 'meeting', 'phone', 'digital', 'other'] as const;

/** Uppföljning dokumenterad av handläggaren. */
export interface FollowUpDocumented {
  readonly type: 'FollowUpDocumented';
  readonly data: {
    readonly followUpId: FollowUpId;
    readonly decisionId: DecisionId | null;
    readonly orderId: OrderId | null;
    readonly planId: PlanId | null;
    readonly how?: (typeof FOLLOW_UP_WAYS)[number];
    readonly personsView?: string;
    readonly performedAsDecided: 'yes' | 'partly' | 'no' | null;
    readonly presentSituation?: string;
    readonly furtherNeeds?: string;
    readonly goals: readonly { readonly goalId: GoalId; readonly attainment: (typeof ATTAINMENTS)[number] }[];
    readonly performerId: PerformerId | null;
    readonly activitiesDone: readonly string[];
  };
}

/** Utförarens uppföljning mottagen. */
export interface ProviderFollowUpReceived {
  readonly type: 'ProviderFollowUpReceived';
  readonly data: {
    readonly orderId: OrderId;
    readonly givenAsOrdered: 'yes' | 'partly' | 'no' | null;
    readonly obstacles?: string;
    readonly personsView?: string;
  };
}

/** Uppgifter begärda från utföraren (SoL 15:9). */
export interface ProviderDataRequested {
  readonly type: 'ProviderDataRequested';
  readonly data: { readonly requestId: RequestId; readonly orderId: OrderId | null; readonly what: string };
}

/** Begärda uppgifter mottagna. */
export interface ProviderDataReceived {
  readonly type: 'ProviderDataReceived';
  readonly data: { readonly requestId: RequestId };
}

export type FollowUpEvent =
  FollowUpDocumented | ProviderFollowUpReceived | ProviderDataRequested | ProviderDataReceived;

export const followUpSpecs = {
  FollowUpDocumented: {
    creates: 'followUp',
    refers: {
      decisionId: 'decision',
      orderId: 'order',
      planId: 'plan',
      performerId: 'performer',
      'goals[].goalId': 'goal',
    },
    caseId: 'required',
  },
  ProviderFollowUpReceived: { about: 'order', caseId: 'required', whileClosed: true },
  ProviderDataRequested: {
    creates: 'request',
    refers: { orderId: 'order' },
    caseId: 'required',
    whileClosed: true,
  },
  ProviderDataReceived: { about: 'request', caseId: 'required', whileClosed: true },
} as const satisfies EventSpecs<FollowUpEvent>;
