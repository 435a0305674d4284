import type { SessionStore, StoredSession } from './session-store';

/** A session store in memory, for specs. */
export const inMemorySessionStore = (): SessionStore => {
  const sessions = new Map<string, StoredSession>();
  return {
    async save(session) {
      sessions.set(session.idHash, session);
    },
    async find(idHash) {
      return sessions.get(idHash);
    },
    async noteUse(used) {
      const session = sessions.get(used.idHash);
      if (session) sessions.set(used.idHash, { ...session, ...used });
    },
    async remove(idHash) {
      sessions.delete(idHash);
    },
    async removeExpired(startedBefore, usedBefore) {
      for (const { idHash, startedAt, usedAt } of sessions.values())
        if (startedAt < startedBefore || usedAt < usedBefore) sessions.delete(idHash);
    },
    async close() {
      sessions.clear();
    },
  };
};
