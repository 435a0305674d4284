import { cancelledOn, latest, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';
import { firstOf } from './first-of';

/**
 * The day from which an order requires nothing more: it was cancelled, what it ordered has ended, or the decision behind it was renewed
 * and the renewal has an order. The last day of the order does not count: only a recorded event ends a duty.
 */
export const orderOverOn = (file: PersonalFile, order: Thing<'order'>): LocalDate | undefined => {
  const days = [cancelledOn(order)];
  const decision = file.get('decision', order.created.data.decisionId);
  for (const execution of order.linked('execution')) days.push(...endOf(execution));
  if (decision) {
    for (const execution of decision.linked('execution'))
      if (execution.created.data.orderId === null)
        days.push(...endOf(execution).map((day) => latest(day, decision.created.occurredOn)));
    for (const renewal of decision.linked('decision'))
      for (const next of renewal.linked('order'))
        days.push(latest(decision.created.occurredOn, renewal.created.occurredOn, next.created.occurredOn));
  }
  const first = firstOf(days);
  return first && latest(order.created.occurredOn, first);
};

const endOf = (execution: Thing<'execution'>): readonly LocalDate[] =>
  execution.since('ExecutionEnded').map((ended) => latest(execution.created.occurredOn, ended.occurredOn));
