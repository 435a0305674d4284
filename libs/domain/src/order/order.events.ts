import type { LocalDate } from '../calendar';
import type { Extent, LifeAreaCode, MeasureCode } from '../codes';
import type { EventSpecs } from '../event';
import type { DecisionId, GoalId, OrderId, ProviderId } from '../ids';

/** Egen regi, valfrihetssystem (LOV), individuellt avtal. */
export const PROVIDER_FORMS = ['egenRegi', 'lov', 'individualContract'] as const;
export const GOAL_LEVELS = ['overall', 'sub'] as const;
export const GOAL_DIRECTIONS = ['improve', 'keep'] as const;

/** Mål eller delmål. */
export interface OrderGoal {
  readonly goalId: GoalId;
  readonly level: (typeof GOAL_LEVELS)[number];
  readonly parentGoalId: GoalId | null;
  readonly lifeArea?: LifeAreaCode;
  readonly text: string;
  readonly measuredBy?: string;
  readonly direction?: (typeof GOAL_DIRECTIONS)[number];
  /** Whether the person took part in formulating it. */
  readonly byThePerson: boolean;
}

/** What the provider is asked to do. */
export interface OrderContent {
  readonly measure: MeasureCode;
  readonly task?: string;
  readonly purpose?: string;
  readonly goals: readonly OrderGoal[];
  readonly extent: Extent | null;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Beställning skickad. `decisionId` null: no decision behind it, which the rules speak about. */
export interface OrderSent {
  readonly type: 'OrderSent';
  readonly data: OrderContent & {
    readonly orderId: OrderId;
    readonly decisionId: DecisionId | null;
    readonly providerId: ProviderId;
    readonly form: (typeof PROVIDER_FORMS)[number];
  };
}

/** Beställning ändrad: the whole content as it should read from that day. */
export interface OrderRevised {
  readonly type: 'OrderRevised';
  readonly data: OrderContent & { readonly orderId: OrderId };
}

/** Beställning återkallad. */
export interface OrderCancelled {
  readonly type: 'OrderCancelled';
  readonly data: { readonly orderId: OrderId; readonly reason: string };
}

export type OrderEvent = OrderSent | OrderRevised | OrderCancelled;

export const orderSpecs = {
  OrderSent: {
    creates: 'order',
    createsWithin: { 'goals[].goalId': 'goal' },
    refers: { decisionId: 'decision', 'goals[].parentGoalId': 'goal' },
    caseId: 'required',
  },
  OrderRevised: {
    about: 'order',
    createsWithin: { 'goals[].goalId': 'goal' },
    refers: { 'goals[].parentGoalId': 'goal' },
    caseId: 'required',
  },
  OrderCancelled: { about: 'order', caseId: 'required' },
} as const satisfies EventSpecs<OrderEvent>;
