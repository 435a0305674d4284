import { FolderNotEmpty, restoreHouse } from '@rt/composition';
import { NotAProof } from '@rt/proof';
import path from 'node:path';
import { EXIT, WrongUsage } from '../exit';
import { readNote } from '../checkpoint-input';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

export const restoreCommand: Registration = (program, run) =>
  void program
    .command('restore')
    .description('put a backup into an empty data folder, and prove that what was restored verifies')
    .argument('<folder>', 'the place of backups (its newest copy), or one `events-…` folder in it')
    .option(
      '--checkpoint <file>',
      'the newest checkpoint: what it says was destroyed since the copy is destroyed again',
    )
    .action(run(restore));

const restore: Work<{ readonly checkpoint?: string }> = async ({ settings, output }, options, [given]) => {
  const { dataDir } = settings.house;
  const { manifest, verification } = await restoreHouse(settings.house, path.resolve(given as string), {
    ...(options.checkpoint !== undefined && { checkpoint: readNote('--checkpoint', options.checkpoint) }),
    recordedBy: settings.operator,
    onProgress: ({ events }) => output.progress({ sv: 'Granskade händelser', en: 'Events verified' }, events),
  }).catch((error: unknown) => {
    if (error instanceof FolderNotEmpty || error instanceof NotAProof) throw new WrongUsage(error.message);
    throw error;
  });
  if (output.json) output.document({ folder: dataDir, madeAt: manifest.madeAt, ...verification });
  else
    output.line(
      output.say({
        sv: `${counted(verification.events, 'event').sv} i ${counted(verification.streams, 'stream').sv} ${verification.events === 1 ? 'återställd' : 'återställda'} till ${dataDir}; kedjan är hel mot säkerhetskopians kontrollpunkt (${manifest.madeAt}).`,
        en: `${counted(verification.events, 'event').en} in ${counted(verification.streams, 'stream').en} restored to ${dataDir}; the chain is whole against the backup's checkpoint (${manifest.madeAt}).`,
      }),
    );
  return EXIT.well;
};
