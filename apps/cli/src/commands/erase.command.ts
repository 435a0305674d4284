import { erasureObstacles, lastEntryOn, type FileId, type LocalDate, type Text } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { REFUSAL_TEXTS } from '@rt/handling';
import { idFrom } from '../arguments';
import { EXIT } from '../exit';
import { working } from '../house';
import { operatorAt, PLACE_OPTIONS, placeFrom, type PlaceOptions } from '../operator';
import type { Output } from '../output';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

interface EraseOptions extends PlaceOptions {
  readonly ground: string;
  readonly yes?: boolean;
}

export const eraseCommand: Registration = (program, run) =>
  void program
    .command('erase')
    .description('erase a personal file for good (gallring), with its keys; five years after its last entry')
    .argument('<file>', 'the id of the file')
    .requiredOption('--ground <text>', 'the section or decision; never anything about the person')
    .option('--yes', 'erase it; without this the command only says what it would erase')
    .option(...PLACE_OPTIONS.board)
    .option(...PLACE_OPTIONS.unit)
    .action(run(erase));

const erase: Work<EraseOptions> = async (context, options, [given]) => {
  const { output, settings } = context;
  const fileId = idFrom('<file>', given) as FileId;
  const { ground } = options;
  const { boardId, unitId } = placeFrom(options, settings);
  return working(context, 'write', async ({ handling, files, today, logAccess }) => {
    await logAccess({
      purpose: 'administration',
      action: 'erase',
      fileId,
      scope: options.yes === true ? 'erase' : 'preview',
    });
    const loaded = await files.find(fileId);
    if (loaded !== undefined && !output.json) preview(output, loaded, ground, today);
    if (loaded !== undefined && options.yes !== true) {
      output.notice(output.say(ASKS_FOR_YES));
      return EXIT.wrongUsage;
    }
    const erased = await handling.erase(operatorAt(settings.operator, unitId, boardId), { fileId, ground });
    if (output.json) output.document(erased);
    else
      output.line(
        output.say({
          sv: `Personakten ${fileId} är gallrad. Grund: ${erased.ground}. Uppgiften om gallringen: ${erased.eventId}`,
          en: `Personal file ${fileId} has been erased. Ground: ${erased.ground}. The record of the erasure: ${erased.eventId}`,
        }),
      );
    return EXIT.well;
  });
};

/** Says what would be erased, without any content of the file. */
const preview = (
  output: Output,
  { fileId, recorded }: LoadedFile,
  ground: string,
  today: LocalDate,
): void => {
  const last = lastEntryOn(recorded) ?? '–';
  const events = recorded.length;
  output.line(
    output.say({
      sv: `Personakt ${fileId}: ${counted(events, 'event').sv}, den sista anteckningen gjord ${last}. Grund: ${ground}`,
      en: `Personal file ${fileId}: ${events} events, the last entry made on ${last}. Ground: ${ground}`,
    }),
  );
  for (const { code, details } of erasureObstacles(recorded, today))
    output.line(output.say(REFUSAL_TEXTS[code](details ?? {})));
};

const ASKS_FOR_YES: Text = {
  sv: 'Inget är gallrat. Gallringen går inte att ångra, och programmet prövar inte lagens undantag (SoL 16 kap. 2–4 §§, LSS 21 d §). Kör kommandot igen med --yes för att gallra akten.',
  en: 'Nothing has been erased. Erasing cannot be undone, and the program does not examine the exceptions of the law (SoL 16:2–4, LSS 21 d). Run the command again with --yes to erase the file.',
};
