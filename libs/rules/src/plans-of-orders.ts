import type { OrderId, PersonalFile, Thing } from '@rt/domain';

/** The plans for one order, oldest first; a plan that names no order stands alone. */
export interface PlansOfOrder {
  /** The order, where the file has it. */
  readonly order: Thing<'order'> | undefined;
  readonly plans: readonly Thing<'plan'>[];
}

/**
 * The plans of a file by the order they name, whether or not the file has that order (yet): what belongs together must not depend
 * on what is recorded later.
 */
export const plansOfOrders = (file: PersonalFile): readonly PlansOfOrder[] => {
  const groups: { order: Thing<'order'> | undefined; plans: Thing<'plan'>[] }[] = [];
  const byOrder = new Map<OrderId, Thing<'plan'>[]>();
  for (const plan of file.things('plan')) {
    const { orderId } = plan.created.data;
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
