import type { FileId, LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';

/**
 * What a stream tells. Ids alone: whoever wants to know what happened asks again, and is asked who they are.
 * `file`: something was recorded in a file one reaches, and the read models have it. `notice`: there is a new notice. `day`: another
 * day began, so statuses read differently. `resync`: more was missed than is told one by one, so ask for everything again.
 */
export type Item =
  | { readonly event: 'file'; readonly fileId: FileId; readonly position: Position }
  | { readonly event: 'notice'; readonly noticeId: string; readonly fileId: FileId }
  | { readonly event: 'day'; readonly day: LocalDate }
  | { readonly event: 'resync' };

/** As the event stream of HTML has it. No value holds a line break: they are ids, days and numbers. */
export const itemText = ({ event, ...data }: Item): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Everything up to a position has been told: where a browser that comes back goes on. Without data it raises no event. */
export const placeText = (position: Position): string => `id: ${position}\n\n`;

/** Keeps the connection from being taken for dead. */
export const aliveText = ': alive\n\n';

/** How long a browser waits before it comes back, in milliseconds. */
export const openingText = 'retry: 3000\n\n';
