/** JSON Schema (draft 2020-12) of all input, generated from the decorators that check it. */
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { SPECS, type Fields, type PersonalFileEventType, type Text, type UnitEvent } from '@rt/domain';
import { OpenFileDto } from './command-input';
import { CONSTRAINTS, type ConstraintName, type DtoClass, type JsonSchema } from './constraints';
import { definitionOf, type PayloadDefinition } from './definitions';
import { dtoOf } from './dto';
import type { InputPresence, FieldTexts } from './fields';
import { StepInputDto } from './step-input';
import { UnitEventDto, unitEventOf } from './unit/unit.dto';

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** The schema of one handling step, as `Handling.record` accepts it. */
export const schemaOf = (type: PersonalFileEventType): JsonSchema => {
  const schema = ofEvent(StepInputDto, type, definitionOf(type));
  switch (SPECS[type].caseId) {
    case 'required':
      return { ...schema, required: [...schema.required, 'caseId'] };
    case 'self': {
      // The payload contains the case id.
      const { caseId: _, ...properties } = schema.properties;
      return { ...schema, properties };
    }
    case 'optional':
      return schema;
  }
};

/** The schema of one event of a unit, as `Handling.recordInUnit` accepts it. */
export const unitSchemaOf = (type: UnitEvent['type']): JsonSchema =>
  ofEvent(UnitEventDto, type, unitEventOf(type));

/** The schema of the body that `Handling.openFile` accepts. */
export const openingSchema = (): JsonSchema =>
  document(definitionOf('PersonalFileOpened').title, ofClass(OpenFileDto));

/** The schema of a body that is not a handling step. `inputOf` checks it. */
export const inputSchemaOf = (title: Text, fields: Fields): JsonSchema =>
  document(title, ofClass(dtoOf(fields, 'Input')));

const ofEvent = (envelope: DtoClass, type: string, { title, day, dto }: PayloadDefinition): ObjectSchema => {
  const { properties, ...rest } = ofClass(envelope);
  const { type: typeField, occurredOn, data } = properties;
  return document(title, {
    ...rest,
    properties: {
      ...properties,
      type: { ...titlesOf(typeField), const: type },
      ...(occurredOn && { occurredOn: { ...(day && { 'x-help': day }), ...occurredOn } }),
      data: { ...titlesOf(data), ...ofClass(dto) },
    },
  });
};

const titlesOf = ({ title, 'x-title': both }: JsonSchema = {}): JsonSchema => ({ title, 'x-title': both });

const document = (title: Text, schema: ObjectSchema): ObjectSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: title.en,
  'x-title': title,
  ...schema,
});

/** The schema of a DTO, with the schemas of its inner classes inline. */
const ofClass = (dto: DtoClass): ObjectSchema => {
  const {
    properties = {},
    required = [],
    oneOf,
  } = targetConstructorToSchema(dto, {
    additionalConverters: converters,
  }) as Partial<ObjectSchema>;
  if (oneOf !== undefined) return { oneOf } as JsonSchema as ObjectSchema;
  return { type: 'object', properties, required, additionalProperties: false };
};

const ofField = (name: ConstraintName, { constraints }: ValidationMetadata): JsonSchema => {
  const [argument, presence, said] = constraints as [never, InputPresence, FieldTexts];
  const { schema, wants } = CONSTRAINTS[name];
  const { type: inner } = (argument ?? {}) as { readonly type?: () => DtoClass };
  const own = schema(argument);
  const whole =
    inner === undefined ? own : name === 'object' ? ofClass(inner()) : { ...own, items: ofClass(inner()) };
  const description = `${wants(argument).en}${presence === 'made' ? '; made when left out' : ''}`;
  const labels = {
    title: said.label.en,
    'x-title': said.label,
    ...(said.help && { 'x-help': said.help }),
    ...(said.codes && { 'x-codes': said.codes }),
  };
  return presence === 'nullable' || presence === 'either'
    ? { ...labels, anyOf: [whole, { type: 'null' }], description: `${description}, or null` }
    : { ...labels, ...whole, description };
};

type Converters = NonNullable<Parameters<typeof targetConstructorToSchema>[1]>['additionalConverters'];

/** One converter per constraint. Other decorators (nesting, conditions) add nothing to the schema. */
const converters = Object.fromEntries([
  ...(Object.keys(CONSTRAINTS) as ConstraintName[]).map((name) => [
    name,
    (metadata: ValidationMetadata) => ofField(name, metadata),
  ]),
  ['nestedValidation', {}],
]) as Converters;
