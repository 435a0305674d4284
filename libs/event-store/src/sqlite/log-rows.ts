import type { LoggedEvent } from '../log';

/** The columns of an event in the order that `asLogged` expects. Rows are arrays, which are read 1.7 times faster than objects. */
export const columns = 'position, revision, hash, envelope, sealed';
export type EventRow = [
  position: number,
  revision: number,
  hash: string,
  envelope: string,
  sealed: Uint8Array,
  stream?: string,
];

/**
 * A damaged record may hold values of other types than its columns. They are read as empty ones, so that such an event has no hash that fits it and every
 * reader reports it as damaged.
 */
export const asLogged = (row: EventRow, stream: string): LoggedEvent => ({
  position: String(row[0]),
  stream,
  revision: typeof row[1] === 'number' ? row[1] : -1,
  envelope: asText(row[3]),
  hash: asText(row[2]),
  sealed: ArrayBuffer.isView(row[4]) ? row[4] : nothing,
});

/** The cell as text; the empty text if it holds a value of another type. */
export const asText = (cell: unknown): string => (typeof cell === 'string' ? cell : '');

const nothing = new Uint8Array();
