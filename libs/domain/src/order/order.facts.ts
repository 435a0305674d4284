import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { Thread } from '../thread';
import type { OrderContent, OrderRevised, OrderSent } from './order.events';

/** The order as sent and as revised, oldest first. */
export const orderVersions = (order: Thread<'order'>): readonly Recorded<OrderSent | OrderRevised>[] => [
  order.begun,
  ...order.later('OrderRevised'),
];

/** The order as it read on a day. */
export const orderContentOn = (order: Thread<'order'>, day: LocalDate): OrderContent =>
  (order.later('OrderRevised').findLast((revised) => revised.occurredOn <= day) ?? order.begun).data;

/** The first day on which the order was called off. */
export const cancelledOn = (order: Thread<'order'>): LocalDate | undefined =>
  order.later('OrderCancelled')[0]?.occurredOn;
