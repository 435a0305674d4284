/** A few words for writing JSON Schema without its noise. */
import type { JsonSchema } from '@rt/handling';

export const text: JsonSchema = { type: 'string' };
export const id: JsonSchema = { type: 'string', format: 'uuid' };
export const date: JsonSchema = { type: 'string', format: 'date' };
export const moment: JsonSchema = { type: 'string', format: 'date-time' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const amount: JsonSchema = { type: 'number' };
export const nothing: JsonSchema = { type: 'null' };
export const flag: JsonSchema = { type: 'boolean' };
export const position: JsonSchema = {
  type: 'string',
  description: 'A place in the order of the store: send it as X-Read-After to read what was written',
};
export const anything: JsonSchema = { type: 'object', additionalProperties: true };
export const inBoth: JsonSchema = {
  type: 'object',
  properties: { sv: text, en: text },
  required: ['sv', 'en'],
};

export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const oneOfWords = (words: readonly string[]): JsonSchema => ({ type: 'string', enum: [...words] });
export const anyOf = (schemas: readonly JsonSchema[]): JsonSchema => ({ anyOf: [...schemas] });
export const orNull = (schema: JsonSchema): JsonSchema => anyOf([schema, nothing]);
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** An object with these fields and no others; those in `optional` may be missing. */
export const fields = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
