import { shape as s, THING_KINDS, type FormLine } from '@rt/domain';

const { described } = s;

/** A line may contain lines, so its type is declared in the domain. */
const lines = (): s.Shape<readonly FormLine[]> => s.listOf(s.refTo<FormLine>('FormLine'));

const line = s.fields(
  {
    name: described(s.text(), 'Name of the field in the request'),
    kind: described(s.text<FormLine['kind']>(), 'What the field holds: text, day, code, id, part …'),
    label: s.inBoth(),
    required: s.flag(),
  },
  {
    help: described(s.inBoth(), 'What to write, where the label alone does not say it'),
    none: described(s.flag(), 'The field may be null, which says that there is none'),
    min: described(s.count(), 'Least number, or least number of items in a list'),
    max: described(s.count(), 'Greatest number, most characters of a text, or most items in a list'),
    notBefore: described(
      s.text(),
      'Name of the field beside this one, or occurredOn, whose day this day may not precede',
    ),
    codes: described(
      s.listOf(s.fields({ code: s.text(), label: s.inBoth() })),
      'What to choose from, in order',
    ),
    choose: described(s.oneOf(THING_KINDS), 'The kind of things of the file to choose from'),
    creates: described(
      s.oneOf(THING_KINDS),
      'The kind of thing that each object of the list creates; a client may give its id',
    ),
    directory: described(
      s.text<NonNullable<FormLine['directory']>>(),
      'Whose id of the municipality’s directory it is: user, unit, provider …',
    ),
    list: described(s.flag(), 'The field holds a list of what the line describes'),
    lines: described(lines(), 'The lines of the object, or of each object in the list'),
    oneOf: described(s.listOf(s.listOf(s.text())), 'Exactly one of these groups of fields is filled in'),
  },
);

export const FORM_ANSWERS = {
  FormLine: line,
  StepSchema: s.described(
    {
      ...s.fields({
        title: s.text(),
        'x-title': s.inBoth(),
        'x-form': described(
          lines(),
          'The form of the same input, line by line in order, with labels and help',
        ),
      }),
      additionalProperties: true,
    },
    'A JSON Schema document, and beside it what a page needs to ask for the same input',
  ),
};
