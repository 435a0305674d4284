import { randomUUID } from 'node:crypto';
import { working, type Working } from '../house';
import { EXIT, WrongUsage } from '../exit';
import { readJson } from '../json-input';
import { operatorAt, PLACE_OPTIONS, placeFrom, type PlaceOptions } from '../operator';
import type { Work } from '../run';
import type { Registration } from './registration';

interface OpenOptions extends PlaceOptions {
  readonly key?: string;
  readonly demo?: boolean;
}

export const openCommand: Registration = (program, run) =>
  void program
    .command('open')
    .description(
      'open a personal file: { "person": { … } } on standard input (see `schema PersonalFileOpened`)',
    )
    .option(...PLACE_OPTIONS.board)
    .option(...PLACE_OPTIONS.unit)
    .option('--key <key>', 'idempotency key: the same key again opens the same file')
    .option('--demo', 'in a new data folder: mark it as one with demo data, whose clock RT_NOW may set')
    .action(run(open));

const open: Work<OpenOptions> = async (context, options) => {
  const { output, settings, stdin } = context;
  const input = await readJson(stdin);
  if (input === null || typeof input !== 'object' || Array.isArray(input))
    throw new WrongUsage('The input must be one JSON object: { "person": { … } }.');
  const { boardId, unitId } = placeFrom(options, settings);
  const work = async ({ handling }: Working): Promise<number> => {
    const actor = operatorAt(settings.operator, unitId, boardId);
    const { fileId } = await handling.openFile(actor, options.key ?? randomUUID(), input);
    if (output.json) output.document({ fileId });
    else
      output.line(output.say({ sv: `Personakt öppnad: ${fileId}`, en: `Personal file opened: ${fileId}` }));
    return EXIT.well;
  };
  return working(context, 'write', work, { demo: options.demo === true });
};
