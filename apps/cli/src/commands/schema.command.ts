import { EVENT_TYPES, stepOf, TITLES } from '@rt/domain';
import { openingDocument, openingSchema, schemaOf, stepDocument } from '@rt/handling';
import { EXIT, WrongUsage } from '../exit';
import type { Work } from '../run';
import type { Registration } from './registration';

export const schemaCommand: Registration = (program, run) =>
  void program
    .command('schema')
    .description(
      "JSON Schema of every event's input, of one type with its form (x-form); without a type and without --json: the list of types",
    )
    .argument('[type]', 'one event type, or `open` for what opens a personal file')
    .action(run(schema));

/** The event types that can be recorded. A file is opened by `rt open` instead, whose input is the person. */
const RECORDABLE = EVENT_TYPES.filter((type) => type !== 'PersonalFileOpened');

const schema: Work<object> = async ({ output }, _, [given]) => {
  if (given !== undefined)
    output.document(given === 'open' ? openingDocument() : stepDocument(typeFrom(given)));
  else if (output.json)
    output.document({
      open: openingSchema(),
      record: Object.fromEntries(RECORDABLE.map((type) => [type, schemaOf(type)])),
    });
  else
    output.table(
      [
        { sv: 'Steg', en: 'Step' },
        { sv: 'Typ', en: 'Type' },
        { sv: 'Vad', en: 'What' },
      ],
      RECORDABLE.map((type) => [stepOf(type), type, output.say(TITLES[type])]),
    );
  return EXIT.well;
};

const typeFrom = (given: string) => {
  const type = RECORDABLE.find((known) => known === given);
  if (type === undefined)
    throw new WrongUsage(`There is no event type «${given}» to record; \`schema\` lists them.`);
  return type;
};
