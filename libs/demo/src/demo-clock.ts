import type { Clock } from '@rt/event-store';
import { AsyncLocalStorage } from 'node:async_hooks';

/** A clock that shows a set instant, separately for each asynchronous call chain: files that are written concurrently each have their own time. */
export class DemoClock implements Clock {
  private readonly instants = new AsyncLocalStorage<string>();

  /** Outside of `at`, the time comes from `otherwise`. */
  constructor(private readonly otherwise: Clock) {}

  now(): string {
    return this.instants.getStore() ?? this.otherwise.now();
  }

  /** Runs the work, including everything it awaits, at the given instant. */
  at<Answer>(instant: string, work: () => Promise<Answer>): Promise<Answer> {
    return this.instants.run(instant, work);
  }
}
