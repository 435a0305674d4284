/** A process that fills a store for the bench and ends, so that the process that is measured has written nothing: `fill <folder> <files> <eventsPerFile>`. */
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { fillStore } from '@rt/read-models/bench';

const fill = async (folder: string, files: number, eventsPerFile: number): Promise<void> => {
  const clock = { now: () => new Date().toISOString() };
  const store = await openSqliteEventStore({ folder, clock, mode: 'write' });
  await fillStore(store, { files, eventsPerFile }, (done) => process.stderr.write(`filling: ${done}\n`));
  await store.close();
};

const [folder = '', files, eventsPerFile] = process.argv.slice(2);
void fill(folder, Number(files), Number(eventsPerFile));
