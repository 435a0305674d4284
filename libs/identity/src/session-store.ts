/** A session as it is stored. It holds the hash of the session's id, so that a reader of the store cannot sign in with it. */
export interface StoredSession {
  /** SHA-256 of the session's id, hex. */
  readonly idHash: string;
  readonly userId: string;
  /** ISO instants, UTC, with milliseconds: they sort as text. */
  readonly startedAt: string;
  readonly usedAt: string;
}

/** The port of the sessions. What each adapter must do is `session-store.contract.ts`. */
export interface SessionStore {
  save(session: StoredSession): Promise<void>;
  find(idHash: string): Promise<StoredSession | undefined>;
  /** Sets when a session was last used. Does nothing where the session has been removed. */
  noteUse(idHash: string, usedAt: string): Promise<void>;
  remove(idHash: string): Promise<void>;
  /** Removes the sessions that started, or were last used, before these instants. */
  removeExpired(startedBefore: string, usedBefore: string): Promise<void>;
  close(): Promise<void>;
}
