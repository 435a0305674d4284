import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  AppendOutcome,
  AppendRequest,
  PackedGroup,
  PackedOutcomes,
  WriterAnswer,
  WriterCall,
} from './log-writer';

interface Pending {
  readonly resolve: (answer: WriterAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The writer in a worker thread, which answers calls in the order in which they are made. */
export class WriterThread {
  private readonly pending: Pending[] = [];

  private constructor(
    private readonly worker: Worker,
    onLost: (error: unknown) => void,
  ) {
    worker.on('message', (answer: WriterAnswer) => {
      this.pending.shift()?.resolve(answer);
      if (this.pending.length === 0) worker.unref();
    });
    let reason: unknown;
    worker.on('error', (error) => (reason = error));
    worker.on('exit', () => {
      onLost(reason);
      for (const { reject } of this.pending.splice(0))
        reject(reason ?? new Error('the writer thread has ended'));
    });
    // An idle worker does not keep the process alive; a pending call does.
    worker.unref();
  }

  /** `onLost` is called when the worker ends, for whatever reason. */
  static start(onLost: (error: unknown) => void): Promise<WriterThread> {
    const worker = new Worker(join(__dirname, `log-writer${extname(__filename)}`), {
      workerData: { logWriter: true },
      // In tests the worker runs from its TypeScript source, and no package.json states its module type: Node would warn.
      execArgv: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
    });
    return new Promise((resolve, reject) => {
      worker.once('online', () => resolve(new WriterThread(worker, onLost)));
      worker.once('error', reject);
    });
  }

  call(call: WriterCall): Promise<WriterAnswer> {
    return new Promise((resolve, reject) => {
      this.worker.ref();
      this.pending.push({ resolve, reject });
      const bytes = 'sealed' in call ? [call.sealed.buffer] : [];
      this.worker.postMessage(call, bytes);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/**
 * Packs a group of requests into a few large values: many small ones cost more to send to the worker than the bytes in them. Canonical envelopes
 * contain no line break and all hashes have the same length, so each of them is sent as one string.
 */
export const packed = (requests: readonly AppendRequest[]): PackedGroup => {
  const events = requests.flatMap((request) => request.events);
  const sealed = new Uint8Array(events.reduce((size, event) => size + event.sealed.length, 0));
  let end = 0;
  const sealedEnds = events.map((event) => {
    sealed.set(event.sealed, end);
    return (end += event.sealed.length);
  });
  return {
    call: 'appendGroup',
    streams: requests.map(({ stream }) => stream),
    expectedRevisions: requests.map(({ expectedRevision }) => expectedRevision),
    eventCounts: requests.map((request) => request.events.length),
    hashes: events.map(({ hash }) => hash).join(''),
    envelopes: events.map(({ envelope }) => envelope).join('\n'),
    sealed,
    sealedEnds,
  };
};

export const outcomesOf = ({ firstPositions, others }: PackedOutcomes): AppendOutcome[] => {
  let next = 0;
  return firstPositions.map((firstPosition) =>
    firstPosition === 0 ? (others[next++] as AppendOutcome) : { is: 'stored', firstPosition },
  );
};
