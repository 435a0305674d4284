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

/** Requests in one transaction at most: a bound on how long the first of them waits for the last. */
const groupRequestsMax = 512;
/** A group of this size shows a load under which a thread of its own pays: then sealing and writing go on side by side. */
const busyFromRequests = 16;
/** After so many groups in a row that were not even a quarter of that, the way to the thread costs more than it saves. */
const calmGroupsMax = 32;
/** So many requests need not wait for the rest of the turn, nor for the thread to be idle. */
const earlyFromRequests = 32;
/** Groups handed to the thread at most: while it writes one, the next lies there already, and neither core waits for the other. */
const groupsUnderWayMax = 2;

interface Waiting extends AppendRequest {
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Appends that arrive in the same turn, or while a commit runs, share the next transaction and its one flush to disk. The writer is in this
 * thread, and under load in one of its own; there is never more than one connection that writes.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private scheduled = false;
  /** Groups that the thread has been given, in the order in which it answers. */
  private readonly underWay: Promise<void>[] = [];
  private leaving = false;
  private writer: LogWriter | undefined;
  private thread: WriterThread | undefined;
  private starting: Promise<void> | undefined;
  private calmGroups = 0;
  private closed = false;
  /** True while the thread has the writer. */
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

  /** Everything that waits is written first. */
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

  /** A small group waits until the thread is idle: meanwhile it may grow, and shares one flush to disk. */
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
      // The thread is gone, and with it the knowledge whether it had committed.
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
      // Without a thread everything goes on here, so that none can be started is no fault.
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
