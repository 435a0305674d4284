import { EVENT_TYPES, type FormLine } from '@rt/domain';
import type { JsonSchema } from './constraints';
import { formOfStep, openingForm } from './form';
import { openingSchema, schemaOf } from './schema';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** The properties that a form has a line for. Ids of new things are generated, so a form has no line for them. */
const asked = ({ properties }: ObjectSchema): readonly (readonly [string, JsonSchema])[] =>
  Object.entries(properties).filter(
    ([name, schema]) => name !== 'type' && !/; made when left out$/.test(schema['description'] as string),
  );

/** The schema of a field without its `anyOf` with null. */
const whole = (schema: JsonSchema): JsonSchema =>
  (schema['anyOf'] as JsonSchema[] | undefined)?.[0] ?? schema;

const facts = (lines: readonly FormLine[]): object =>
  Object.fromEntries(
    lines.map(({ name, label, help, required, list, max, codes, kind, lines: inner }) => [
      name,
      {
        label,
        help,
        required,
        list: list ?? false,
        ...(max !== undefined && { max }),
        codes: kind === 'identity' ? undefined : codes?.map(({ code }) => code),
        ...(inner && { inner: facts(inner) }),
      },
    ]),
  );

const factsOfSchema = (schema: ObjectSchema): object =>
  Object.fromEntries(
    asked(schema).map(([name, field]) => {
      const own = whole(field);
      const list = own['type'] === 'array';
      const one = list ? (own['items'] as JsonSchema) : own;
      const max = own['maxItems'] ?? (list ? undefined : (one['maxLength'] ?? wholeMax(one)));
      return [
        name,
        {
          label: field['x-title'],
          help: field['x-help'],
          required: schema.required.includes(name),
          list,
          ...(max !== undefined && { max }),
          codes: one['enum'] && [...(one['enum'] as string[])],
          ...(one['properties'] !== undefined && {
            inner: factsOfSchema(one as unknown as ObjectSchema),
          }),
        },
      ];
    }),
  );

const wholeMax = (schema: JsonSchema): unknown =>
  schema['type'] === 'integer' ? schema['maximum'] : undefined;

describe('the form of a step', () => {
  it.each(EVENT_TYPES)('%s asks for what its schema allows, in the same order', (type) => {
    const schema = schemaOf(type) as unknown as ObjectSchema;
    const form = formOfStep(type);
    expect(form.map(({ name }) => name)).toEqual(asked(schema).map(([name]) => name));
    expect(facts(form)).toEqual(factsOfSchema(schema));
  });

  it('of an opened file is that of what opens it', () => {
    expect(facts(openingForm())).toEqual(factsOfSchema(openingSchema() as unknown as ObjectSchema));
  });

  it('says what a page needs to ask for an order', () => {
    const [occurredOn, , caseId, data] = formOfStep('OrderSent');
    expect(occurredOn).toMatchObject({
      name: 'occurredOn',
      required: true,
      help: { sv: expect.any(String) },
    });
    expect(caseId).toMatchObject({ name: 'caseId', required: true, choose: 'case' });
    const lines = data!.lines!;
    expect(lines.find(({ name }) => name === 'decisionId')).toMatchObject({ none: true, choose: 'decision' });
    expect(lines.find(({ name }) => name === 'to')).toMatchObject({ notBefore: 'from', required: false });
    expect(lines.find(({ name }) => name === 'form')!.codes![0]).toEqual({
      code: 'egenRegi',
      label: { sv: 'Egen regi', en: 'In-house' },
    });
  });

  it('names no case where the payload names it, and need not where it is optional', () => {
    const names = (type: 'CaseClosed' | 'NoteWritten') => formOfStep(type).map(({ name }) => name);
    expect(names('CaseClosed')).not.toContain('caseId');
    expect(formOfStep('NoteWritten').find(({ name }) => name === 'caseId')).toMatchObject({
      required: false,
    });
  });
});
