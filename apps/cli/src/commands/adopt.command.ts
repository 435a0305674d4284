import { randomUUID } from 'node:crypto';
import { TITLES } from '@rt/domain';
import { working } from '../house';
import { EXIT } from '../exit';
import { readJson } from '../json-input';
import { operatorAt, PLACE_OPTIONS, placeFrom, type PlaceOptions } from '../operator';
import type { Work } from '../run';
import type { Registration } from './registration';

export const adoptCommand: Registration = (program, run) =>
  void program
    .command('adopt')
    .description(
      "adopt the municipality's settings from standard input: a rule's parameters, a paused rule, measures, life areas, lawful grounds of contacts",
    )
    .option(...PLACE_OPTIONS.board)
    .option(...PLACE_OPTIONS.unit)
    .option('--key <key>', 'idempotency key: the same key again is the same adoption')
    .action(run(adopt));

const adopt: Work<PlaceOptions & { readonly key?: string }> = async (context, options) => {
  const { output, settings, stdin } = context;
  const settingsAdopted = await readJson(stdin);
  const { boardId, unitId } = placeFrom(options, settings);
  return working(context, 'write', async ({ handling }) => {
    const actor = operatorAt(settings.operator, unitId, boardId);
    const answer = await handling.adopt(actor, options.key ?? randomUUID(), settingsAdopted);
    if (output.json) output.document(answer);
    else
      for (const { type, eventId } of answer.events)
        output.line(`${output.say(TITLES[type as keyof typeof TITLES])}  ${eventId}`);
    return EXIT.well;
  });
};
