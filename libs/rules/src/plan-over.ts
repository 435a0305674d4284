import type { LocalDate, PersonalFile, Thing } from '@rt/domain';
import { orderOverOn } from './order-over';
import { firstOf } from './first-of';

/**
 * The day from which a plan is not in force, other than by its last day or a newer plan: it was returned to the provider, or its order
 * requires nothing more. The rules and the list of what expires ask this one function.
 */
export const planOverOn = (file: PersonalFile, plan: Thing<'plan'>): LocalDate | undefined => {
  const order = file.get('order', plan.created.data.orderId);
  return firstOf([
    ...plan.since('PlanReturned').map(({ occurredOn }) => occurredOn),
    order && orderOverOn(file, order),
  ]);
};
