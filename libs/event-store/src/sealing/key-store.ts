/** Stores wrapped (sealed) keys. It never gets a key in the clear. */
export interface KeyStore {
  /** The key of a stream (`event` is `''`) or of one event. */
  find(stream: string, event: string): Promise<WrappedKey | undefined>;
  byId(keyId: string): Promise<WrappedKey | undefined>;
  /** Durable when it returns. If a stream or event already has a key, that key is kept; the caller reads it with `find`. */
  add(keys: readonly WrappedKey[]): Promise<void>;
  /** Deletes the key's bytes for ever and records that the key was destroyed. */
  destroy(keyId: string): Promise<void>;
  /** Deletes every key of a stream, those of its events included. */
  deleteStream(stream: string): Promise<void>;
}

export interface WrappedKey {
  readonly id: string;
  readonly stream: string;
  /** The id of the event that has this key, or `''` for the stream's key. */
  readonly event: string;
  /** The key, sealed with the master key; `null` once it is destroyed. */
  readonly wrapped: Uint8Array | null;
}
