import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { LocalDate } from '@rt/domain';
import { comparePositions, type EventStore, type Position } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import {
  catchUp,
  lagOf,
  ReadDatabaseBusy,
  ReadDatabaseDamaged,
  type Lag,
  type OpenByRule,
  type ReadDatabase,
} from '@rt/read-models';
import type { Logger } from 'pino';
import { Problem } from '../http/problem';
import { faultOf } from '../observing/fault';
import type { CheckpointOutcome } from './due-checkpoints';
import type { ScrubOutcome } from './due-scrub';
import type { FromProjections, ToProjections, Touched } from './projection.messages';

export interface ProjectionPorts {
  readonly store: EventStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly ruleset: RulesetRepository;
  readonly log: Logger;
  /** Called for each damaged event or file that a projection meets. */
  readonly onDamaged: () => void;
  /** Called with the name of a damaged database that the thread has moved aside. */
  readonly onDatabaseMadeAnew: (file: string) => void;
  /** Called for each checkpoint that was due, when it has been made or has failed. */
  readonly onCheckpoint: (outcome: CheckpointOutcome) => void;
  /** Called when rows of a read model differed from the events and were made again, or could not be compared. */
  readonly onScrub: (outcome: ScrubOutcome) => void;
  /** Starts the projection thread. @param announcedTo the last position that `onTouched` was called with */
  readonly startThread: (announcedTo: Position | undefined) => Worker;
  /** The time limit of `reach`. Default: 10 s. */
  readonly waitMsMax?: number;
}

interface Waiting {
  readonly position: Position;
  readonly settle: PromiseWithResolvers<void>;
}

const waitMsMaxDefault = 10_000;
const retryAfterMs = 1_000;
const countEveryMs = 60_000;

/** The API thread's side of the projection thread: starts it, receives its progress, and waits for a position. */
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

  /**
   * Brings the read models up to date, then starts the thread that follows the store. Returns when the thread follows, or has failed for the first
   * time. @throws if the read models cannot be made
   */
  async start(): Promise<void> {
    this.reached = await catchUp({
      ...this.ports,
      onDamaged: () => this.damaged(),
      // The call has returned before anything else reads the rows.
      onMadeAnew: () => undefined,
    });
    this.announcedTo = this.reached;
    this.follow();
    await this.settled.promise;
  }

  /** Call this when this process has written, so that the thread does not wait for its next poll. */
  look(): void {
    this.send({ is: 'written' });
  }

  /** Call this when a statement of this thread has met damage in the read models. They are made anew, and refuse every question until then. */
  readModelsDamaged(): void {
    this.send({ is: 'readModelsDamaged' });
  }

  /**
   * Returns when the read models have reached a position, whichever process wrote it or applied it.
   * @throws Problem NOT_READY if they do not reach it in time; BAD_REQUEST if the store has no such position
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
    // The position may have been reached during the call of the store.
    if (this.hasReached(position)) waiting.settle.resolve();
    try {
      await waiting.settle.promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(waiting);
    }
  }

  /** Calls the listener when files have new events and the rows include them. @returns a function that removes the listener */
  onTouched(listener: (touched: Touched) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * The number of open findings per rule. The thread counts them in the background, at most once a minute and again for a new day, so this returns
   * the last count, which is empty at first.
   * @param on the day of the next count
   */
  openByRule(on: LocalDate): readonly OpenByRule[] {
    if (on !== this.countedFor || performance.now() - this.countedAt > countEveryMs) {
      this.countedFor = on;
      this.countedAt = performance.now();
      this.send({ is: 'count', on });
    }
    return this.counted;
  }

  /** False if the read models do not follow the store. */
  get isFollowing(): boolean {
    return this.following;
  }

  /** Empty while the read models cannot be asked. */
  lag(): Promise<readonly Lag[]> {
    return lagOf(this.ports).catch((error: unknown) => {
      if (error instanceof ReadDatabaseDamaged || error instanceof ReadDatabaseBusy) return [];
      throw error;
    });
  }

  /** Stops the thread between two batches. */
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

  /** Starts the thread. A thread that dies is logged and started again: the events are safe, and the read models can be rebuilt. */
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
      case 'madeAnew':
        // Until the rows are complete, this thread answers from neither file.
        this.ports.db.damaged();
        this.ports.onDatabaseMadeAnew(message.file);
        return;
      case 'readModelsWhole':
        this.ports.db.reopen().catch((error: unknown) => this.failed({ fault: faultOf(error) }));
        return;
      case 'checkpointMade':
      case 'checkpointFailed':
        this.ports.onCheckpoint(message);
        return;
      case 'rowsDiffered':
      case 'scrubFailed':
        this.ports.onScrub(message);
        return;
      case 'failed':
        this.failed({ fault: message.fault });
        return;
    }
  }

  /** Logs that there is damage, but not which file or what: the operator finds out with `verify`. */
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

/** The read models have not reached the position yet. The client may try again. */
const behind = (): Problem => new Problem('NOT_READY', [{ field: '', code: 'readModels' }]);
