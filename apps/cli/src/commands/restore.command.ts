import { FolderNotEmpty, restoreHouse } from '@rt/composition';
import path from 'node:path';
import { EXIT, WrongUsage } from '../exit';
import type { Work } from '../run';
import type { Registration } from './registration';

export const restoreCommand: Registration = (program, run) =>
  void program
    .command('restore')
    .description('put a backup into an empty data folder, and prove that what was restored verifies')
    .argument('<folder>', 'the folder that `backup` filled')
    .action(run(restore));

const restore: Work<object> = async ({ settings, output }, _, [given]) => {
  const { dataDir } = settings.house;
  const { manifest, verification } = await restoreHouse(
    settings.house,
    path.resolve(given as string),
    ({ events }) => output.progress({ sv: 'Granskade händelser', en: 'Events verified' }, events),
  ).catch((error: unknown) => {
    throw error instanceof FolderNotEmpty ? new WrongUsage(error.message) : error;
  });
  if (output.json) output.document({ folder: dataDir, madeAt: manifest.madeAt, ...verification });
  else
    output.line(
      output.say({
        sv: `${verification.events} händelser i ${verification.streams} strömmar återställda till ${dataDir}; kedjan är hel mot säkerhetskopians kontrollpunkt (${manifest.madeAt}).`,
        en: `${verification.events} events in ${verification.streams} streams restored to ${dataDir}; the chain is whole against the backup's checkpoint (${manifest.madeAt}).`,
      }),
    );
  return EXIT.well;
};
