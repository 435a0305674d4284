import { lagOf, rebuild } from '@rt/read-models';
import { EXIT } from '../exit';
import { HEALING, inHouse, reportTo } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

export const rebuildCommand: Registration = (program, run) =>
  void program
    .command('rebuild')
    .description(
      'make all read models anew from the events; the old ones answer until the new ones are whole',
    )
    .action(run(rebuildAll));

const rebuildAll: Work<object> = (context) =>
  inHouse(context, 'read', async ({ store, files, ruleset, readModels }) => {
    const { output } = context;
    const work = { store, files, ruleset, db: await readModels() };
    await rebuild({ ...work, ...HEALING, onProgress: reportTo(output) });
    const models = await lagOf(work);
    if (output.json) output.document({ models });
    else
      output.table(
        [
          { sv: 'Lista', en: 'Read model' },
          { sv: 'Händelser efter', en: 'Events behind' },
        ],
        models.map(({ model, eventsBehind }) => [model, eventsBehind]),
      );
    return EXIT.well;
  });
