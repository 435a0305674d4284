/**
 * The functions with which rows and answers are declared. A declaration is a JSON Schema, and the TypeScript type of the value is derived from it.
 * Payloads of events are declared with `declare.ts`; `shapesOf` makes shapes of such a declaration.
 */
import type { Instant, LocalDate } from './calendar';
import type { Field, Fields, Holds, Payload, Text } from './declare';

/** A key that holds the type of the value for the compiler. No object has it at run time. */
declare const value: unique symbol;

/** The JSON Schema of a value, and its type. */
export interface Shape<V = unknown> {
  readonly [keyword: string]: unknown;
  readonly [value]: V;
}

/** The type of the value that a shape describes. */
export type Shaped<S extends Shape> = S[typeof value];

/** The shapes of the fields of an object. */
export type Shapes = Readonly<Record<string, Shape>>;
type Filled<F extends Shapes> = { readonly [N in keyof F]: Shaped<F[N]> };
/** The type of an object with fields of these shapes. `O`: fields that may be missing. */
export type ShapedFields<R extends Shapes, O extends Shapes = Record<never, never>> = Filled<R> &
  Partial<Filled<O>>;

const shape = <V>(schema: object): Shape<V> => schema as Shape<V>;

export const text = <T extends string = string>(): Shape<T> => shape({ type: 'string' });
export const uuid = <Id extends string = string>(): Shape<Id> => shape({ type: 'string', format: 'uuid' });
export const day = (): Shape<LocalDate> => shape({ type: 'string', format: 'date' });
export const instant = <I extends string = Instant>(): Shape<I> =>
  shape({ type: 'string', format: 'date-time' });
export const uri = (): Shape<string> => shape({ type: 'string', format: 'uri' });
/** A whole number that is not negative. */
export const count = (): Shape<number> => shape({ type: 'integer', minimum: 0 });
export const integer = (): Shape<number> => shape({ type: 'integer' });
export const amount = (): Shape<number> => shape({ type: 'number' });
export const flag = (): Shape<boolean> => shape({ type: 'boolean' });
export const oneOf = <Word extends string>(words: readonly Word[]): Shape<Word> =>
  shape({ type: 'string', enum: [...words] });
/** A text, a number, or true or false. */
export const scalar = (): Shape<string | number | boolean> =>
  shape({ type: ['string', 'number', 'boolean'] });
/** A text in both languages. */
export const inBoth = (): Shape<Text> =>
  shape({ type: 'object', properties: { sv: text(), en: text() }, required: ['sv', 'en'] });
/** An object whose fields are described elsewhere. */
export const anything = <V extends object = object>(): Shape<V> =>
  shape({ type: 'object', additionalProperties: true });
export const listOf = <V>(items: Shape<V>): Shape<readonly V[]> => shape({ type: 'array', items });
export const anyOf = <S extends readonly Shape[]>(...shapes: S): Shape<Shaped<S[number]>> =>
  shape({ anyOf: shapes });
export const nothing = (): Shape<null> => shape({ type: 'null' });
export const orNull = <V>(one: Shape<V>): Shape<V | null> => shape({ anyOf: [one, nothing()] });
/** An object that holds values of one shape under any names. */
export const byName = <V, Name extends string = string>(one: Shape<V>): Shape<Readonly<Record<Name, V>>> =>
  shape({ type: 'object', additionalProperties: one });
/** A number for each of some words. */
export const countsOf = <Word extends string>(
  words: readonly Word[],
): Shape<Readonly<Record<Word, number>>> =>
  fields(Object.fromEntries(words.map((word) => [word, count()]))) as Shape<Readonly<Record<Word, number>>>;
export const described = <S extends Shape>(one: S, description: string): S => ({ ...one, description });
/** A reference to a shape that stands by a name among the components of the API's description. */
export const refTo = <V>(name: string, _named?: Shape<V>): Shape<V> =>
  shape({ $ref: `#/components/schemas/${name}` });

/** An object with these fields and no others. @param optional fields that may be missing */
export const fields = <R extends Shapes, O extends Shapes = Record<never, never>>(
  required: R,
  optional?: O,
): Shape<ShapedFields<R, O>> =>
  shape({
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  });

/** The fields of a declaration without some of them. */
export const omit = <F extends Shapes, N extends keyof F & string>(
  from: F,
  ...names: readonly N[]
): Omit<F, N> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name as N))) as unknown as Omit<
    F,
    N
  >;

/** The shape of each field that an event type declares, with its label as title and its help as description. */
export const shapesOf = <F extends Fields>(
  declared: F,
): { readonly [N in keyof Payload<F>]-?: Shape<Payload<F>[N]> } =>
  Object.fromEntries(
    Object.entries<Field>(declared).map(([name, { holds, presence, label, help }]) => {
      const one = shapeOf(holds);
      const mayBeNull = presence === 'nullable' || presence === 'either';
      return [
        name,
        { ...(mayBeNull ? orNull(one) : one), title: label.en, ...(help && { description: help.en }) },
      ];
    }),
  ) as unknown as { readonly [N in keyof Payload<F>]-?: Shape<Payload<F>[N]> };

/** An object with the fields that an event type, or a part of it, declares. */
const ofFields = (declared: Fields): Shape => {
  const shapes: readonly (readonly [string, Shape])[] = Object.entries(shapesOf(declared));
  const mayBeAbsent = ([name]: readonly [string, Shape]): boolean => {
    const { presence } = declared[name] as Field;
    return presence === 'optional' || presence === 'either';
  };
  return fields(
    Object.fromEntries(shapes.filter((one) => !mayBeAbsent(one))),
    Object.fromEntries(shapes.filter(mayBeAbsent)),
  );
};

const shapeOf = (holds: Holds): Shape => {
  switch (holds.is) {
    case 'code':
      return oneOf(holds.list);
    case 'day':
      return day();
    case 'instant':
      return instant();
    case 'whole':
      return holds.min === 0 ? count() : integer();
    case 'amount':
      return amount();
    case 'flag':
      return flag();
    case 'id':
      return uuid();
    case 'part':
      return ofFields(holds.fields);
    case 'list':
      return listOf(shapeOf(holds.of));
    case 'identity':
    case 'object':
    case 'settings':
      return anything();
    case 'codeWord':
    case 'designation':
    case 'directoryId':
    case 'lifeArea':
    case 'measure':
    case 'quarter':
    case 'ruleId':
    case 'statute':
    case 'text':
    case 'time':
      return text();
  }
};
