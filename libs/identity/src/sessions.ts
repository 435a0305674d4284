import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@rt/event-store';
import type { SessionStore, StoredSession } from './session-store';

/** How long a session holds: without being used, and at most. */
export interface SessionLimits {
  readonly idleMinutesMax: number;
  readonly ageMinutesMax: number;
}

/** A long meeting, and a working day. */
export const SESSION_LIMITS: SessionLimits = { idleMinutesMax: 60, ageMinutesMax: 10 * 60 };

/** Use is noted once a minute at most: a page asks many questions at once, and each would be a write. */
const USE_NOTED_EVERY_MS = 60_000;

const MINUTE_MS = 60_000;

/** What the browser is given. The id is told once and kept nowhere. */
export interface BegunSession {
  readonly id: string;
  readonly ageMinutesMax: number;
}

/** A session as a connection knows it that lasts: whether it still holds is asked without using it, since nobody is at work in it. */
export interface WatchedSession {
  holds(): Promise<boolean>;
  /** Ends the watch. */
  leave(): void;
}

/**
 * Sessions: 256 random bits that only the browser keeps; the store has their SHA-256. A session says who signed in and nothing
 * of what they may do: that is asked of the directory at every request, so that a right that was taken away is gone at once.
 */
export class Sessions {
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly limits: SessionLimits = SESSION_LIMITS,
  ) {}

  /** Begins a session with a new id. The one that the browser brought, if any, ends: nobody goes on in a session that was planted. */
  async signIn(userId: string, broughtId?: string): Promise<BegunSession> {
    if (broughtId !== undefined) await this.signOut(broughtId);
    const now = this.clock.now();
    await this.store.removeExpired(
      minutesBefore(now, this.limits.ageMinutesMax),
      minutesBefore(now, this.limits.idleMinutesMax),
    );
    const id = randomBytes(32).toString('base64url');
    await this.store.save({ idHash: hashOf(id), userId, startedAt: now, usedAt: now });
    return { id, ageMinutesMax: this.limits.ageMinutesMax };
  }

  /** Whose session it is, or undefined where it is unknown, ended or too old. */
  async userOf(id: string): Promise<string | undefined> {
    const session = await this.store.find(hashOf(id));
    if (session === undefined) return undefined;
    const now = this.clock.now();
    if (!isLive(session, now, this.limits)) {
      await this.store.remove(session.idHash);
      return undefined;
    }
    if (Date.parse(now) - Date.parse(session.usedAt) >= USE_NOTED_EVERY_MS)
      await this.store.noteUse(session.idHash, now);
    return session.userId;
  }

  async signOut(id: string): Promise<void> {
    const idHash = hashOf(id);
    await this.store.remove(idHash);
    for (const ended of this.watchers.get(idHash) ?? []) ended();
  }

  /** @param ended called when somebody signs out of the session here; one that grows old is found by asking */
  watch(id: string, ended: () => void): WatchedSession {
    const idHash = hashOf(id);
    const watchers = this.watchers.get(idHash) ?? new Set();
    this.watchers.set(idHash, watchers.add(ended));
    return {
      holds: async () => {
        const session = await this.store.find(idHash);
        return session !== undefined && isLive(session, this.clock.now(), this.limits);
      },
      leave: () => {
        watchers.delete(ended);
        if (watchers.size === 0 && this.watchers.get(idHash) === watchers) this.watchers.delete(idHash);
      },
    };
  }
}

/** Whether a session still holds at an instant: at the very minute of its limit it does. */
export const isLive = (
  { startedAt, usedAt }: Pick<StoredSession, 'startedAt' | 'usedAt'>,
  now: string,
  { idleMinutesMax, ageMinutesMax }: SessionLimits,
): boolean => usedAt >= minutesBefore(now, idleMinutesMax) && startedAt >= minutesBefore(now, ageMinutesMax);

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * MINUTE_MS).toISOString();

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');
