import { AccessLogBusy, type AccessEntry, type AccessLog } from './access-log';

/** Writes an entry of the access log before its answer leaves. */
export interface AccessWriter {
  /** Resolves when the entry is on disk. Rejects if the entry cannot be written; the caller must not answer then. */
  write(entry: AccessEntry): Promise<void>;
}

interface Waiting {
  readonly entry: AccessEntry;
  readonly settle: PromiseWithResolvers<void>;
}

/**
 * Writes all entries that arrive in one turn of the event loop with one commit, because every commit waits for the disk. Entries that arrive while a
 * batch is being written wait for the next batch. If a batch fails, each of its entries is written alone, so that a bad entry fails its own request
 * only. If the log is locked, all entries of the batch are rejected at once, so that no request waits for more than two batches.
 */
export const batchedWriter = (log: Pick<AccessLog, 'append'>): AccessWriter => {
  let waiting: Waiting[] = [];
  let flushing = false;

  const writeTogether = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await log.append(batch.map(({ entry }) => entry));
      for (const { settle } of batch) settle.resolve();
    } catch (error) {
      if (batch.length === 1 || error instanceof AccessLogBusy)
        for (const { settle } of batch) settle.reject(error);
      else for (const one of batch) await writeTogether([one]);
    }
  };

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeTogether(batch);
    }
    flushing = false;
  };

  return {
    write(entry) {
      const settle = Promise.withResolvers<void>();
      waiting.push({ entry, settle });
      if (!flushing) {
        flushing = true;
        setImmediate(() => void flush());
      }
      return settle.promise;
    },
  };
};
