import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@rt/event-store';
import { catchUp, lagOf, runProjections, type Lag, type ReadDatabase } from '@rt/read-models';
import type { Logger } from 'pino';
import { faultOf } from './observing/fault';

export interface ProjectionPorts {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly log: Logger;
}

const retryAfterMs = 1_000;

/** The read models, following the store within this process. */
export class Projections {
  private readonly ending = new AbortController();
  private following: Promise<void> | undefined;
  private current = false;

  constructor(private readonly ports: ProjectionPorts) {}

  /** Brings the read models up to date, then follows. @throws where they cannot be made */
  async start(): Promise<void> {
    await catchUp(this.ports);
    this.current = true;
    this.following = this.follow();
  }

  /** What has been written by now is in the read models when this returns. */
  catchUp(): Promise<void> {
    return catchUp({ ...this.ports, signal: this.ending.signal });
  }

  /** False while nothing follows the store. */
  get isFollowing(): boolean {
    return this.current;
  }

  lag(): Promise<readonly Lag[]> {
    return lagOf(this.ports);
  }

  /** Ends between two batches. */
  async end(): Promise<void> {
    this.ending.abort();
    await this.following;
  }

  /** A fault is told and tried again: the events are safe, and the read models can be made anew. */
  private async follow(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        await catchUp({ ...this.ports, signal });
        this.current = true;
        await runProjections({ ...this.ports, signal });
      } catch (error) {
        this.current = false;
        this.ports.log.error({ fault: faultOf(error) }, 'the read models do not follow');
        await sleep(retryAfterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
