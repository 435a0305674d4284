import { FolderNotEmpty, restoreHouse } from '@rt/composition';
import { NotAProof } from '@rt/proof';
import path from 'node:path';
import type { Text } from '@rt/domain';
import { EXIT, WrongUsage } from '../exit';
import { readNote } from '../checkpoint-input';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

export const restoreCommand: Registration = (program, run) =>
  void program
    .command('restore')
    .description(
      'put a backup into an empty data folder, check every file against its signed manifest, and prove that what was restored verifies',
    )
    .argument('<folder>', 'the place of backups (its newest copy), or one `events-…` folder in it')
    .option(
      '--checkpoint <file>',
      'the newest checkpoint: what it says was destroyed since the copy is destroyed again',
    )
    .action(run(restore));

const restore: Work<{ readonly checkpoint?: string }> = async ({ settings, output }, options, [given]) => {
  const { dataDir } = settings.house;
  const { manifest, verification, uncovered } = await restoreHouse(
    settings.house,
    path.resolve(given as string),
    {
      ...(options.checkpoint !== undefined && { checkpoint: readNote('--checkpoint', options.checkpoint) }),
      recordedBy: settings.operator,
      onProgress: ({ events }) =>
        output.progress({ sv: 'Granskade händelser', en: 'Events verified' }, events),
    },
  ).catch((error: unknown) => {
    if (error instanceof FolderNotEmpty || error instanceof NotAProof) throw new WrongUsage(error.message);
    throw error;
  });
  if (output.json) output.document({ folder: dataDir, madeAt: manifest.madeAt, ...verification, uncovered });
  else {
    output.line(
      output.say({
        sv: `${counted(verification.events, 'event').sv} i ${counted(verification.streams, 'stream').sv} ${verification.events === 1 ? 'återställd' : 'återställda'} till ${dataDir}; allt är som säkerhetskopian undertecknades (${manifest.madeAt}).`,
        en: `${counted(verification.events, 'event').en} in ${counted(verification.streams, 'stream').en} restored to ${dataDir}; everything is as the backup was signed (${manifest.madeAt}).`,
      }),
    );
    if (manifest.version !== 3) output.notice(output.say(earlier(uncovered)));
  }
  return EXIT.well;
};

/** @param files restored, although no signature covers them */
const earlier = (files: readonly string[]): Text => {
  const list = files.length === 0 ? '–' : files.join(', ');
  return {
    sv: `Säkerhetskopian är gjord av en äldre version, som undertecknade bara händelserna. Följande kom tillbaka som det låg: ${list}. Granska det mot en kontrollpunkt som har förvarats på annat håll (rt verify --checkpoint).`,
    en: `An earlier version made this backup, and signed the events only. The following came back as it lay there: ${list}. Compare it with a checkpoint that was kept elsewhere (rt verify --checkpoint).`,
  };
};
