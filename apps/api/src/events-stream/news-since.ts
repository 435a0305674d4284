import { setImmediate as otherWork } from 'node:timers/promises';
import type { LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';

/** How many answers are kept; browsers that were connected together resume at a few positions. */
const keptMax = 20;

/**
 * What was missed since a position is read once for all streams that resume there: after a restart, every browser resumes at the same moment. Readings
 * from different positions take turns with the other work of the thread.
 */
export class NewsSince<News> {
  private readonly kept = new Map<string, Promise<News>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly read: (after: Position, upTo: Position) => Promise<News>) {}

  /** @param today the day that the answer is for: who has a file depends on it */
  find(after: Position, upTo: Position, today: LocalDate): Promise<News> {
    const key = `${today} ${after} ${upTo}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const reading = this.last.then(() => otherWork()).then(() => this.read(after, upTo));
    this.last = reading.catch(() => undefined);
    if (this.kept.size >= keptMax) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, reading);
    // A failure is not kept: the browser tries again.
    reading.catch(() => this.kept.delete(key));
    return reading;
  }

  /** To be called when something was recorded: who may have the news may have changed. */
  forget(): void {
    this.kept.clear();
  }
}
