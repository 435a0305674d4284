import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WriterAnswer, WriterCall } from './log-writer';

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
      if (call.call === 'appendGroup') {
        const { requests, bytes } = inOneBuffer(call.requests);
        this.worker.postMessage({ call: 'appendGroup', requests } satisfies WriterCall, [bytes.buffer]);
      } else this.worker.postMessage(call);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

type Requests = Extract<WriterCall, { call: 'appendGroup' }>['requests'];

/** Sealed bytes lie in buffers that are shared with others; they are moved together so that one buffer is handed over, not many copied. */
const inOneBuffer = (requests: Requests): { requests: Requests; bytes: Uint8Array<ArrayBuffer> } => {
  let size = 0;
  for (const { events } of requests) for (const { sealed } of events) size += sealed.length;
  const bytes = new Uint8Array(size);
  let end = 0;
  const moved = requests.map(({ stream, expectedRevision, events }) => ({
    stream,
    expectedRevision,
    events: events.map(({ id, type, envelope, hash, sealed }) => {
      bytes.set(sealed, end);
      end += sealed.length;
      return { id, type, envelope, hash, sealed: bytes.subarray(end - sealed.length, end) };
    }),
  }));
  return { requests: moved, bytes };
};
