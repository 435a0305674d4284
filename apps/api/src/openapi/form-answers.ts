import { THING_KINDS } from '@rt/domain';
import type { JsonSchema } from '@rt/handling';
import { count, fields, flag, inBoth, listOf, oneOfWords, ref, text } from './schema-words';

const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });

const line = fields(
  {
    name: described(text, 'Name of the field in the request'),
    kind: described(text, 'What the field holds: text, day, code, id, part …'),
    label: inBoth,
    help: described(inBoth, 'What to write, where the label alone does not say it'),
    required: flag,
    none: described(flag, 'The field may be null, which says that there is none'),
    min: described(count, 'Least number, or least number of items in a list'),
    max: described(count, 'Greatest number, most characters of a text, or most items in a list'),
    notBefore: described(
      text,
      'Name of the field beside this one, or occurredOn, whose day this day may not precede',
    ),
    codes: described(listOf(fields({ code: text, label: inBoth })), 'What to choose from, in order'),
    choose: described(oneOfWords(THING_KINDS), 'The kind of things of the file to choose from'),
    list: described(flag, 'The field holds a list of what the line describes'),
    lines: described(listOf(ref('FormLine')), 'The lines of the object, or of each object in the list'),
    oneOf: described(listOf(listOf(text)), 'Exactly one of these groups of fields is filled in'),
  },
  ['help', 'none', 'min', 'max', 'notBefore', 'codes', 'choose', 'list', 'lines', 'oneOf'],
);

export const FORM_ANSWERS = {
  FormLine: line,
  StepSchema: {
    type: 'object',
    properties: {
      title: text,
      'x-title': inBoth,
      'x-form': described(
        listOf(ref('FormLine')),
        'The form of the same input, line by line in order, with labels and help',
      ),
    },
    required: ['title', 'x-title', 'x-form'],
    additionalProperties: true,
    description: 'A JSON Schema document, and beside it what a page needs to ask for the same input',
  },
} as const satisfies Record<string, JsonSchema>;
