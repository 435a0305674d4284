import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { LocalDate } from '@rt/domain';
import { comparePositions, type EventStore, type Position } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import { catchUp, lagOf, type Lag, type OpenByRule, type ReadDatabase } from '@rt/read-models';
import type { Logger } from 'pino';
import { Problem } from '../http/problem';
import { faultOf } from '../observing/fault';
import type { FromProjections, ToProjections, Touched } from './projection.messages';

export interface ProjectionPorts {
  readonly store: EventStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly ruleset: RulesetRepository;
  readonly log: Logger;
  /** Called for each damaged event or file that a projection meets. */
  readonly onDamaged: () => void;
  /** Starts the projection thread. @param announcedTo the last position of which `onTouched` was told */
  readonly startThread: (announcedTo: Position | undefined) => Worker;
  /** How long `reach` waits at most; left out: 10 s. */
  readonly waitMsMax?: number;
}

interface Waiting {
  readonly position: Position;
  readonly settle: PromiseWithResolvers<void>;
}

const waitMsMaxDefault = 10_000;
const retryAfterMs = 1_000;
const countEveryMs = 60_000;

/** The API thread's side of the projection thread: starts it, hears how far the read models have come, waits for a position. */
export class Projections {
  private thread: Worker | undefined;
  private ending = false;
  private restarting = new AbortController();
  private following = false;
  private readonly settled = Promise.withResolvers<void>();
  private reached: Position | undefined;
  private announcedTo: Position | undefined;
  private readonly waiting = new Set<Waiting>();
  private readonly listeners = new Set<(touched: Touched) => void>();
  private counted: readonly OpenByRule[] = [];
  private countedFor: LocalDate | undefined;
  private countedAt = 0;

  constructor(private readonly ports: ProjectionPorts) {}

  /** Brings the read models up to date, then follows. Returns when the thread follows, or has failed for the first time. @throws where they cannot be made */
  async start(): Promise<void> {
    this.reached = await catchUp({ ...this.ports, onDamaged: () => this.damaged() });
    this.announcedTo = this.reached;
    this.follow();
    await this.settled.promise;
  }

  /** To be called when this process has written, so that the thread need not wait for its next poll. */
  look(): void {
    this.send({ is: 'written' });
  }

  /**
   * Returns when the read models have reached a position, whichever process wrote it and whichever applied it.
   * @throws Problem NOT_READY where they are not there in time; BAD_REQUEST where the store has no such position
   */
  async reach(position: Position, field = ''): Promise<void> {
    if (this.hasReached(position)) return;
    const last = await this.ports.store.lastPosition();
    if (last === undefined || comparePositions(position, last) > 0)
      throw new Problem('BAD_REQUEST', [{ field, code: 'unknownPosition' }]);
    const waiting: Waiting = { position, settle: Promise.withResolvers() };
    const { waitMsMax = waitMsMaxDefault } = this.ports;
    const timer = setTimeout(() => waiting.settle.reject(behind()), waitMsMax);
    this.waiting.add(waiting);
    this.send({ is: 'wanted' });
    // It may have been reached while the store was asked.
    if (this.hasReached(position)) waiting.settle.resolve();
    try {
      await waiting.settle.promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(waiting);
    }
  }

  /** Calls back when files were touched, once the rows have it. @returns what ends it */
  onTouched(listener: (touched: Touched) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * How many findings of each rule are open. They are counted in the background, at most once a minute and once a day, so this answers
   * with the last count; the first time with nothing.
   * @param on the day for which they are counted next
   */
  openByRule(on: LocalDate): readonly OpenByRule[] {
    if (on !== this.countedFor || performance.now() - this.countedAt > countEveryMs) {
      this.countedFor = on;
      this.countedAt = performance.now();
      this.send({ is: 'count', on });
    }
    return this.counted;
  }

  /** False while the read models do not follow the store. */
  get isFollowing(): boolean {
    return this.following;
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

  private hasReached(position: Position): boolean {
    return this.reached !== undefined && comparePositions(position, this.reached) <= 0;
  }

  /** A thread that dies is logged and started again: the events are safe, and the read models can be made anew. */
  private follow(): void {
    const thread = this.ports.startThread(this.announcedTo);
    this.thread = thread;
    thread.on('message', (message: FromProjections) => this.hear(message));
    thread.on('error', (error) => this.failed({ fault: faultOf(error) }));
    thread.on('exit', () => {
      this.thread = undefined;
      if (!this.ending) void this.followAgain();
    });
  }

  private async followAgain(): Promise<void> {
    this.failed({ ended: true });
    await sleep(retryAfterMs, undefined, { signal: this.restarting.signal }).catch(() => undefined);
    if (!this.ending) this.follow();
  }

  private hear(message: FromProjections): void {
    switch (message.is) {
      case 'touched':
        this.announcedTo = message.touched.position;
        for (const listener of this.listeners) listener(message.touched);
        return;
      case 'reached':
        this.reached = message.position;
        for (const { position, settle } of this.waiting) if (this.hasReached(position)) settle.resolve();
        return;
      case 'caughtUp':
        this.following = true;
        this.settled.resolve();
        return;
      case 'counted':
        this.counted = message.openByRule;
        return;
      case 'damaged':
        this.damaged();
        return;
      case 'failed':
        this.failed({ fault: message.fault });
        return;
    }
  }

  /** Says neither which file nor what: `verify` tells the operator. */
  private damaged(): void {
    this.ports.onDamaged();
    this.ports.log.error({ code: 'HISTORY_DAMAGED' }, 'an event is damaged and was left out: run verify');
  }

  private failed(why: object): void {
    this.following = false;
    this.settled.resolve();
    this.ports.log.error(why, 'the read models do not follow');
    this.failWaiting();
  }

  private failWaiting(): void {
    for (const { settle } of this.waiting) settle.reject(behind());
  }

  private send(message: ToProjections): void {
    this.thread?.postMessage(message);
  }
}

/** The read models are not there yet: ask again. */
const behind = (): Problem => new Problem('NOT_READY', [{ field: '', code: 'readModels' }]);
