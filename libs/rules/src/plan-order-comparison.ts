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

export interface PlanOrderComparison {
  readonly task: Compared;
  readonly purpose: Compared;
  /** One for every goal of the order, in the same sequence, then one for every goal that only the plan has. */
  readonly goals: readonly { readonly goalId: string; readonly compared: Compared }[];
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
  goals: compareGoals(order.goals, plan.goals),
  hours: compareExtents(order.extent, plan.extent),
});

const compareTexts = (ordered: string | undefined, planned: string | undefined): Compared => {
  if (!isStated(ordered)) return isStated(planned) ? 'added' : 'same';
  if (!isStated(planned)) return 'missing';
  return compareStated(ordered as string, planned as string);
};

const compareStated = (ordered: string, planned: string): 'same' | 'reworded' | 'changed' =>
  isSameText(ordered, planned) ? 'same' : isReworded(ordered, planned) ? 'reworded' : 'changed';

const compareGoals = (
  ordered: readonly OrderGoal[],
  planned: readonly PlanGoal[],
): PlanOrderComparison['goals'] => {
  const wanted = ordered.filter(({ text }) => isStated(text));
  const wantedIds = new Set<string>(wanted.map(({ goalId }) => goalId));
  const [named, unnamed]: [PlanGoal[], PlanGoal[]] = [[], []];
  for (const goal of planned) {
    if (!isStated(goal.text)) continue;
    (goal.orderGoalId !== null && wantedIds.has(goal.orderGoalId) ? named : unnamed).push(goal);
  }
  const goals = wanted.map(({ goalId, text }) => {
    const answers = named
      .filter(({ orderGoalId }) => orderGoalId === goalId)
      .map((answer) => compareStated(text, answer.text));
    if (answers.includes('same')) return { goalId, compared: 'same' as const };
    for (const alike of ['same', 'reworded'] as const) {
      if (answers.includes(alike)) return { goalId, compared: alike };
      const found = unnamed.findIndex((goal) => compareStated(text, goal.text) === alike);
      if (found < 0) continue;
      unnamed.splice(found, 1);
      return { goalId, compared: alike };
    }
    return { goalId, compared: answers.length > 0 ? ('changed' as const) : ('missing' as const) };
  });
  return [...goals, ...unnamed.map(({ goalId }) => ({ goalId, compared: 'added' as const }))];
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
