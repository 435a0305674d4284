import type { OrderId, PersonalFile, Thread } from '@rt/domain';

/** The plans for one order, oldest first; a plan that names no order stands alone. */
export interface PlansOfOrder {
  /** The order, where the file has it. */
  readonly order: Thread<'order'> | undefined;
  readonly plans: readonly Thread<'plan'>[];
}

/**
 * The plans of a file by the order they name, whether or not the file has that order (yet): what belongs together must not depend
 * on what is recorded later.
 */
export const plansOfOrders = (file: PersonalFile): readonly PlansOfOrder[] => {
  const groups: { order: Thread<'order'> | undefined; plans: Thread<'plan'>[] }[] = [];
  const byOrder = new Map<OrderId, Thread<'plan'>[]>();
  for (const plan of file.every('plan')) {
    const { orderId } = plan.begun.data;
    const together = orderId === null ? undefined : byOrder.get(orderId);
    if (together) together.push(plan);
    else {
      const plans = [plan];
      groups.push({ order: file.get('order', orderId), plans });
      if (orderId !== null) byOrder.set(orderId, plans);
    }
  }
  return groups;
};
