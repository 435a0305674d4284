import type { Position, StreamName } from '@rt/event-store';
import type { Destroyed } from '@rt/proof';

/** The parts of an event that the tree needs. */
export interface FollowedEvent {
  readonly position: Position;
  /** SHA-256 of the envelope: the data of the event's leaf. */
  readonly hash: Uint8Array;
  readonly stream: StreamName;
  readonly revision: number;
  /** Set if the event records that an entry was redacted. */
  readonly redaction?: Destroyed;
}

/** A recorded redaction, with the position of the event that records it. */
export interface ListedRedaction extends Destroyed {
  readonly position: Position;
}

/** A checkpoint as the tree keeps it: its anchor is the last leaf of the tree that its note signs. */
export interface KeptCheckpoint {
  /** The leaves of the signed tree; the anchor is leaf `size - 1`. */
  readonly size: number;
  /** The last event before the anchor; undefined if there was none. */
  readonly position?: Position;
  readonly anchor: string;
  readonly note: string;
}

/**
 * The port of the tree over the whole store (RFC 6962). Its leaves are the events in the order of the store, and among them an anchor for every
 * checkpoint. A follower fills it, so no append waits for it. Several processes may call it at once.
 */
export interface TreeStore {
  /** The position of the last event in the tree; undefined if it has none. */
  position(): Promise<Position | undefined>;
  /** The number of leaves, anchors included. */
  size(): Promise<number>;
  /**
   * Adds the events that the tree does not hold yet; leaves and position are durable together when it resolves. A position that no event has was
   * erased before the tree was made: it gets the leaf of empty data.
   */
  add(events: readonly FollowedEvent[]): Promise<void>;
  /** Adds an anchor, and stores the note that `sign` makes of the tree. Both are durable before the note is returned. */
  addCheckpoint(
    anchor: string,
    sign: (tree: { readonly size: number; readonly root: Uint8Array }) => string,
  ): Promise<KeptCheckpoint>;
  /** The latest checkpoints (left out: all), the oldest of them first. */
  checkpoints(latest?: number): Promise<readonly KeptCheckpoint[]>;
  /** The last revision of a stream that the tree has followed; undefined if it knows no such stream. */
  lastRevision(stream: StreamName): Promise<number | undefined>;
  /** All recorded redactions, in the order of the store. */
  redactions(): Promise<readonly ListedRedaction[]>;
  /** A function that gives the leaf of the event at a position, also for an event that would be added now. */
  leafFinder(): Promise<(position: Position) => number>;
  /** The hashes of some leaves in order; fewer than `count` at the end of the tree. */
  leafHashes(from: number, count: number): Promise<readonly Uint8Array[]>;
  root(size: number): Promise<Uint8Array>;
  /** The audit path of a leaf in the tree of the first `size` leaves. */
  inclusion(leaf: number, size: number): Promise<readonly Uint8Array[]>;
  /** That the tree of `size` leaves begins with that of `first`. */
  consistency(first: number, size: number): Promise<readonly Uint8Array[]>;
  /** One proof for many leaves, which are given in ascending order. */
  multi(leaves: readonly number[], size: number): Promise<readonly Uint8Array[]>;
  /** Copies the tree as it is now into a new file, while it is in use. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}
