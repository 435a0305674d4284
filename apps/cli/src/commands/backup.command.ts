import path from 'node:path';
import { FolderNotEmpty, openStore } from '../composition';
import { EXIT, WrongUsage } from '../exit';
import type { Work } from '../run';
import type { Registration } from './registration';

export const backupCommand: Registration = (program, run) =>
  void program
    .command('backup')
    .description(
      'copy events and wrapped keys into an empty folder while the system runs; never the master key or the signing key',
    )
    .argument('<folder>', 'an empty folder, or one that does not exist')
    .action(run(backup));

const backup: Work<object> = async ({ settings, output }, _, [folder]) => {
  const target = path.resolve(folder as string);
  const store = await openStore(settings, 'read');
  try {
    const manifest = await store.backup(target).catch((error: unknown) => {
      throw error instanceof FolderNotEmpty ? new WrongUsage(error.message) : error;
    });
    if (output.json)
      output.document({
        folder: target,
        events: manifest.events,
        madeAt: manifest.madeAt,
        files: manifest.files,
      });
    else
      output.line(
        output.say({
          sv: `${manifest.events} händelser kopierade till ${target}. Huvudnyckeln och signeringsnyckeln ingår inte: förvara kopior av dem på annat håll.`,
          en: `${manifest.events} events copied to ${target}. The master key and the signing key are not in it: keep copies of them elsewhere.`,
        }),
      );
    return EXIT.well;
  } finally {
    await store.close();
  }
};
