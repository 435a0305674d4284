/** Where wrapped keys are kept. Keys in the clear are never given to it. */
export interface KeyStore {
  /** The key of a stream (`event` is `''`) or of one entry. */
  find(stream: string, event: string): Promise<WrappedKey | undefined>;
  byId(keyId: string): Promise<WrappedKey | undefined>;
  /** Durable when it returns. Where a stream or entry has a key already, that one is kept: read again. */
  add(keys: readonly WrappedKey[]): Promise<void>;
  /** Forgets the key's bytes for ever and remembers that it was destroyed. */
  destroy(keyId: string): Promise<void>;
  /** Forgets every key of a stream. */
  deleteStream(stream: string): Promise<void>;
}

export interface WrappedKey {
  readonly id: string;
  readonly stream: string;
  /** The id of the entry whose own key it is, or `''`: the stream's key. */
  readonly event: string;
  /** Sealed with the master key; `null` once destroyed. */
  readonly wrapped: Uint8Array | null;
}
