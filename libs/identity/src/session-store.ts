/** A session as it is kept: whoever reads the store cannot sign in with what they find. */
export interface StoredSession {
  /** SHA-256 of the session's id, hex. */
  readonly idHash: string;
  readonly userId: string;
  /** ISO instants, UTC, with milliseconds: they compare as texts. */
  readonly startedAt: string;
  readonly usedAt: string;
}

/** Where sessions are kept. */
export interface SessionStore {
  save(session: StoredSession): Promise<void>;
  find(idHash: string): Promise<StoredSession | undefined>;
  /** Notes when a session was last used; one that was removed meanwhile stays removed. */
  noteUse(idHash: string, usedAt: string): Promise<void>;
  remove(idHash: string): Promise<void>;
  /** Removes what started or was last used before these instants. */
  removeExpired(startedBefore: string, usedBefore: string): Promise<void>;
}
