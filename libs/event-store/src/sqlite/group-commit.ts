import type { StreamName } from '../port';
import { asUnusable } from '../database-fault';
import type { DurableMark } from './durable-mark';
import { recordedAtIn } from './last-recorded';
import { LogWriter, type AppendOutcome, type AppendRequest, type WriterSettings } from './log-writer';

/** The most requests in one transaction. It limits how long the first request waits for the last. */
const groupRequestsMax = 512;

interface Waiting extends AppendRequest {
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Appends that arrive in the same turn of the event loop share one transaction and its one flush to disk. The writer runs in this thread: in a worker
 * thread it was slower on every load that was measured, because each event has to be copied there.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private readonly writer: LogWriter;
  private scheduled = false;

  constructor(
    private readonly settings: WriterSettings,
    private readonly onCommit: (appends: number) => void,
    private readonly mark?: DurableMark,
  ) {
    this.writer = new LogWriter(settings);
  }

  append(request: AppendRequest): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      const { stream, expectedRevision, events } = request;
      this.waiting.push({ stream, expectedRevision, events, settle: resolve, fail: reject });
      this.schedule();
    });
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<AppendOutcome> {
    return this.writer.deleteStream(stream, expectedRevision);
  }

  /** Writes all waiting requests before it closes. */
  close(): void {
    while (this.waiting.length > 0) this.commit();
    this.writer.close();
    this.mark?.close();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commit();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commit(): void {
    const group = this.waiting.splice(0, groupRequestsMax);
    if (group.length === 0) return;
    try {
      const outcomes = this.writer.appendGroup(group);
      this.moveMark();
      group.forEach(({ settle }, i) => settle(outcomes[i] as AppendOutcome));
      this.onCommit(group.length);
    } catch (error) {
      for (const { fail } of group) fail(asUnusable(error, this.settings.file));
    }
  }

  /** The events are durable now, and not answered yet. If the mark cannot be written, they are stored all the same; the next group moves it. */
  private moveMark(): void {
    const { lastWritten } = this.writer;
    if (lastWritten === undefined) return;
    try {
      const { position, hash, envelope } = lastWritten;
      this.mark?.write({ position, hash, recordedAt: recordedAtIn(envelope) ?? '' });
    } catch {
      return;
    }
  }
}
