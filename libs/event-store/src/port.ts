/**
 * The port: the store's interface for the rest of the system. Callers write and read payloads in the clear. The store seals them (encrypts and
 * authenticates), chains the events and manages the keys (see `sealing/`); adapters see sealed bytes only (see `log.ts`).
 */

/** `personalFile-<uuid>`, `review-<uuid>`, `unit-<id>`, `ruleset-<id>`, `erasures-<id>`. It contains nothing about a person. */
export type StreamName = string;

/** An event's place in the order of the whole store. The store assigns it; it is opaque, and `comparePositions` compares two. No hash covers it. */
export type Position = string;

/** An append succeeds only if this is the stream's last revision. `'none'`: the stream must not exist yet. */
export type ExpectedRevision = number | 'none';

export interface Envelope {
  /** UUID v5 of the command id and the event's index, so that a retried append carries the same ids. */
  readonly id: string;
  readonly stream: StreamName;
  /** 0, 1, 2 … without gaps. */
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** ISO day, Europe/Stockholm. */
  readonly occurredOn: string;
  /** HH:MM. */
  readonly occurredTime?: string;
  /** ISO instant in UTC with milliseconds: the time of the injected clock, or the stream's last recordedAt if that is later. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly onBehalfOf?: string;
  readonly unitId: string;
  readonly caseId?: string;
  readonly origin: 'user' | 'provider' | 'import' | 'operator';
  readonly commandId: string;
  /** HMAC of the request body. It detects an idempotency key that is used again with another body. */
  readonly requestHash: string;
  readonly correlationId: string;
  /** The key that sealed `data` when the event was appended. */
  readonly keyId: string;
  /** The id of an earlier event of the stream whose payload this event makes unreadable. */
  readonly redacts?: string;
  /** The stream whose erasure this event records. Its payload holds the stream's `lastRevision` and `lastHash`. */
  readonly erases?: StreamName;
}

/** What a caller passes to `append`. The store adds stream, revision, recordedAt and keyId. */
export interface NewEvent extends Omit<Envelope, 'stream' | 'revision' | 'recordedAt' | 'keyId'> {
  readonly data: unknown;
}

/** An event as the store returns it, with its payload in the clear. */
export interface StoredEvent extends Envelope {
  readonly position: Position;
  /** The version of the seal; absent: the first. */
  readonly seal?: 2;
  /** SHA-256 of 16 random bytes and the payload's JSON, hex. */
  readonly payloadHash?: string;
  /** First seal only: SHA-256 of the sealed bytes, hex. */
  readonly dataHash?: string;
  readonly prevHash: string;
  readonly hash: string;
  /** The payload, or `null` if a redaction has made it unreadable (then `redacted` is true). */
  readonly data: unknown;
  readonly redacted?: true;
}

export interface Appended {
  /** The stored events, in order. */
  readonly events: readonly StoredEvent[];
  /** The revision of the last event. */
  readonly revision: number;
  readonly position: Position;
}

/** With this, a read of many streams leaves out damaged events, or streams with damaged events, and goes on; the caller says so to its user. */
export interface SkipDamaged {
  readonly onDamaged?: (damaged: HistoryDamaged) => void;
}

/** One stream with its events, as `readStreamByStream` yields them. */
export interface StreamRead {
  readonly stream: StreamName;
  readonly events: readonly StoredEvent[];
}

/**
 * Seals texts of one stream that are stored outside it, for example in a read model. It uses the stream's key: once the stream is erased, the texts
 * cannot be opened either.
 */
export interface TextSeal {
  /** Returns base64url. The same purpose and text always give the same result. */
  seal(purpose: string, text: string): string;
  /** Undefined if the text was sealed with another key or for another purpose, or has been changed. */
  open(purpose: string, sealed: string): string | undefined;
}

/** The streams that record which files were erased begin with this. */
export const erasuresPrefix = 'erasures-';

/** The most bytes that one append may hold, sealed. Every adapter accepts this much (EventStoreDB refuses 1 MiB). */
export const appendBytesMax = 1_000_000;

