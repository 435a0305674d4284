/** A session as it is stored. It has the hash of the session id, so that a person who can read the store cannot sign in with it. */
export interface StoredSession {
  /** SHA-256 of the session id, in hex. */
  readonly idHash: string;
  readonly userId: string;
  /** This and the next are ISO instants in UTC with milliseconds, so they sort as text. */
  readonly startedAt: string;
  readonly usedAt: string;
  /** The code by which `Sessions` recognises the rows that it made itself. */
  readonly mac: string;
}

/** The port of the session store. `session-store.contract.ts` tests every adapter. */
export interface SessionStore {
  save(session: StoredSession): Promise<void>;
  find(idHash: string): Promise<StoredSession | undefined>;
  /** Sets the instant at which a session was last used, and the code for it. Does nothing if the session has been removed. */
  noteUse(used: Pick<StoredSession, 'idHash' | 'usedAt' | 'mac'>): Promise<void>;
  remove(idHash: string): Promise<void>;
  /** Removes the sessions that started before the first instant or were last used before the second. */
  removeExpired(startedBefore: string, usedBefore: string): Promise<void>;
  close(): Promise<void>;
}
