import { OutcomeUnknown } from '../log';
import type { StreamName } from '../port';
import { asUnusable } from './faults';
import {
  LogWriter,
  type AppendOutcome,
  type AppendRequest,
  type WriterAnswer,
  type WriterSettings,
} from './log-writer';
import { outcomesOf, packed, WriterThread } from './writer-thread';

/** The most requests in one transaction. It limits how long the first request waits for the last. */
const groupRequestsMax = 512;
/** From this group size on, a worker thread pays: then sealing and writing run at the same time. */
const busyFromRequests = 16;
/** After this many groups in a row below a quarter of `busyFromRequests`, the writer leaves the worker: messages to it cost more than they save. */
const calmGroupsMax = 32;
/** From this many requests on, a group waits neither for the end of the turn nor until the worker is idle. */
const earlyFromRequests = 32;
/** The most groups that the worker has been sent. While it writes one, the next is there already, so that neither thread waits for the other. */
const groupsUnderWayMax = 2;

interface Waiting extends AppendRequest {
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Appends that arrive in the same turn, or while a commit runs, share the next transaction and its one flush to disk. The writer is in this thread,
 * and under load in a worker thread; there is never more than one writing connection.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private scheduled = false;
  /** The groups sent to the worker, in the order in which it answers. */
  private readonly underWay: Promise<void>[] = [];
  private leaving = false;
  private writer: LogWriter | undefined;
  private thread: WriterThread | undefined;
  private starting: Promise<void> | undefined;
  private calmGroups = 0;
  private closed = false;
  /** True while the worker thread has the writer. */
  inThread = false;

  constructor(
    private readonly settings: WriterSettings,
    private readonly onCommit: (appends: number) => void,
  ) {
    this.writer = new LogWriter(settings);
  }

  append(request: AppendRequest): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      const { stream, expectedRevision, events } = request;
      this.waiting.push({ stream, expectedRevision, events, settle: resolve, fail: reject });
      if (this.inThread && this.waiting.length >= earlyFromRequests) this.commit();
      else this.schedule();
    });
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<AppendOutcome> {
    await this.underWay.at(-1);
    if (!this.inThread || this.thread === undefined)
      return this.here().deleteStream(stream, expectedRevision);
    const answer = await this.thread.call({ call: 'deleteStream', stream, expectedRevision });
    if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
    return outcomesOf(answer)[0] as AppendOutcome;
  }

  /** Writes all waiting requests before it closes. */
  async close(): Promise<void> {
    this.closed = true;
    await this.starting;
    while (this.waiting.length > 0 || this.underWay.length > 0) {
      this.commit();
      await this.underWay.at(-1);
    }
    this.writer?.close();
    if (this.inThread) await this.thread?.call({ call: 'close' });
    await this.thread?.end();
  }

  private schedule(): void {
    if (this.scheduled || this.underWay.length > 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commit();
    });
  }

  private commit(): void {
    if (!this.mayCommit()) return;
    const group = this.waiting.splice(0, groupRequestsMax);
    if (group.length === 0) return;
    if (this.inThread && this.thread !== undefined)
      this.underWay.push(this.commitInThread(this.thread, group));
    else this.commitHere(group);
    if (this.waiting.length > 0) this.schedule();
  }

  /** A small group waits until the worker is idle. Meanwhile it may grow, so that more requests share one flush to disk. */
  private mayCommit(): boolean {
    const { length } = this.underWay;
    if (length === 0) return true;
    return !this.leaving && length < groupsUnderWayMax && this.waiting.length >= earlyFromRequests;
  }

  private commitHere(group: readonly Waiting[]): void {
    try {
      this.settle(group, this.here().appendGroup(group));
    } catch (error) {
      for (const { fail } of group) fail(asUnusable(error, this.settings.file));
    }
    if (group.length >= busyFromRequests) this.goToThread();
  }

  private async commitInThread(thread: WriterThread, group: readonly Waiting[]): Promise<void> {
    let answer: WriterAnswer | undefined;
    let cause: unknown;
    try {
      answer = await thread.call(packed(group));
      this.calmGroups = group.length * 4 < busyFromRequests ? this.calmGroups + 1 : 0;
      if (this.calmGroups >= calmGroupsMax && this.underWay.length === 1) await this.leaveThread(thread);
    } catch (error) {
      cause = error;
    }
    void this.underWay.shift();
    this.commit();
    if (answer === undefined) {
      // The worker has ended, so it is not known whether it had committed.
      for (const { stream, fail } of group) fail(new OutcomeUnknown(stream, { cause }));
    } else if ('error' in answer)
      for (const { fail } of group) fail(asUnusable(answer.error, this.settings.file));
    else this.settle(group, outcomesOf(answer));
  }

  private settle(group: readonly Waiting[], outcomes: readonly AppendOutcome[]): void {
    group.forEach(({ settle }, i) => settle(outcomes[i] as AppendOutcome));
    this.onCommit(group.length);
  }

  private here(): LogWriter {
    return (this.writer ??= new LogWriter(this.settings));
  }

  private goToThread(): void {
    if (this.closed) return;
    this.starting ??= WriterThread.start(() => this.threadLost()).then(
      (thread) => void (this.thread = thread),
      // If no worker can be started, the writer stays in this thread: that is not an error.
      () => undefined,
    );
    if (this.thread === undefined) return;
    this.writer?.close();
    this.writer = undefined;
    this.inThread = true;
    this.calmGroups = 0;
    void this.thread.call({ call: 'open', settings: this.settings }).catch(() => undefined);
  }

  private async leaveThread(thread: WriterThread): Promise<void> {
    this.leaving = true;
    try {
      await thread.call({ call: 'close' });
      this.inThread = false;
    } finally {
      this.leaving = false;
    }
  }

  private threadLost(): void {
    this.thread = undefined;
    this.starting = undefined;
    this.inThread = false;
  }
}