export interface EventStore {
  /**
   * Stores all events or none; they are durable when it returns. A repeated append (same ids, same expected revision) returns the first append's
   * result.
   * @throws ConcurrencyConflict when the stream is at another revision
   * @throws StreamErased when the stream was deleted
   * @throws AppendTooLarge when the sealed events exceed `appendBytesMax`
   */
  append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended>;
  /**
   * Events in order; empty if the stream does not exist. `from` and `to` are inclusive. `prevHash` is the hash of the event before `from`, if the
   * caller has read it.
   * @throws StreamErased
   * @throws HistoryDamaged unless the events have all revisions from `from` on, each chained to the one before
   */
  readStream(
    stream: StreamName,
    range?: { readonly from?: number; readonly to?: number; readonly prevHash?: string },
  ): Promise<readonly StoredEvent[]>;
  /**
   * All events of the store in order, in batches: from the one after `after` (or the first) to the last one at the time of the call.
   * @throws HistoryDamaged unless the caller gives `onDamaged`
   */
  readAll(
    options?: { readonly after?: Position; readonly batchSize?: number } & SkipDamaged,
  ): AsyncIterable<readonly StoredEvent[]>;
  /** As `readAll`, then waits for more until the signal aborts. */
  follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly StoredEvent[]>;
  /**
   * All streams in order of creation, each with all its events up to and including the position `upTo` (default: the last position). For rebuilding
   * projections that need whole streams: only one stream is in memory at a time.
   * @throws HistoryDamaged unless the caller gives `onDamaged`
   */
  readStreamByStream(options?: { readonly upTo?: Position } & SkipDamaged): AsyncIterable<StreamRead>;
  /** Every stream with its last revision, in order of creation, without the erased ones. */
  streams(): AsyncIterable<{ readonly stream: StreamName; readonly lastRevision: number }>;
  /** The position of the newest event, or undefined in an empty store. */
  lastPosition(): Promise<Position | undefined>;
  /** The seal for texts of a stream; undefined if the stream has no key, because it never existed or was erased. */
  textSeal(stream: StreamName): Promise<TextSeal | undefined>;
  /**
   * HMAC-SHA-256 of a text with a key of the installation: its first 128 bits, in base64url. Equal texts have equal hashes, so a text can be searched
   * for; it cannot be computed from its hash.
   */
  keyedHash(purpose: string, text: string): string;
  /**
   * Makes the payloads of all events unreadable that the stream's redactions name (`redacts`); everything else stays, and the chain still verifies. To be
   * called after a redaction was appended; doing it again changes nothing.
   * @throws HistoryDamaged if a payload that should stay readable does not open: then nothing is destroyed
   * @throws DestructionHeldUp
   */
  destroyRedacted(stream: StreamName): Promise<void>;
  /**
   * Destroys the keys of a stream and its events. The erasure must have been recorded before, by an event of a stream `erasures-<id>` (`erases`).
   * @throws ErasureNotRecorded, DestructionHeldUp
   */
  deleteStream(stream: StreamName, expectedRevision: number): Promise<void>;
}

/** An event as its place in the order of the store needs it: no payload is opened. */
export interface OrderedEvent {
  readonly position: Position;
  readonly stream: StreamName;
  readonly revision: number;
  /** Canonical JSON (RFC 8785). */
  readonly envelope: string;
  /** The stored hash of the envelope, hex; nothing has compared it yet. */
  readonly hash: string;
}

/** An event with its plaintext where the envelope commits to it, for a proof that shows it. */
export interface ProvableEvent extends OrderedEvent {
  /** 16 random bytes and the payload's JSON, whose SHA-256 is the envelope's `payloadHash`. Undefined: it cannot be shown. */
  readonly plain?: Uint8Array;
}

/** The last event of a stream; for an erased stream what was its last event. */
export interface StreamState {
  readonly stream: StreamName;
  readonly lastRevision: number;
  readonly lastHash: string;
  readonly erased?: true;
}

/** The order of the events in the whole store. The evidence for people outside is made from it. */
export interface StoreOrder {
  /** All events in the order of the store, from the one after `after` (or the first) to the last one at the time of the call, in batches. */
  readOrder(options?: {
    readonly after?: Position;
    readonly batchSize?: number;
  }): AsyncIterable<readonly OrderedEvent[]>;
  /** Every stream, erased ones included. */
  streamStates(): AsyncIterable<StreamState>;
  lastPosition(): Promise<Position | undefined>;
  /** The events of a stream in order. @throws StreamErased, HistoryDamaged */
  readProvable(stream: StreamName): Promise<readonly ProvableEvent[]>;
}

