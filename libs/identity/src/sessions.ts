import { createHash, createHmac, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Clock } from '@rt/event-store';
import type { SessionStore, StoredSession } from './session-store';

/** How long a session is valid without being used, and how long at most. */
export interface SessionLimits {
  readonly idleMinutesMax: number;
  readonly ageMinutesMax: number;
}

/** An hour without use, and ten hours in all: enough for a long meeting and for a working day. */
export const SESSION_LIMITS: SessionLimits = { idleMinutesMax: 60, ageMinutesMax: 10 * 60 };

/** Use is stored at most once a minute: a page sends many requests at once, and each would cause a write. */
const USE_NOTED_EVERY_MS = 60_000;

const MINUTE_MS = 60_000;

/** A new session, for the browser. The id is returned here only; it is not stored. */
export interface BegunSession {
  readonly id: string;
  readonly ageMinutesMax: number;
}

/** Lets a long-lived connection check whether its session is still valid, without extending the session. */
export interface WatchedSession {
  holds(): Promise<boolean>;
  /** Stops watching. */
  stopWatching(): void;
}

export interface SessionOptions {
  /** The installation's key that authenticates the stored sessions. */
  readonly key: KeyObject;
  readonly limits?: SessionLimits;
  /** Called when a stored session is not as it was stored: somebody changed or inserted the row. The session is then unknown. */
  readonly onForged?: () => void;
}

/**
 * Sessions. The id is 256 random bits that only the browser has; the store has its SHA-256. A session says who signed in, not what the user may do:
 * the server asks the directory at every request, so that a permission that was removed is gone at once. Each stored session has an HMAC over its id,
 * user and times, so that nobody becomes a user by writing a row into the store.
 */
export class Sessions {
  private readonly limits: SessionLimits;
  private readonly watchers = new Map<string, Set<() => void>>();

  constructor(
    private readonly store: SessionStore,
    private readonly clock: Clock,
    private readonly options: SessionOptions,
  ) {
    this.limits = options.limits ?? SESSION_LIMITS;
  }

  /**
   * Begins a session with a new id, and ends the session whose id the browser sent. So an attacker who planted a session id in the browser cannot use
   * the session of the user who signs in.
   */
  async signIn(userId: string, broughtId?: string): Promise<BegunSession> {
    if (broughtId !== undefined) await this.signOut(broughtId);
    const now = this.clock.now();
    await this.store.removeExpired(
      minutesBefore(now, this.limits.ageMinutesMax),
      minutesBefore(now, this.limits.idleMinutesMax),
    );
    const id = randomBytes(32).toString('base64url');
    await this.store.save(this.authenticated({ idHash: hashOf(id), userId, startedAt: now, usedAt: now }));
    return { id, ageMinutesMax: this.limits.ageMinutesMax };
  }

  /** The user of the session; undefined if the session is unknown, ended or too old. */
  async userOf(id: string): Promise<string | undefined> {
    const session = await this.found(hashOf(id));
    if (session === undefined) return undefined;
    const now = this.clock.now();
    if (!isLive(session, now, this.limits)) {
      await this.store.remove(session.idHash);
      return undefined;
    }
    if (Date.parse(now) - Date.parse(session.usedAt) >= USE_NOTED_EVERY_MS)
      await this.store.noteUse(this.authenticated({ ...session, usedAt: now }));
    return session.userId;
  }

  async signOut(id: string): Promise<void> {
    const idHash = hashOf(id);
    await this.store.remove(idHash);
    for (const ended of this.watchers.get(idHash) ?? []) ended();
  }

  /** @param ended called when the user signs out of the session in this process. To find out that a session grew too old, call `holds`. */
  watch(id: string, ended: () => void): WatchedSession {
    const idHash = hashOf(id);
    const watchers = this.watchers.get(idHash) ?? new Set();
    this.watchers.set(idHash, watchers.add(ended));
    return {
      holds: async () => {
        const session = await this.found(idHash);
        return session !== undefined && isLive(session, this.clock.now(), this.limits);
      },
      stopWatching: () => {
        watchers.delete(ended);
        if (watchers.size === 0 && this.watchers.get(idHash) === watchers) this.watchers.delete(idHash);
      },
    };
  }

  /** The stored session, if it is as `Sessions` stored it. */
  private async found(idHash: string): Promise<StoredSession | undefined> {
    const session = await this.store.find(idHash);
    if (session === undefined) return undefined;
    const [given, right] = [Buffer.from(session.mac), Buffer.from(this.authenticated(session).mac)];
    if (given.length === right.length && timingSafeEqual(given, right)) return session;
    this.options.onForged?.();
    await this.store.remove(idHash);
    return undefined;
  }

  private authenticated(session: Omit<StoredSession, 'mac'>): StoredSession {
    const { idHash, userId, startedAt, usedAt } = session;
    const text = JSON.stringify([idHash, userId, startedAt, usedAt]);
    return { ...session, mac: createHmac('sha256', this.options.key).update(text).digest('base64url') };
  }
}

/** True if a session is still valid at an instant. It is valid at the very instant of its limit. */
export const isLive = (
  { startedAt, usedAt }: Pick<StoredSession, 'startedAt' | 'usedAt'>,
  now: string,
  { idleMinutesMax, ageMinutesMax }: SessionLimits,
): boolean => usedAt >= minutesBefore(now, idleMinutesMax) && startedAt >= minutesBefore(now, ageMinutesMax);

const minutesBefore = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) - minutes * MINUTE_MS).toISOString();

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');
