import { accept, refuse, type Deciders } from '../decider';
import type { OrderEvent, OrderGoal } from './order.events';

export const orderDeciders: Deciders<OrderEvent> = {
  OrderSent: ({ data }) => parents(data.goals),
  OrderRevised: ({ data }) => parents(data.goals),
};

/** The parent of a goal must be another goal of the same order, and a goal may not be its own ancestor. */
const parents = (goals: readonly OrderGoal[]) => {
  const parentOf = new Map(goals.map(({ goalId, parentGoalId }) => [goalId, parentGoalId]));
  const wrong = goals.findIndex(({ parentGoalId }) => {
    let above = parentGoalId;
    for (let level = 0; above !== null && level <= goals.length; level++) {
      const next = parentOf.get(above);
      if (next === undefined) return true;
      above = next;
    }
    return above !== null;
  });
  return wrong < 0 ? accept : refuse('UNKNOWN_ID', `data.goals[${wrong}].parentGoalId`);
};
