import type { AccessEntry, AccessLog } from './access-log';

/** Where an entry goes before its answer may leave. */
export interface AccessWriter {
  /** Durable when it resolves. Rejects where it cannot be written: then nothing may be answered. */
  write(entry: AccessEntry): void | Promise<void>;
}

/**
 * Writes what arrives in one turn of the event loop with one commit: a commit waits for the disk, and readers who wait together
 * wait once. Where a batch fails, each entry is tried by itself, so that one that cannot be written holds up no other.
 */
export const batchedWriter = (log: Pick<AccessLog, 'write' | 'writeAll'>): AccessWriter => {
  let waiting: { entry: AccessEntry; settle: PromiseWithResolvers<void> }[] = [];

  const writeAlone = ({ entry, settle }: (typeof waiting)[number]) => {
    try {
      log.write(entry);
      settle.resolve();
    } catch (error) {
      settle.reject(error);
    }
  };

  const flush = () => {
    const batch = waiting;
    waiting = [];
    try {
      log.writeAll(batch.map(({ entry }) => entry));
    } catch {
      batch.forEach(writeAlone);
      return;
    }
    for (const { settle } of batch) settle.resolve();
  };

  return {
    write(entry) {
      const settle = Promise.withResolvers<void>();
      if (waiting.push({ entry, settle }) === 1) setImmediate(flush);
      return settle.promise;
    },
  };
};
