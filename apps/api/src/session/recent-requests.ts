import type { ThrottlerStorage } from '@nestjs/throttler';

type Counted = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** The requests of one user to one route that still count. */
interface Recent {
  /** When each stops to count, in the order of arrival, so in the order of time. */
  readonly until: number[];
  /** Those before this place have stopped to count. */
  first: number;
  blockedUntil: number;
}

/** Idle users are removed at most so often. */
const sweepEveryMs = 60_000;
/** Requests that have stopped to count are removed many at a time, because each removal moves all the others. */
const removedAtOnce = 1_024;

/**
 * Counts the requests of the last minute as the library's own storage does, and takes the same short time for each. That one copies all requests that
 * still count at every request.
 */
export class RecentRequests implements ThrottlerStorage {
  private readonly recent = new Map<string, Recent>();
  private sweptAt = performance.now();

  async increment(key: string, ttl: number, limit: number, blockDuration: number): Promise<Counted> {
    const now = performance.now();
    this.sweep(now);
    let recent = this.recent.get(key);
    if (recent === undefined) this.recent.set(key, (recent = { until: [], first: 0, blockedUntil: 0 }));
    if (recent.blockedUntil > 0 && recent.blockedUntil <= now) {
      recent.until.length = recent.first = 0;
      recent.blockedUntil = 0;
    }
    forgetOld(recent, now);
    if (recent.blockedUntil === 0) {
      recent.until.push(now + ttl);
      if (countOf(recent) > limit) recent.blockedUntil = now + blockDuration;
    }
    return {
      totalHits: countOf(recent),
      timeToExpire: secondsTo(recent.until[recent.first], now),
      isBlocked: recent.blockedUntil > 0,
      timeToBlockExpire: secondsTo(recent.blockedUntil, now),
    };
  }

  private sweep(now: number): void {
    if (now - this.sweptAt < sweepEveryMs) return;
    this.sweptAt = now;
    for (const [key, recent] of this.recent) {
      forgetOld(recent, now);
      if (countOf(recent) === 0 && recent.blockedUntil <= now) this.recent.delete(key);
    }
  }
}

const countOf = ({ until, first }: Recent): number => until.length - first;

const forgetOld = (recent: Recent, now: number): void => {
  const { until } = recent;
  while (recent.first < until.length && (until[recent.first] as number) <= now) recent.first++;
  if (recent.first < removedAtOnce && recent.first < until.length) return;
  until.splice(0, recent.first);
  recent.first = 0;
};

const secondsTo = (instant: number | undefined, now: number): number =>
  Math.max(0, Math.ceil(((instant ?? now) - now) / 1_000));
