/** Compares a plan with its order: task, purpose, each goal and the extent. */
import {
  amountPerYear,
  type Extent,
  type OrderContent,
  type OrderGoal,
  type PlanGoal,
  type PlanReceived,
} from '@rt/domain';
import { isReworded } from './reworded';
import { isSameText } from './similar-text';
import { isStated } from './stated';

/**
 * `reworded`: worded otherwise or with more detail, so a reader is asked whether it is the same; `missing`: the order has it and the plan does
 * not; `added`: the plan has it and the order does not.
 */
export type Compared = 'same' | 'reworded' | 'changed' | 'missing' | 'added';

/** A goal of the order and the goals of the plan that belong to it. Every goal of either side is in one pair. */
interface GoalPair {
  /** Undefined: only the plan has it. */
  readonly ordered: OrderGoal | undefined;
  readonly planned: readonly PlanGoal[];
  readonly compared: Compared;
}

export interface PlanOrderComparison {
  readonly task: Compared;
  readonly purpose: Compared;
  /** One for every goal of the order, in the same sequence, then one for every goal that only the plan has. */
  readonly goals: readonly GoalPair[];
  /** Goals without a letter or a digit. They say nothing that can be compared, so they are in no pair. */
  readonly unstated: { readonly ordered: readonly OrderGoal[]; readonly planned: readonly PlanGoal[] };
  readonly hours: Compared;
}

/**
 * Compares wording, goal by goal, and ignores typing errors (see `isSameText` and `isReworded`). Compares extents by the amount per year. A goal of the
 * plan belongs to the goal of the order that it names. If it names none that the order has, it belongs to one with the same text. If
 * several goals belong to one, it is enough that one of them says the same: the others explain it.
 */
export const comparePlanWithOrder = (
  plan: Pick<PlanReceived['data'], 'task' | 'purpose' | 'goals' | 'extent'>,
  order: Pick<OrderContent, 'task' | 'purpose' | 'goals' | 'extent'>,
): PlanOrderComparison => ({
  task: compareTexts(order.task, plan.task),
  purpose: compareTexts(order.purpose, plan.purpose),
  goals: compareGoals(
    order.goals.filter(({ text }) => isStated(text)),
    plan.goals.filter(({ text }) => isStated(text)),
  ),
  unstated: {
    ordered: order.goals.filter(({ text }) => !isStated(text)),
    planned: plan.goals.filter(({ text }) => !isStated(text)),
  },
  hours: compareExtents(order.extent, plan.extent),
});

const compareTexts = (ordered: string | undefined, planned: string | undefined): Compared => {
  if (!isStated(ordered)) return isStated(planned) ? 'added' : 'same';
  if (!isStated(planned)) return 'missing';
  return compareStated(ordered as string, planned as string);
};

const compareStated = (ordered: string, planned: string): 'same' | 'reworded' | 'changed' =>
  isSameText(ordered, planned) ? 'same' : isReworded(ordered, planned) ? 'reworded' : 'changed';

const compareGoals = (wanted: readonly OrderGoal[], planned: readonly PlanGoal[]): readonly GoalPair[] => {
  const wantedIds = new Set<string>(wanted.map(({ goalId }) => goalId));
  const [named, unnamed]: [PlanGoal[], PlanGoal[]] = [[], []];
  for (const goal of planned)
    (goal.orderGoalId !== null && wantedIds.has(goal.orderGoalId) ? named : unnamed).push(goal);
  const pairs = wanted.map((ordered): GoalPair => {
    const own = named.filter(({ orderGoalId }) => orderGoalId === ordered.goalId);
    const answers = own.map(({ text }) => compareStated(ordered.text, text));
    if (answers.includes('same')) return { ordered, planned: own, compared: 'same' };
    for (const alike of ['same', 'reworded'] as const) {
      if (answers.includes(alike)) return { ordered, planned: own, compared: alike };
      const found = unnamed.findIndex(({ text }) => compareStated(ordered.text, text) === alike);
      if (found >= 0) return { ordered, planned: [...own, ...unnamed.splice(found, 1)], compared: alike };
    }
    return { ordered, planned: own, compared: answers.length > 0 ? 'changed' : 'missing' };
  });
  return [
    ...pairs,
    ...unnamed.map((goal): GoalPair => ({ ordered: undefined, planned: [goal], compared: 'added' })),
  ];
};

/** The most that rounding to two decimals can change an amount per year, when it is converted between weeks and months: 52 × 0.005. */
const ROUNDING_PER_YEAR = 0.26;

const compareExtents = (ordered: Extent | null, planned: Extent | null): Compared => {
  if (ordered === null) return planned === null ? 'same' : 'added';
  if (planned === null) return 'missing';
  if (ordered.unit !== planned.unit) return 'changed';
  if (ordered.per === planned.per) return ordered.amount === planned.amount ? 'same' : 'changed';
  const difference = Math.abs(amountPerYear(ordered) - amountPerYear(planned));
  return difference <= ROUNDING_PER_YEAR + 1e-9 ? 'same' : 'changed';
};
