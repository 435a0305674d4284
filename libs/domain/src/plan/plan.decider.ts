import { all } from '../checks';
import { accept, refuse, type Deciders } from '../decider';
import type { PersonalFile } from '../personal-file';
import type { PlanEvent } from './plan.events';

export const planDeciders: Deciders<PlanEvent> = {
  /** A late plan is never refused, because a refusal would hide the gap. */
  PlanReceived: ({ data: { orderId, goals, activities } }, { file }) => {
    const own = new Set<string>(goals.map(({ goalId }) => goalId));
    const ordered = orderGoalIds(file, orderId);
    const foreign = activities.findIndex(({ goalId }) => goalId !== null && !own.has(goalId));
    const unordered = goals.findIndex(({ orderGoalId }) => orderGoalId !== null && !ordered.has(orderGoalId));
    return all(
      foreign < 0 ? accept : refuse('UNKNOWN_ID', `data.activities[${foreign}].goalId`),
      unordered < 0 ? accept : refuse('UNKNOWN_ID', `data.goals[${unordered}].orderGoalId`),
    );
  },
};

/** The goals that a plan may serve: those of its order, or of any order if it names none. */
const orderGoalIds = (file: PersonalFile, orderId: string | null): ReadonlySet<string> =>
  new Set(
    [...file.events('OrderSent'), ...file.events('OrderRevised')]
      .filter(({ data }) => orderId === null || data.orderId === orderId)
      .flatMap(({ data }) => data.goals.map(({ goalId }) => goalId)),
  );