/** Random values that the store makes and keeps sealed beside its keys, one a stream, until somebody shows them. */
export interface SealedValues {
  /** Makes the value, durably, and keeps it sealed; the same one again until it is forgotten. 32 bytes in hex: only its hash may be shown yet. */
  sealValue(stream: StreamName): Promise<string>;
  /** The sealed value in the clear. Undefined if it is gone or damaged. */
  sealedValue(stream: StreamName): Promise<string | undefined>;
  /** Removes the sealed value after it has been shown. */
  forgetValue(stream: StreamName): Promise<void>;
}

/** Negative if `a` is before `b`, zero if they are equal, positive if `a` is after `b`. */
export const comparePositions = (a: Position, b: Position): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** The current time. It is injected, so that the demo and the tests can set it. */
export interface Clock {
  /** ISO instant with milliseconds, UTC. */
  now(): string;
}

export class ConcurrencyConflict extends Error {
  readonly code = 'CONCURRENCY_CONFLICT';
  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream} is at ${actual}, not at ${expected}`);
  }
}

export class StreamErased extends Error {
  readonly code = 'STREAM_ERASED';
  constructor(readonly stream: StreamName) {
    super(`stream ${stream} has been erased`);
  }
}

export class AppendTooLarge extends Error {
  readonly code = 'APPEND_TOO_LARGE';
  constructor(
    readonly stream: StreamName,
    readonly bytes: number,
  ) {
    super(
      `an append of ${bytes} bytes to ${stream} is more than the ${appendBytesMax} that one append may hold`,
    );
  }
}

/** A stream was to be deleted of which no event says that it is erased, or says it of another last revision. */
export class ErasureNotRecorded extends Error {
  readonly code = 'ERASURE_NOT_RECORDED';
  constructor(readonly stream: StreamName) {
    super(`the erasure of ${stream} as it is now has not been recorded`);
  }
}

/**
 * Keys were destroyed, but a reader of the keys' database still holds an older state of it, and with it the last copy of their bytes. The store goes on
 * trying to remove it; calling again tells when it is gone.
 */
export class DestructionHeldUp extends Error {
  readonly code = 'DESTRUCTION_HELD_UP';
  constructor() {
    super(
      'a reader still holds the last copy of what was destroyed; it is removed as soon as the reader lets go',
    );
  }
}

/**
 * An event is damaged, has been changed or moved, or is missing among the events that were read. Such bytes must never pass for a file's history. Other
 * streams can still be read and written.
 */
export class HistoryDamaged extends Error {
  readonly code: 'HISTORY_DAMAGED' | 'KEY_DAMAGED' = 'HISTORY_DAMAGED';
  constructor(
    readonly stream: StreamName,
    readonly revision: number,
    /** The position of the damaged event; undefined if an event is missing. */
    readonly position?: Position,
    options?: ErrorOptions,
    what = `event ${revision} of ${stream} is damaged, missing or has been changed`,
  ) {
    super(`${what}; \`verify\` says what is wrong, and the latest backup holds what it was`, options);
  }
}

/** A wrapped key of a stream is damaged or has been changed: nothing that it seals can be read. The events themselves may be whole. */
export class KeyDamaged extends HistoryDamaged {
  override readonly code = 'KEY_DAMAGED';
  /** @param at the event that was to be opened, if it was an event */
  constructor(
    stream: StreamName,
    at: { readonly revision: number; readonly position?: Position } = { revision: 0 },
    options?: ErrorOptions,
  ) {
    super(stream, at.revision, at.position, options, `a key of ${stream} is damaged or has been changed`);
  }
}

/** The data folder cannot be used. The command line exits with code 3; the server does not start. */
export class DataFolderUnusable extends Error {
  readonly code = 'DATA_FOLDER_UNUSABLE';
  constructor(
    readonly reason:
      | 'locked'
      | 'corrupt'
      | 'diskError'
      | 'wrongKey'
      | 'full'
      | 'readOnly'
      | 'newerVersion'
      | 'missing'
      /** Events that were stored once are not there. */
      | 'behind',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
