import type { Clock } from '@rt/event-store';
import type { ReadModelDifference, Scrub } from '@rt/read-models';
import { faultOf, type Fault } from '../observing/fault';

/** How fast the rows of the read models are compared with the events. */
export interface ScrubSettings {
  /** Every row is compared within this many days. */
  readonly days: number;
  /** The longest pause between two files; left out: ten seconds. A small municipality is compared faster than it has to be. */
  readonly pauseMsMax?: number;
}

/** What the comparison found and healed, or that it failed. */
export type ScrubOutcome =
  | { readonly is: 'rowsDiffered'; readonly differences: readonly ReadModelDifference[] }
  | { readonly is: 'scrubFailed'; readonly fault: Fault };

const pauseMsMaxDefault = 10_000;
const retryAfterMs = 60_000;
/** The part of the days that is planned with. The rest is for the time in which the server is off or under load. */
const plannedShare = 0.8;
/** After a file the scrub pauses so many times as long as the file took: a twentieth of one core, a fifth when it is behind. */
const pauseFactor = { inTime: 20, behind: 4 };
/** The longest time that one look takes, because following the store waits for it. */
const lookMsMax = 50;

/** Compares a file now and then, at the pace that gets through all of them within the days, and waits while events arrive. */
export class DueScrub {
  private nextAt = 0;
  private isBehind = false;

  constructor(
    private readonly scrub: Pick<Scrub, 'step'>,
    private readonly clock: Clock,
    private readonly settings: ScrubSettings,
    /** `damaged`: the events of a file or review cannot be read, so its rows were not compared. */
    private readonly tell: (outcome: ScrubOutcome | { readonly is: 'damaged' }) => void,
  ) {}

  /** Never throws, so the rest of the projection thread continues. @param isBusy whether events wait to be followed */
  async look(isBusy: () => boolean): Promise<void> {
    const until = performance.now() + lookMsMax;
    try {
      while (performance.now() >= this.nextAt && performance.now() < until) {
        // Behind its time the scrub takes a step even under load, or it would never end on a server that is never idle.
        if (isBusy() && !this.isBehind) return;
        await this.step();
      }
    } catch (error) {
      this.nextAt = performance.now() + retryAfterMs;
      this.tell({ is: 'scrubFailed', fault: faultOf(error) });
    }
  }

  private async step(): Promise<void> {
    const began = performance.now();
    const { differences, damaged, begunAt, left } = await this.scrub.step();
    const now = performance.now();
    const { days, pauseMsMax = pauseMsMaxDefault } = this.settings;
    const msLeft = Date.parse(begunAt) + days * plannedShare * 86_400_000 - Date.parse(this.clock.now());
    this.isBehind = msLeft <= 0;
    const planned = Math.min(pauseMsMax, Math.max(0, msLeft) / Math.max(1, left));
    const factor = this.isBehind ? pauseFactor.behind : pauseFactor.inTime;
    this.nextAt = now + Math.max(planned, factor * (now - began));
    for (let each = 0; each < damaged; each++) this.tell({ is: 'damaged' });
    if (differences.length > 0) this.tell({ is: 'rowsDiffered', differences });
  }
}
