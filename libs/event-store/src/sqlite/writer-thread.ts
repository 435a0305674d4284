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

/** The writer in a thread of its own: calls are answered in the order they are made. */
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
    // A process that has nothing else to do may end; while a call is under way it stays.
    worker.unref();
  }

  /** `onLost` is told when the thread ends, asked to or not. */
  static start(onLost: (error: unknown) => void): Promise<WriterThread> {
    const worker = new Worker(join(__dirname, `log-writer${extname(__filename)}`), {
      workerData: { logWriter: true },
      // Run from its source (in tests), the file has no package that says what kind of module it is.
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
 * A group of requests in a few large values: handing over many small ones costs more than what is in them. Canonical envelopes hold no line
 * break and hashes are of one length, so both travel as one text.
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
