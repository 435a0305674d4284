import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './constraints';

/** Twelve digits with a correct check digit: the Luhn sum of the last ten (SKV 704). Serial numbers from 980 belong to no real person. */
const numberOfIdentity = (dayAdded: number): Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: 1900, max: 2025 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      serial: fc.integer({ min: 980, max: 999 }),
    })
    .map(({ year, month, day, serial }) => {
      const pad = (value: number, length: number): string => String(value).padStart(length, '0');
      const digits = `${pad(year, 4)}${pad(month, 2)}${pad(day + dayAdded, 2)}${pad(serial, 3)}`;
      const sum = [...digits.slice(2)]
        .map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1))
        .reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
      return `${digits}${(10 - (sum % 10)) % 10}`;
    });

const day = (): Arbitrary<string> =>
  fc
    .date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2200-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

const formats: Readonly<Record<string, () => Arbitrary<string>>> = {
  uuid: () => fc.uuid(),
  date: day,
  personnummer: () => numberOfIdentity(0),
  samordningsnummer: () => numberOfIdentity(60),
};

/**
 * Text with letters of all kinds, line breaks and characters outside the basic plane. It avoids texts that only the description of the schema
 * forbids.
 */
const text = (schema: JsonSchema): Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...'abcåäö ABC-.,\n\t') },
        { weight: 1, arbitrary: fc.constantFrom('é', '𝒳', '👩‍🦽', '«', 'ß', '‮') },
      ),
      minLength: 0,
      maxLength: Math.min(40, (schema['maxLength'] as number) - 1),
    })
    .map((some) => `${some.slice(0, 35).toWellFormed()}.`);

/** Values that a schema of this library allows. Supports only the keywords that `schema.ts` writes. */
export const arbitraryFromSchema = (schema: JsonSchema): Arbitrary<unknown> => {
  const alternatives = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (alternatives) return fc.oneof(...alternatives.map(arbitraryFromSchema));
  if ('const' in schema) return fc.constant(schema['const']);
  if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as string[]));
  switch (schema['type']) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({
        min: schema['minimum'] as number,
        max: Math.min(schema['maximum'] as number, 1e9),
      });
    case 'number':
      return fc
        .integer({ min: 0, max: ((schema['maximum'] as number | undefined) ?? 1000) * 100 })
        .map((cents) => cents / 100);
    case 'array':
      return (schema['uniqueItems'] ? fc.uniqueArray : fc.array)(
        arbitraryFromSchema(schema['items'] as JsonSchema),
        { minLength: (schema['minItems'] as number | undefined) ?? 0, maxLength: 4 },
      );
    case 'object':
      return object(schema);
    case 'string': {
      const format = formats[(schema['format'] as string | undefined) ?? ''];
      if (format) return format();
      return 'maxLength' in schema
        ? text(schema)
        : fc.stringMatching(new RegExp(schema['pattern'] as string, 'u'));
    }
    default:
      throw new Error(`no values for the schema ${JSON.stringify(schema)}`);
  }
};

const object = (schema: JsonSchema): Arbitrary<unknown> => {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (properties === undefined) {
    const { propertyNames, additionalProperties } = schema as { [keyword: string]: JsonSchema | undefined };
    return propertyNames && additionalProperties
      ? fc.dictionary(
          arbitraryFromSchema(propertyNames) as Arbitrary<string>,
          arbitraryFromSchema(additionalProperties),
          {
            maxKeys: 4,
            noNullPrototype: true,
          },
        )
      : fc.constant({});
  }
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, arbitraryFromSchema(inner)])),
    { requiredKeys: schema['required'] as string[], noNullPrototype: true },
  );
};
