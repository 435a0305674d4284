import { DataFolderUnusable } from '../port';
import { openSqliteEventStore } from './open';

/** A process of its own that opens a store, says how it went and waits to be ended: `<folder> <mode>`. */
const [folder = '', mode = ''] = process.argv.slice(2);

const run = async (): Promise<void> => {
  await openSqliteEventStore({
    folder,
    mode: mode as 'write' | 'read',
    clock: { now: () => new Date().toISOString() },
  });
  process.stdout.write('open\n');
  setInterval(() => undefined, 60_000);
};

run().catch((error: unknown) => {
  const text = error instanceof DataFolderUnusable ? `${error.reason} ${error.message}` : String(error);
  process.stdout.write(`${text}\n`);
});
