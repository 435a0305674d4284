import { fileAt, takenOutAt } from '@rt/domain';
import { EXIT, WrongUsage } from '../exit';
import { printDecisionMarks, printEvents, printTakenOut } from '../file-screen';
import { reading } from '../house';
import { fileMeant } from '../meant';
import type { Work } from '../run';
import type { Registration } from './registration';

export const historyCommand: Registration = (program, run) =>
  void program
    .command('history')
    .description(
      'every entry of a personal file as it was recorded, those that were corrected or taken out too',
    )
    .argument('<file>', 'the id of the file or of a case, or a case number')
    .action(run(history));

const history: Work<object> = (context, _, [given]) =>
  reading(context, async (opened) => {
    const { files, logAccess } = opened;
    const { output } = context;
    const fileId = await fileMeant(opened, '<file>', given);
    await logAccess({ purpose: 'administration', action: 'history', fileId });
    const loaded = await files.find(fileId);
    if (loaded === undefined)
      throw new WrongUsage(
        'There is no personal file with that id (or it has been erased); `search` finds one by name.',
      );
    const { recorded } = loaded;
    const takenOut = takenOutAt(recorded);
    if (output.json) output.document({ fileId, events: recorded, takenOut });
    else {
      printEvents(output, recorded);
      printTakenOut(output, takenOut);
      printDecisionMarks(output, fileAt(recorded));
    }
    return EXIT.well;
  });
