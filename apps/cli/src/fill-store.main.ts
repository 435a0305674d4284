/**
 * Fills a store for the bench in a process of its own, so that the measured process has not written anything: `fill-store.main <folder> <files>
 * <eventsPerFile>`.
 */
import { houseSettingsFrom, openHouse } from '@rt/composition';
import { fillStore } from '@rt/read-models/bench';

const fill = async (folder: string, files: number, eventsPerFile: number): Promise<void> => {
  const house = await openHouse(houseSettingsFrom({}, folder), { mode: 'write' });
  await fillStore(house.store, { files, eventsPerFile }, (done) =>
    process.stderr.write(`filling: ${done}\n`),
  );
  await house.close();
};

const [folder = '', files, eventsPerFile] = process.argv.slice(2);
void fill(folder, Number(files), Number(eventsPerFile));
