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

export const asLogged = (row: EventRow, stream: string): LoggedEvent => ({
  position: String(row[0]),
  stream,
  revision: row[1],
  envelope: row[3],
  hash: row[2],
  sealed: row[4],
});
