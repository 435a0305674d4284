import { Problem } from '../http/problem';

/** How many streams may be open at once: per user, who has a few windows, and in all, which bounds the memory. */
export interface StreamLimits {
  readonly perUserMax: number;
  readonly max: number;
}

export const STREAM_LIMITS: StreamLimits = { perUserMax: 12, max: 2_000 };

/** Counts the open streams, and those that are about to open. */
export class StreamSlots {
  private readonly taken = new Map<string, number>();
  private count = 0;

  constructor(private readonly limits: StreamLimits) {}

  /** Takes a slot for a user. @returns a function that frees the slot; later calls of it do nothing. @throws Problem TOO_MANY_REQUESTS */
  take(userId: string): () => void {
    const own = this.taken.get(userId) ?? 0;
    if (own >= this.limits.perUserMax || this.count >= this.limits.max)
      throw new Problem('TOO_MANY_REQUESTS', [{ field: '', code: 'openStreams' }]);
    this.taken.set(userId, own + 1);
    this.count += 1;
    let freed = false;
    return () => {
      if (freed) return;
      freed = true;
      this.count -= 1;
      const left = (this.taken.get(userId) as number) - 1;
      if (left === 0) this.taken.delete(userId);
      else this.taken.set(userId, left);
    };
  }
}
