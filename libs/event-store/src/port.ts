/**
 * The port: what the rest of the system knows of the store. Events go in and come out open; sealing, chaining and
 * keys are the store's own affair (see `sealing/`), and the adapters below see sealed bytes only (see `log.ts`).
 */

/** `personalFile-<uuid>`, `review-<uuid>`, `unit-<id>`, `ruleset-<id>`, `erasures-<id>`. Nothing about a person can be read from it. */
export type StreamName = string;

/** Place in the order of the whole store: given by the store, opaque, comparable with `comparePositions`. In no hash. */
export type Position = string;

/** The revision the stream must be at for an append to happen: its last revision, or `'none'` where it must not exist yet. */
export type ExpectedRevision = number | 'none';

export interface Envelope {
  /** UUID v5 of the command id and the index: a retried append is the same append. */
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
  /** ISO instant with milliseconds, UTC: max(the injected clock, the stream's last recordedAt). */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly onBehalfOf?: string;
  readonly unitId: string;
  readonly caseId?: string;
  readonly origin: 'user' | 'provider' | 'import';
  readonly commandId: string;
  /** HMAC of the request's body, so that a reused key with another body is seen. */
  readonly requestHash: string;
  readonly correlationId: string;
  /** The key that seals `data`: the stream's own, or the entry's. */
  readonly keyId: string;
}

/** What a caller hands over: the store adds stream, revision, recordedAt and keyId. */
export interface NewEvent extends Omit<Envelope, 'stream' | 'revision' | 'recordedAt' | 'keyId'> {
  readonly data: unknown;
  /** True: sealed with a key of its own, so that this entry alone can be made unreadable (`destroyEntryKey`). */
  readonly ownKey?: boolean;
}

/** An event as it comes back, opened. */
export interface StoredEvent extends Envelope {
  readonly position: Position;
  /** SHA-256 of the sealed bytes, hex. */
  readonly dataHash: string;
  readonly prevHash: string;
  readonly hash: string;
  /** The payload, or `null` where its key has been destroyed (then `redacted` is true). */
  readonly data: unknown;
  readonly redacted?: true;
}

export interface Appended {
  /** The events as they are stored, in order. */
  readonly events: readonly StoredEvent[];
  /** Revision of the last of them. */
  readonly revision: number;
  readonly position: Position;
}

/** One stream, whole. */
export interface StreamRead {
  readonly stream: StreamName;
  readonly events: readonly StoredEvent[];
}

/** Seals texts of one stream so that they may stand outside it: with its own key, so that nobody opens them once it is erased. */
export interface TextSeal {
  /** In base64url. The same text for the same purpose gives the same. */
  seal(purpose: string, text: string): string;
  /** Undefined where it was sealed with another key or for another purpose, or has been changed. */
  open(purpose: string, sealed: string): string | undefined;
}

/** What one append may weigh, sealed, in bytes: what every adapter takes (EventStoreDB refuses 1 MiB). */
export const appendBytesMax = 1_000_000;

export interface EventStore {
  /**
   * All or nothing, durable when it returns. Appending the identical ids at the identical expected revision again answers as the first time.
   * @throws ConcurrencyConflict when the stream is elsewhere
   * @throws StreamErased when the stream was deleted
   * @throws AppendTooLarge when the events, sealed, are more than `appendBytesMax`
   */
  append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended>;
  /** In order; empty where the stream does not exist. Both ends are included. @throws StreamErased */
  readStream(
    stream: StreamName,
    range?: { readonly from?: number; readonly to?: number },
  ): Promise<readonly StoredEvent[]>;
  /** The whole store in order, in batches, from just after `after` (or the start) to what is there now. */
  readAll(options?: {
    readonly after?: Position;
    readonly batchSize?: number;
  }): AsyncIterable<readonly StoredEvent[]>;
  /** As `readAll`, then waits for more until the signal aborts. */
  follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly StoredEvent[]>;
  /**
   * The whole store stream by stream, in the order of creation, each stream's events at once, up to and including the position `upTo`
   * (or what is there now). For rebuilding what is made of whole streams: memory holds one stream.
   */
  readStreamByStream(options?: { readonly upTo?: Position }): AsyncIterable<StreamRead>;
  /** Every stream with its last revision, in the order of creation; erased ones are absent. */
  streams(): AsyncIterable<{ readonly stream: StreamName; readonly lastRevision: number }>;
  /** The position of the newest event, or undefined in an empty store. */
  lastPosition(): Promise<Position | undefined>;
  /** What seals and opens texts of a stream; undefined where it has no key: it never was, or was erased. */
  textSeal(stream: StreamName): Promise<TextSeal | undefined>;
  /** HMAC-SHA-256 of a text with a key of the installation, in base64url, 128 bits of it: equal texts are found, and none is read back. */
  keyedHash(purpose: string, text: string): string;
  /** Destroys an entry's own key; the payload can never be opened again, the chain still verifies. @throws NotRedactable */
  destroyEntryKey(stream: StreamName, eventId: string): Promise<void>;
  /** Destroys the stream's key and the stream. */
  deleteStream(stream: StreamName, expectedRevision: number): Promise<void>;
}

/** Negative, zero or positive, as `a` stands before, at or after `b`. */
export const comparePositions = (a: Position, b: Position): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** The instant it is now: injected, so that demo and tests can set it. */
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

export class NotRedactable extends Error {
  readonly code = 'NOT_REDACTABLE';
  constructor(readonly eventId: string) {
    super(`event ${eventId} has no key of its own`);
  }
}

/** The data folder cannot be used: the command line ends with 3, the server does not start. */
export class DataFolderUnusable extends Error {
  readonly code = 'DATA_FOLDER_UNUSABLE';
  constructor(
    readonly reason: 'locked' | 'corrupt' | 'wrongKey' | 'full' | 'readOnly' | 'newerVersion' | 'missing',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
