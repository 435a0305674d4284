import type { FileId, LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';

/**
 * An item of a stream. It contains ids only: the client requests the rest, and the server checks its permission then.
 * `file`: something was recorded in a file that the user reaches, and the read models contain it. `notice`: there is a new notice; one of a review is about no file. `day`: a new day
 * began, so statuses have changed. `resync`: more was missed than is announced one by one, so the client should reload everything.
 */
export type Item =
  | { readonly event: 'file'; readonly fileId: FileId; readonly position: Position }
  | { readonly event: 'notice'; readonly noticeId: string; readonly fileId?: FileId }
  | { readonly event: 'day'; readonly day: LocalDate }
  | { readonly event: 'resync' };

/** The item in the format of server-sent events. No value contains a line break: the values are ids, days and numbers. */
export const itemText = ({ event, ...data }: Item): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Tells the client that it has received everything up to a position, from which it continues when it reconnects. It has no data, so the browser
 * raises no event.
 */
export const placeText = (position: Position): string => `id: ${position}\n\n`;

/** A comment that keeps the connection alive. */
export const aliveText = ': alive\n\n';

/** Sets the time after which a browser reconnects, in milliseconds. */
export const openingText = 'retry: 3000\n\n';
