import type { ExpectedRevision, Position, StreamName, StreamState } from './port';

export type { StreamState } from './port';

/**
 * What an adapter implements: an append-only log of SEALED events. An adapter guarantees order, expected revisions and durability; it never sees a
 * payload or a key. `event-log.contract.ts` tests what it must do.
 */
export interface EventLog {
  /**
   * Stores all events or none; they are durable when it returns. The same ids at the same expected revision are a repeat: nothing is written, and the
   * result is what the first append stored. If only some ids are the same, it is a conflict. Ids are compared only with the events after the expected
   * revision: a known id at the stream's current revision is a new event (as in EventStoreDB). So ids alone do not prevent duplicates.
   * @throws ConcurrencyConflict, StreamErased
   * @throws OutcomeUnknown if the adapter cannot tell whether the events were stored; the caller then sends the same bytes again
   */
  append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly SealedEvent[],
  ): Promise<LogAppended>;
  /** Events in order of revision, both ends included; empty if the stream does not exist. @throws StreamErased */
  readStream(stream: StreamName, range?: StreamRange): Promise<readonly LoggedEvent[]>;
  /** The last event of a stream, never stale. @throws StreamErased */
  last(stream: StreamName): Promise<LoggedEvent | undefined>;
  /** Events in order of position: from the one after `after` up to and including `upTo` (default: the last position at the time of the call). */
  readAll(options?: {
    readonly after?: Position;
    readonly upTo?: Position;
    readonly batchSize?: number;
  }): AsyncIterable<readonly LoggedEvent[]>;
  /** As `readAll`, then waits for more until the signal aborts, and ends without an error. */
  follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly LoggedEvent[]>;
  /** Streams in order of creation, each with all its events up to and including the position `upTo`; without the erased ones. */
  readStreamByStream(options?: { readonly upTo?: Position }): AsyncIterable<{
    readonly stream: StreamName;
    readonly events: readonly LoggedEvent[];
  }>;
  /** Every stream, erased ones included, in order of creation, with its last revision and hash. */
  streams(): AsyncIterable<StreamState>;
  /** The names of the streams that begin so, in order of creation. */
  streamsWithPrefix(prefix: string): Promise<readonly StreamName[]>;
  lastPosition(): Promise<Position | undefined>;
  /** Removes the events and keeps the stream's state for ever. Succeeds also if the stream is erased already. @throws ConcurrencyConflict */
  deleteStream(stream: StreamName, expectedRevision: number): Promise<void>;
  /** Events whose stream is erased or does not exist. There are none unless the store was tampered with. */
  strays(): AsyncIterable<LoggedEvent>;
  close(): Promise<void>;
}

/** `from` and `to` are inclusive; at most `limit` events are returned. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** An event as the adapter writes it. The bytes are fixed before the adapter is called, so that a retry sends the same bytes. */
export interface SealedEvent {
  readonly id: string;
  readonly type: string;
  /** Canonical JSON (RFC 8785) of the envelope, `prevHash` and the commitment to the payload included. */
  readonly envelope: string;
  /** SHA-256 of `envelope`, hex. */
  readonly hash: string;
  readonly sealed: Uint8Array;
}

export interface LoggedEvent {
  readonly position: Position;
  readonly stream: StreamName;
  readonly revision: number;
  readonly envelope: string;
  readonly hash: string;
  readonly sealed: Uint8Array;
}

/**
 * `positions`: the events are stored at these positions. `repeated`: the append was a repeat; these events were stored the first time, perhaps with
 * other bytes.
 */
export type LogAppended =
  { readonly positions: readonly Position[] } | { readonly repeated: readonly LoggedEvent[] };

/** The append may or may not have happened. */
export class OutcomeUnknown extends Error {
  readonly code = 'OUTCOME_UNKNOWN';
  constructor(stream: StreamName, options?: ErrorOptions) {
    super(`it is not known whether the append to ${stream} was stored`, options);
  }
}
