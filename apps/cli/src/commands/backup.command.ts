import { FolderNotEmpty } from '@rt/composition';
import path from 'node:path';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

export const backupCommand: Registration = (program, run) =>
  void program
    .command('backup')
    .description(
      'copy the events into a new folder of a place of backups and replace the wrapped keys there, while the system runs; never the master key or the signing key',
    )
    .argument('<folder>', 'the place of backups: empty, new, or the one that was named before')
    .action(run(backup));

const backup: Work<object> = (context, _, [given]) =>
  inHouse(context, 'read', async (house) => {
    const { output } = context;
    const place = path.resolve(given as string);
    const { folder, manifest } = await house.backup(place).catch((error: unknown) => {
      throw error instanceof FolderNotEmpty ? new WrongUsage(error.message) : error;
    });
    const { events, madeAt, files } = manifest;
    if (output.json) output.document({ place, folder, events, madeAt, files });
    else
      output.line(
        output.say({
          sv: `${counted(events, 'event').sv} ${events === 1 ? 'kopierad' : 'kopierade'} till ${folder}. Huvudnyckeln och signeringsnyckeln ingår inte: förvara kopior av dem på annat håll.`,
          en: `${events} events copied to ${folder}. The master key and the signing key are not in it: keep copies of them elsewhere.`,
        }),
      );
    return EXIT.well;
  });
