import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { EventStore } from '@rt/event-store';
import type { LocalDate } from '@rt/domain';
import type { FileRepository } from '@rt/files';
import { catchUp, lagOf, type Applied, type Lag, type OpenByRule, type ReadDatabase } from '@rt/read-models';
import type { Logger } from 'pino';
import { Problem } from './http/problem';
import { faultOf } from './observing/fault';
import type { FromProjections, ToProjections } from './projection-messages';

export interface ProjectionPorts {
  readonly store: EventStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly log: Logger;
  /** Starts the thread that follows the store. */
  readonly startThread: () => Worker;
}

const retryAfterMs = 1_000;
const countEveryMs = 60_000;

/** The read models, following the store in a thread of their own. */
export class Projections {
  private thread: Worker | undefined;
  private ending = false;
  private restarting = new AbortController();
  private current = false;
  private lastRequest = 0;
  private readonly waiting = new Map<number, PromiseWithResolvers<void>>();
  private readonly listeners = new Set<(applied: Applied) => void>();
  private counted: readonly OpenByRule[] = [];
  private countedFor: LocalDate | undefined;
  private countedAt = 0;

  constructor(private readonly ports: ProjectionPorts) {}

  /** Brings the read models up to date, then follows. @throws where they cannot be made */
  async start(): Promise<void> {
    await catchUp(this.ports);
    this.follow();
  }

  /** To be called when something was written. */
  look(): void {
    this.send({ is: 'written' });
  }

  /** What has been written by now is in the read models when this returns. @throws Problem NOT_READY where it cannot be brought there */
  catchUp(): Promise<void> {
    const request = ++this.lastRequest;
    const settle = Promise.withResolvers<void>();
    this.waiting.set(request, settle);
    this.send({ is: 'catchUp', request });
    return settle.promise;
  }

  /** Calls back whenever something more can be read from the rows. @returns what ends it */
  onApplied(listener: (applied: Applied) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * How many findings of each rule are open, counted at most once a minute and once a day: counting takes no time from anybody, so what is answered is the
   * count before, nothing the first time.
   * @param on the day that they are to be counted for next
   */
  openByRule(on: LocalDate): readonly OpenByRule[] {
    if (on !== this.countedFor || performance.now() - this.countedAt > countEveryMs) {
      this.countedFor = on;
      this.countedAt = performance.now();
      this.send({ is: 'count', on });
    }
    return this.counted;
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
    this.ending = true;
    this.restarting.abort();
    const { thread } = this;
    if (thread !== undefined) {
      const ended = once(thread, 'exit');
      this.send({ is: 'end' });
      await ended;
    }
    this.failWaiting();
  }

  /** A thread that dies is told and started again: the events are safe, and the read models can be made anew. */
  private follow(): void {
    const thread = this.ports.startThread();
    this.thread = thread;
    thread.on('message', (message: FromProjections) => this.hear(message));
    thread.on('error', (error) => this.failed({ fault: faultOf(error) }));
    thread.on('exit', () => {
      this.thread = undefined;
      if (!this.ending) void this.followAgain();
    });
    for (const request of this.waiting.keys()) this.send({ is: 'catchUp', request });
  }

  private async followAgain(): Promise<void> {
    this.failed({ ended: true });
    this.failWaiting();
    await sleep(retryAfterMs, undefined, { signal: this.restarting.signal }).catch(() => undefined);
    if (!this.ending) this.follow();
  }

  private hear(message: FromProjections): void {
    switch (message.is) {
      case 'applied':
        for (const listener of this.listeners) listener(message.applied);
        return;
      case 'caughtUp':
        this.current = true;
        for (const request of message.requests) this.taken(request)?.resolve();
        return;
      case 'counted':
        this.counted = message.openByRule;
        return;
      case 'failed':
        this.failed({ fault: message.fault });
        for (const request of message.requests) this.taken(request)?.reject(behind());
        return;
    }
  }

  private failed(why: object): void {
    this.current = false;
    this.ports.log.error(why, 'the read models do not follow');
  }

  private failWaiting(): void {
    for (const request of [...this.waiting.keys()]) this.taken(request)?.reject(behind());
  }

  private taken(request: number): PromiseWithResolvers<void> | undefined {
    const settle = this.waiting.get(request);
    this.waiting.delete(request);
    return settle;
  }

  private send(message: ToProjections): void {
    this.thread?.postMessage(message);
  }
}

/** What somebody has written, and waits for, cannot be brought into the read models now: they are to ask again. */
const behind = (): Problem => new Problem('NOT_READY', [{ field: '', code: 'readModels' }]);
