import type { OrderId, PersonalFile, Thing } from '@rt/domain';

/** The plans for one order, oldest first. A plan that names no order is a group of its own. */
export interface PlansOfOrder {
  /** Undefined if the file does not have the order. */
  readonly order: Thing<'order'> | undefined;
  readonly plans: readonly Thing<'plan'>[];
}

/**
 * The plans of a file, grouped by the order they name. The file need not have that order: a group must not change when the order is
 * recorded later.
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
