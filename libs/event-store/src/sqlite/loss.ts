import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from '../sealing/envelope';
import type { LogEnd } from './durable-mark';
import { recordedAtIn } from './last-recorded';
import { asText } from './log-rows';

/** What something outside the event database knows of an event in it. */
export interface Witnessed {
  /** The file that knows it. */
  readonly by: string;
  readonly position: number;
  /** False for the hash of another event. Absent: the witness knows the position only. */
  readonly isHash?: (hash: string) => boolean;
  /** When the event was recorded, or the witness was signed, if it says so. */
  readonly at?: string;
}

/**
 * The store is behind its witnesses. `missing`: events after its end were stored once. `replaced`: another event stands where the witness knew one.
 * `noMark`: the mark of the last durable event is gone or damaged, so nothing says where the store ended.
 */
export interface Loss {
  readonly kind: 'missing' | 'replaced' | 'noMark';
  /** The file that shows it. */
  readonly by: string;
  /** The first and the last position that are concerned. */
  readonly from: number;
  readonly to: number;
  /** When the last event was recorded that is there. */
  readonly since?: string;
  /** When the last event that is missing was recorded or signed, if it is known. */
  readonly until?: string;
}

export const hasTables = (events: DatabaseSync): boolean =>
  events.prepare("SELECT 1 FROM sqlite_master WHERE name = 'streams'").get() !== undefined;

/** The end of the log, erased events included. A database without its tables has lost everything. */
export const readEnd = (events: DatabaseSync): LogEnd => {
  const empty = { position: 0, hash: '', recordedAt: '' };
  if (!hasTables(events)) return empty;
  const last = events
    .prepare(
      `SELECT position, hash, envelope FROM events WHERE position = (SELECT max(position) FROM events)
       UNION ALL SELECT erased_position, erased_hash, '' FROM streams WHERE erased_position IS NOT NULL
       ORDER BY position DESC LIMIT 1`,
    )
    .get() as unknown as StoredRow | undefined;
  if (last === undefined) return empty;
  const { position, hash, envelope } = last;
  return { position: Number(position), hash: asText(hash), recordedAt: recordedAtIn(envelope) ?? '' };
};

interface StoredRow {
  readonly position: number;
  readonly hash: string;
  readonly envelope: string;
}

/**
 * Compares the event log with what its witnesses know. The witnesses must have been read before this is called, because the log may grow meanwhile.
 * @returns the greatest loss; undefined if nothing is missing
 */
export const lossAgainst = (events: DatabaseSync, witnesses: readonly Witnessed[]): Loss | undefined => {
  const end = readEnd(events);
  const since = end.recordedAt === '' ? {} : { since: end.recordedAt };
  const furthest = witnesses
    .filter(({ position }) => position > end.position)
    .sort((a, b) => b.position - a.position)[0];
  if (furthest !== undefined) {
    const { by, position, at } = furthest;
    return {
      kind: 'missing',
      by,
      from: end.position + 1,
      to: position,
      ...since,
      ...(at !== undefined && { until: at }),
    };
  }
  const replaced = witnesses.find((witness) => isReplaced(events, witness));
  if (replaced === undefined) return undefined;
  const { by, position } = replaced;
  return { kind: 'replaced', by, from: position, to: position, ...since };
};

/** An event that is damaged was not replaced: reading it says what is wrong, and other files go on. */
const isReplaced = (events: DatabaseSync, { position, isHash }: Witnessed): boolean => {
  if (isHash === undefined || position === 0) return false;
  const row = events.prepare('SELECT hash, envelope FROM events WHERE position = ?').get(position);
  if (row === undefined)
    // Only an event of an erased stream may be gone, and the stream keeps its last position.
    return (
      events.prepare('SELECT 1 FROM streams WHERE erased_position >= ? LIMIT 1').get(position) === undefined
    );
  const { hash, envelope } = row as unknown as StoredRow;
  return sha256(asText(envelope)) === hash && !isHash(hash);
};

/** Says what is missing and what to do. */
export const lossText = ({ kind, by, from, to, since, until }: Loss): string => {
  const end = since === undefined ? 'it is empty' : `its last position is ${from - 1}, recorded ${since}`;
  const known = until === undefined ? '' : `, of ${until}`;
  const what = {
    missing: `${end}, but ${by} knows position ${to}${known}: the events ${from} to ${to} are missing`,
    replaced: `${by} knows another event at position ${to} than the one that is stored: history was replaced`,
    noMark: `${by}, the mark of the last event that was stored, is missing or damaged, so nothing says whether the last events are here`,
  }[kind];
  return `${what}. Keep the folder as it is and restore the latest backup (restore), or go on without what is missing (lost --accept)`;
};
