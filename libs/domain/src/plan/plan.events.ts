import type { LocalDate } from '../calendar';
import type { Extent } from '../codes';
import type { EventSpecs } from '../event';
import type { GoalId, OrderId, PlanId, UserId } from '../ids';

/** A goal of the plan and the goal of the order it serves; `null`: one the order does not have. */
export interface PlanGoal {
  readonly goalId: GoalId;
  readonly orderGoalId: GoalId | null;
  readonly text: string;
}

/** What is to be done, for which goal of the plan, when and how, and who at the provider is responsible. */
export interface PlanActivity {
  readonly goalId: GoalId | null;
  readonly what: string;
  readonly when?: string;
  readonly how?: string;
  readonly responsible?: string;
}

/** Genomförandeplan mottagen från utföraren. A late plan is recorded, never refused: refusing would hide the gap. */
export interface PlanReceived {
  readonly type: 'PlanReceived';
  readonly data: {
    readonly planId: PlanId;
    readonly orderId: OrderId | null;
    readonly task?: string;
    readonly purpose?: string;
    readonly goals: readonly PlanGoal[];
    readonly activities: readonly PlanActivity[];
    readonly extent: Extent | null;
    readonly cooperation?: string;
    readonly followUpWhen?: string;
    readonly followUpHow?: string;
    readonly personTookPart: boolean;
    /** How the person's wishes were caught where he or she did not take part. */
    readonly wishesCaughtOtherwise?: string;
    readonly validTo?: LocalDate;
  };
}

/** Planen returnerad till utföraren. */
export interface PlanReturned {
  readonly type: 'PlanReturned';
  readonly data: { readonly planId: PlanId; readonly reasons: readonly string[] };
}

/** Planen godkänd. A later approval by the right person is a new one. */
export interface PlanApproved {
  readonly type: 'PlanApproved';
  readonly data: { readonly planId: PlanId; readonly approvedBy: UserId };
}

export type PlanEvent = PlanReceived | PlanReturned | PlanApproved;

export const planSpecs = {
  PlanReceived: {
    creates: 'plan',
    createsWithin: { 'goals[].goalId': 'goal' },
    refers: { orderId: 'order', 'goals[].orderGoalId': 'goal', 'activities[].goalId': 'goal' },
    caseId: 'required',
  },
  PlanReturned: { about: 'plan', caseId: 'required' },
  PlanApproved: { about: 'plan', caseId: 'required' },
} as const satisfies EventSpecs<PlanEvent>;
