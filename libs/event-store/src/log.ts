import type { ExpectedRevision, Position, StreamName } from './port';

/**
 * The adapter's side of the store: an append-only log of SEALED events. An adapter knows order, expected revisions and
 * durability; it never sees a payload, a key or a rule of ours. What it must do is `event-log.contract.ts`.
 */
export interface EventLog {
  /**
   * All or nothing, durable when it returns. The identical ids at the identical expected revision are a repeat: nothing is written and the
   * answer is what the first append stored. Ids that agree in part are a conflict. An id is not compared with anything else:
   * the same id at the stream's current revision is a new event (as in EventStoreDB), so ids are no protection without the revision.
   * @throws ConcurrencyConflict, StreamErased
   * @throws OutcomeUnknown where the adapter cannot tell whether it was stored: the caller sends the same bytes again
   */
  append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly SealedEvent[],
  ): Promise<LogAppended>;
  /** In order of revision, both ends included; empty where the stream does not exist. @throws StreamErased */
  readStream(stream: StreamName, range?: StreamRange): Promise<readonly LoggedEvent[]>;
  /** The last event of a stream, never stale. @throws StreamErased */
  last(stream: StreamName): Promise<LoggedEvent | undefined>;
  /** In order of position from just after `after` to what was there when the call was made, `upTo` included. */
  readAll(options?: {
    readonly after?: Position;
    readonly upTo?: Position;
    readonly batchSize?: number;
  }): AsyncIterable<readonly LoggedEvent[]>;
  /** As `readAll`, then waits for more until the signal aborts; ends then without an error. */
  follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly LoggedEvent[]>;
  /** Stream by stream, in the order of creation, each whole up to the position `upTo`; erased ones are absent. */
  readStreamByStream(options?: { readonly upTo?: Position }): AsyncIterable<{
    readonly stream: StreamName;
    readonly events: readonly LoggedEvent[];
  }>;
  /** Every stream there is or was, in the order of creation: its last revision and hash. */
  streams(): AsyncIterable<StreamState>;
  lastPosition(): Promise<Position | undefined>;
  /** Removes the events and leaves the stream's state for ever. Again on an erased stream: answers as the first time. @throws ConcurrencyConflict */
  deleteStream(stream: StreamName, expectedRevision: number): Promise<void>;
  /** Events that stand in no stream that `streams` lists: in a store that nobody has tampered with, none. */
  strays(): AsyncIterable<LoggedEvent>;
  close(): Promise<void>;
}

/** Both ends included; `limit` events at most. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** What is written: the bytes are decided before the adapter is called, and a retry sends the very same. */
export interface SealedEvent {
  readonly id: string;
  readonly type: string;
  /** Canonical JSON (RFC 8785) of the envelope, `prevHash` and `dataHash` included. */
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

/** The events were stored as given, at these positions; or they stood there already, perhaps with other bytes. */
export type LogAppended =
  { readonly positions: readonly Position[] } | { readonly repeated: readonly LoggedEvent[] };

export interface StreamState {
  readonly stream: StreamName;
  readonly lastRevision: number;
  readonly lastHash: string;
  readonly erased?: true;
}

/** The append may or may not have happened. */
export class OutcomeUnknown extends Error {
  readonly code = 'OUTCOME_UNKNOWN';
  constructor(stream: StreamName, options?: ErrorOptions) {
    super(`it is not known whether the append to ${stream} was stored`, options);
  }
}
