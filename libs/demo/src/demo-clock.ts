import type { Clock } from '@rt/event-store';
import { AsyncLocalStorage } from 'node:async_hooks';

/** A clock that stands where it is put, for each line of work by itself: files that are written side by side have each their own time. */
export class DemoClock implements Clock {
  private readonly instants = new AsyncLocalStorage<string>();

  /** Outside of any `at`, the other clock is asked. */
  constructor(private readonly otherwise: Clock) {}

  now(): string {
    return this.instants.getStore() ?? this.otherwise.now();
  }

  /** Does the work, and whatever it waits for, at an instant. */
  at<Answer>(instant: string, work: () => Promise<Answer>): Promise<Answer> {
    return this.instants.run(instant, work);
  }
}
