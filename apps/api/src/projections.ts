import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@rt/event-store';
import { catchUp, lagOf, runProjections, type Applied, type Lag, type ReadDatabase } from '@rt/read-models';
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
  private readonly listeners = new Set<(applied: Applied) => void>();

  constructor(private readonly ports: ProjectionPorts) {}

  /** Brings the read models up to date, then follows. @throws where they cannot be made */
  async start(): Promise<void> {
    await catchUp(this.work);
    this.current = true;
    this.following = this.follow();
  }

  /** What has been written by now is in the read models when this returns. */
  catchUp(): Promise<void> {
    return catchUp({ ...this.work, signal: this.ending.signal });
  }

  /** Calls back whenever something more can be read from the rows. @returns what ends it */
  onApplied(listener: (applied: Applied) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
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

  private get work() {
    const onApplied = (applied: Applied): void => {
      for (const listener of this.listeners) listener(applied);
    };
    return { ...this.ports, onApplied };
  }

  /** A fault is told and tried again: the events are safe, and the read models can be made anew. */
  private async follow(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        await catchUp({ ...this.work, signal });
        this.current = true;
        await runProjections({ ...this.work, signal });
      } catch (error) {
        this.current = false;
        this.ports.log.error({ fault: faultOf(error) }, 'the read models do not follow');
        await sleep(retryAfterMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
