import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { OrderContent, OrderRevised, OrderSent } from './order.events';

/** The order as sent and as revised, in folding order. */
export const orderVersions = (order: Thing<'order'>): readonly Recorded<OrderSent | OrderRevised>[] => [
  order.created,
  ...order.since('OrderRevised'),
];

/** The content of the order at the end of a day. */
export const orderContentOn = (order: Thing<'order'>, day: LocalDate): OrderContent =>
  (lastBy(order.since('OrderRevised'), day) ?? order.created).data;

/** The first day on which the order was cancelled. */
export const cancelledOn = (order: Thing<'order'>): LocalDate | undefined =>
  order.since('OrderCancelled')[0]?.occurredOn;
