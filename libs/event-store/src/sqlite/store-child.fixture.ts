import { DataFolderUnusable } from '../port';
import { dropRightsOfRoot } from '../rights.fixture';
import { openSqliteEventStore } from './open';

/** A child process that opens a store, prints the outcome and waits to be killed. Arguments: `<folder> <mode> [withoutRights]`. */
const [folder = '', mode = '', rights] = process.argv.slice(2);

const run = async (): Promise<void> => {
  if (rights === 'withoutRights') dropRightsOfRoot();
  await openSqliteEventStore({
    folder,
    mode: mode as 'write' | 'read',
    clock: { now: () => new Date().toISOString() },
  });
  process.stdout.write('open\n');
  setInterval(() => undefined, 60_000);
};

run().catch((error: unknown) => {
  if (!(error instanceof DataFolderUnusable)) throw error;
  process.stdout.write(`${error.reason} ${error.message}\n`);
});
