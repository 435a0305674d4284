import { DataFolderUnusable, type StoreOrder } from '@rt/event-store';
import type { Evidence } from '@rt/evidence';

/**
 * What is done before a store is written to: its tree is checked against what was signed, and events of the first seal get a checkpoint at once. Until then
 * whoever can write in the folder could move their days and compute the hashes again.
 * @throws DataFolderUnusable
 */
export const beginWriting = async (store: StoreOrder, evidence: () => Promise<Evidence>): Promise<void> => {
  try {
    const opened = await evidence();
    if ((await opened.sinceLast()).madeAt === undefined && (await isOfFirstSeal(store)))
      await opened.checkpoint();
  } catch (error) {
    // A damaged tree keeps nobody from recording. The thread that follows the store and `verify` report it.
    if (!(error instanceof DataFolderUnusable) || error.reason !== 'corrupt') throw error;
  }
};

/** The first event is the oldest. A damaged envelope is reported when it is read. */
const isOfFirstSeal = async (store: StoreOrder): Promise<boolean> => {
  for await (const [first] of store.readOrder())
    return first !== undefined && !first.envelope.includes('"seal":2');
  return false;
};
