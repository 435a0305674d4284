/** Stores wrapped (sealed) keys, and the payloads that were sealed again under a newer key. It never gets a key in the clear. */
export interface KeyStore {
  /** The key with this use in a stream; see `WrappedKey.use`. */
  find(stream: string, use: string): Promise<WrappedKey | undefined>;
  byId(keyId: string): Promise<WrappedKey | undefined>;
  /** All keys of a stream. */
  ofStream(stream: string): Promise<readonly WrappedKey[]>;
  /** The streams that have a key made for a redaction: few. */
  streamsWithRedactionKey(): Promise<readonly string[]>;
  /** Durable when it returns. If the stream already has a key with this use, that key is kept; the caller reads it with `find`. */
  add(keys: readonly WrappedKey[]): Promise<void>;
  /** The payload of an event that was sealed again. */
  resealed(stream: string, revision: number): Promise<Resealed | undefined>;
  /**
   * In one transaction: replaces the resealed payloads of a stream, and deletes keys. The deleted bytes are overwritten. Does nothing if the key `keep` is
   * not there any more: then a later redaction has been carried out meanwhile.
   */
  replaceKeys(stream: string, change: KeyReplacement): Promise<void>;
  /** Deletes keys that no event was sealed with, except those under which payloads were sealed again: in a restored store the redaction may be missing. */
  deleteUnused(keyIds: readonly string[]): Promise<void>;
  /** Deletes every key and every resealed payload of a stream. */
  deleteStream(stream: string): Promise<void>;
  /** Removes the last copies of deleted bytes. False while a reader still holds an older state of the database: then they are still there. */
  wipe(): Promise<boolean>;
}

export interface WrappedKey {
  readonly id: string;
  readonly stream: string;
  /**
   * `''`: the stream's first key. `redaction <event id>`: the stream's key from that event on. `value`: no key, but a value that the stream keeps sealed.
   * An event id: a key of that event alone (first seal).
   */
  readonly use: string;
  /** The key, sealed with the master key; `null` if the first version of this program destroyed it. */
  readonly wrapped: Uint8Array | null;
}

/** A payload sealed again, with its event's envelope as authenticated data. */
export interface Resealed {
  readonly revision: number;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** What a redaction changes: the key that stays, the ids of the keys that go, and every payload that is sealed under the key that stays. */
export interface KeyReplacement {
  readonly keep: string;
  readonly gone: readonly string[];
  readonly resealed: readonly Resealed[];
}

/** The use of a stream's key from a redaction on. */
export const redactionUse = (eventId: string): string => `redaction ${eventId}`;

/** The use of a value that a stream keeps sealed until it is shown. */
export const valueUse = 'value';

/** True for a key that seals new events of its stream. */
export const isStreamKey = ({ use }: WrappedKey): boolean => use === '' || use.startsWith(redactionUse(''));
