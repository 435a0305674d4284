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
import { WriterThread } from './writer-thread';

/** Requests in one transaction at most: a bound on how long the first of them waits for the last. */
const groupRequestsMax = 512;
/** A group of this size shows a load under which a thread of its own pays: then sealing and writing go on side by side. */
const threadFromRequests = 16;
/** With an idle thread, this many requests need not wait for the rest of the turn. */
const earlyFromRequests = 32;

interface Waiting extends AppendRequest {
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Appends that arrive in the same turn, or while a commit runs, share the next transaction and its one flush to disk. The writer is here
 * until there is load, and in a thread of its own from then on; there is one connection that writes at any time.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private writer: LogWriter | undefined;
  private thread: WriterThread | undefined;
  private starting: Promise<void> | undefined;
  private underWay: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly settings: WriterSettings,
    private readonly onCommit: (appends: number) => void,
  ) {
    this.writer = new LogWriter(settings);
  }

  append(request: AppendRequest): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...request, settle: resolve, fail: reject });
      const isEarly =
        this.thread !== undefined && this.underWay === undefined && this.waiting.length >= earlyFromRequests;
      if (isEarly) this.commit();
      else this.schedule();
    });
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<AppendOutcome> {
    if (this.thread === undefined) return this.here().deleteStream(stream, expectedRevision);
    const [outcome] = outcomesOf(await this.thread.call({ call: 'deleteStream', stream, expectedRevision }));
    return outcome as AppendOutcome;
  }

  /** Everything that waits is written first. */
  async close(): Promise<void> {
    this.closed = true;
    await this.starting;
    while (this.waiting.length > 0 || this.underWay !== undefined) {
      this.commit();
      await this.underWay;
    }
    this.writer?.close();
    await this.thread?.call({ call: 'close' });
    await this.thread?.end();
  }

  private schedule(): void {
    if (this.scheduled || this.underWay !== undefined) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commit();
    });
  }

  private commit(): void {
    if (this.underWay !== undefined) return;
    const group = this.waiting.splice(0, groupRequestsMax);
    if (group.length === 0) return;
    if (this.thread !== undefined) this.underWay = this.commitInThread(this.thread, group);
    else {
      this.commitHere(group);
      if (group.length >= threadFromRequests) this.startThread();
    }
    if (this.waiting.length > 0) this.schedule();
  }

  private commitHere(group: readonly Waiting[]): void {
    try {
      this.settle(group, this.here().appendGroup(group));
    } catch (error) {
      for (const { fail } of group) fail(asUnusable(error, this.settings.file));
    }
  }

  private async commitInThread(thread: WriterThread, group: readonly Waiting[]): Promise<void> {
    let answer: WriterAnswer;
    try {
      answer = await thread.call({ call: 'appendGroup', requests: group });
    } catch (cause) {
      // The thread is gone, and with it the knowledge whether it had committed.
      for (const { stream, fail } of group) fail(new OutcomeUnknown(stream, { cause }));
      return this.next();
    }
    this.next();
    if ('error' in answer) for (const { fail } of group) fail(asUnusable(answer.error, this.settings.file));
    else this.settle(group, answer.outcomes);
  }

  private next(): void {
    this.underWay = undefined;
    this.commit();
  }

  private settle(group: readonly Waiting[], outcomes: readonly AppendOutcome[]): void {
    group.forEach(({ settle }, i) => settle(outcomes[i] as AppendOutcome));
    this.onCommit(group.length);
  }

  private here(): LogWriter {
    return (this.writer ??= new LogWriter(this.settings));
  }

  /** Without a thread everything goes on here, so that none can be started is no fault. */
  private startThread(): void {
    if (this.starting !== undefined || this.closed) return;
    this.starting = WriterThread.start(() => (this.thread = undefined)).then(
      (thread) => {
        this.writer?.close();
        this.writer = undefined;
        this.thread = thread;
        void thread.call({ call: 'open', settings: this.settings });
      },
      () => undefined,
    );
  }
}

const outcomesOf = (answer: WriterAnswer): readonly AppendOutcome[] => {
  if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error);
  return answer.outcomes;
};
