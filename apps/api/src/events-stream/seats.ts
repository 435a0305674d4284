import { Problem } from '../http/problem';

/** Streams that may be open at once. A user has a few windows; the process has memory. */
export interface SeatLimits {
  readonly perUserMax: number;
  readonly max: number;
}

export const SEAT_LIMITS: SeatLimits = { perUserMax: 12, max: 2_000 };

/** Counts the open streams, and those that are about to open. */
export class Seats {
  private readonly taken = new Map<string, number>();
  private count = 0;

  constructor(private readonly limits: SeatLimits) {}

  /** @returns what gives it back, once. @throws Problem TOO_MANY_REQUESTS */
  take(userId: string): () => void {
    const own = this.taken.get(userId) ?? 0;
    if (own >= this.limits.perUserMax || this.count >= this.limits.max)
      throw new Problem('TOO_MANY_REQUESTS', [{ field: '', code: 'openStreams' }]);
    this.taken.set(userId, own + 1);
    this.count += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.count -= 1;
      const left = (this.taken.get(userId) as number) - 1;
      if (left === 0) this.taken.delete(userId);
      else this.taken.set(userId, left);
    };
  }
}
