import { all, inOrder, knownLifeArea, knownMeasure } from '../checks';
import { accept, refuse, type Command, type Deciders, type Situation, type Verdict } from '../decider';
import type { OrderEvent, OrderGoal } from './order.events';

export const orderDeciders: Deciders<OrderEvent> = {
  OrderSent: (command, situation) => content(command, situation),
  OrderRevised: (command, situation) =>
    content(command, situation, situation.file.get('order', command.data.orderId)?.begun.data.measure),
  OrderCancelled: ({ data, occurredOn }, { file }) =>
    inOrder(file.get('order', data.orderId)?.begun.occurredOn, occurredOn, 'occurredOn'),
};

const content = (
  command: Command<'OrderSent' | 'OrderRevised'>,
  situation: Situation,
  measureBefore?: string,
): Verdict => {
  const { from, to, goals } = command.data;
  return all(
    knownMeasure(command, situation, measureBefore),
    inOrder(from, to, 'data.to'),
    ...goals.map(({ lifeArea }, i) =>
      knownLifeArea(lifeArea, command.occurredOn, situation, `data.goals[${i}].lifeArea`),
    ),
    parents(goals),
  );
};

/** A goal stands under another goal of the same order, and never, by whatever way, under itself. */
const parents = (goals: readonly OrderGoal[]): Verdict => {
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
