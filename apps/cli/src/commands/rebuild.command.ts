import { lagOf, rebuild } from '@rt/read-models';
import { openReadModels, openStore, reportTo } from '../composition';
import { EXIT } from '../exit';
import type { Work } from '../run';
import type { Registration } from './registration';

export const rebuildCommand: Registration = (program, run) =>
  void program
    .command('rebuild')
    .description(
      'make all read models anew from the events; the old ones answer until the new ones are whole',
    )
    .action(run(rebuildAll));

const rebuildAll: Work<object> = async ({ settings, output }) => {
  const store = await openStore(settings, 'read');
  try {
    const db = await openReadModels(settings);
    try {
      await rebuild({ store, db, onProgress: reportTo(output) });
      const models = await lagOf({ store, db });
      if (output.json) output.document({ models });
      else
        output.table(
          [
            { sv: 'Läsmodell', en: 'Read model' },
            { sv: 'Händelser efter', en: 'Events behind' },
          ],
          models.map(({ model, eventsBehind }) => [model, eventsBehind]),
        );
      return EXIT.well;
    } finally {
      await db.close();
    }
  } finally {
    await store.close();
  }
};
