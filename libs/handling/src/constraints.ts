/** Each kind of value that a payload can have. Its check, its schema and its description for error texts are declared together. */
import { isLocalDate, isLocalTime, visible, type Text } from '@rt/domain';
import { amountMax, firstDay, lastDay } from './limits';
import { isCoordinationNumber, isPersonalNumber } from './personal-number';

/** JSON Schema, draft 2020-12; only the keywords that this library uses. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A class that class-validator and class-transformer can use. */
export type DtoClass<D extends object = object> = new () => D;

/** The label of each code of a field. */
type Labels = Readonly<Record<string, Text>>;

interface Constraint<Argument> {
  holds(value: unknown, argument: Argument, holder: object): boolean;
  schema(argument: Argument): JsonSchema;
  /** The words after “should be”, for a programmer: they describe the field in the schema. */
  wants(argument: Argument): Text;
  /** The same for a person who fills in a form, where that is other words: the labels that stand beside the field. */
  readonly told?: (argument: Argument, labels: Labels) => Text;
  /** The values, if they are a list of codes. */
  readonly allowed?: (argument: Argument) => readonly string[];
}

const constraint = <Argument = undefined>(definition: Constraint<Argument>) => definition;

const matching = (
  expression: RegExp,
  sv: string,
  en: string,
  { format, told }: { readonly format?: string; readonly told?: Text } = {},
): Constraint<undefined> => ({
  ...(told && { told: () => told }),
  holds: (value) => typeof value === 'string' && expression.test(value),
  schema: () => ({ type: 'string', pattern: expression.source, ...(format && { format }) }),
  wants: () => ({ sv, en }),
});

/** A list of values that another constraint describes. `distinct`: a value may not occur twice. */
const listOf = <Argument>(
  item: Constraint<Argument>,
  sv: string,
  en: string,
  distinct = false,
): Constraint<{ readonly each: Argument; readonly max: number }> => ({
  ...(item.allowed && { allowed: ({ each }) => item.allowed?.(each) ?? [] }),
  ...(item.told && {
    told: ({ each }, labels) => {
      const wanted = item.told?.(each, labels) ?? item.wants(each);
      return { sv: `en lista, var och en ${wanted.sv}`, en: `a list, each of them ${wanted.en}` };
    },
  }),
  holds: (value, { each, max }, holder) =>
    Array.isArray(value) &&
    value.length <= max &&
    value.every((element) => item.holds(element, each, holder)) &&
    (!distinct || new Set(value).size === value.length),
  schema: ({ each, max }) => ({
    type: 'array',
    maxItems: max,
    ...(distinct && { uniqueItems: true }),
    items: item.schema(each),
  }),
  wants: ({ each, max }) => {
    const wanted = item.wants(each);
    return {
      sv: `en lista med högst ${max} ${sv} (${wanted.sv})`,
      en: `a list of at most ${max} ${en} (${wanted.en})`,
    };
  },
});

const text = constraint<number>({
  holds: (value, max) =>
    typeof value === 'string' &&
    visible.test(value) &&
    // A code point is one or two UTF-16 units, so for most texts the code points need not be counted.
    (value.length <= max || (value.length <= 2 * max && [...value].length <= max)),
  schema: (max) => ({ type: 'string', minLength: 1, maxLength: max, pattern: visible.source }),
  wants: (max) => ({ sv: `en text med 1 till ${max} tecken`, en: `a text of 1 to ${max} characters` }),
});

const code = constraint<readonly string[]>({
  holds: (value, list) => list.includes(value as string),
  schema: (list) => ({ type: 'string', enum: list }),
  allowed: (list) => [...list],
  wants: (list) => ({ sv: `någon av koderna ${list.join(', ')}`, en: `one of the codes ${list.join(', ')}` }),
  told: (list, labels) => ({
    sv: `ett av valen ${list.map((each) => labels[each]?.sv ?? each).join(', ')}`,
    en: `one of the choices ${list.map((each) => labels[each]?.en ?? each).join(', ')}`,
  }),
});

const id = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  'ett id (UUID med gemener)',
  'an id (a UUID in lower case)',
  {
    format: 'uuid',
    told: { sv: 'valt ur akten, med sitt id', en: 'chosen from the file, by its id' },
  },
);

const directoryId = matching(
  /^[\p{L}\p{N}][\p{L}\p{N}._:@\/\-]{0,99}$/u,
  'ett id ur kommunens katalog: högst 100 bokstäver, siffror och . _ : @ / -',
  'an id of the municipality’s directory: at most 100 letters, digits and . _ : @ / -',
  { told: { sv: 'valt ur kommunens katalog', en: 'chosen from the municipality’s directory' } },
);

const codeWord = matching(
  /^[A-Za-z][A-Za-z0-9]{0,59}$/,
  'en kod ur kommunens lista: bokstäver a till z och siffror',
  'a code of the municipality’s list: letters a to z and digits',
  { told: { sv: 'valt ur kommunens lista', en: 'chosen from the municipality’s list' } },
);

const statute = matching(
  /^(1[6-9]|20|21)\d\d:[1-9]\d{0,3}$/,
  'ett SFS-nummer, som 1993:387',
  'an SFS number, such as 1993:387',
);

/** The class that describes an object, or each object of a list. */
interface ObjectOf {
  readonly type?: () => DtoClass;
}
export const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const CONSTRAINTS = {
  text,
  texts: listOf(text, 'texter', 'texts'),
  code,
  codes: listOf(code, 'olika koder', 'different codes', true),
  id,
  ids: listOf(id, 'olika id', 'different ids', true),
  directoryId,
  directoryIds: listOf(directoryId, 'olika id', 'different ids', true),
  codeWord,
  codeWords: listOf(codeWord, 'olika koder', 'different codes', true),
  ruleId: matching(
    /^[a-z0-9]+(-[a-z0-9]+){0,15}$/,
    'en regels id, som plan-due',
    'the id of a rule, such as plan-due',
  ),
  designation: matching(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'en beteckning med 1 till 64 tecken: små bokstäver a till z, siffror och bindestreck',
    'a designation of 1 to 64 characters: lower-case letters a to z, digits and hyphens',
  ),
  statute,
  statutes: listOf(statute, 'olika SFS-nummer', 'different SFS numbers', true),
  quarter: matching(/^(19|20|21)\d\d-Q[1-4]$/, 'ett kvartal, som 2026-Q2', 'a quarter, such as 2026-Q2'),
  idempotencyKey: matching(
    /^[\x21-\x7e]{1,200}$/,
    'en nyckel med 1 till 200 tecken ur ASCII, utan blanksteg',
    'a key of 1 to 200 ASCII characters, without blanks',
  ),
  day: constraint({
    holds: (value) => isLocalDate(value) && value >= firstDay && value <= lastDay,
    schema: () => ({
      type: 'string',
      format: 'date',
      pattern: '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$|^2200-\\d\\d-\\d\\d$',
    }),
    wants: () => ({
      sv: `en dag i kalendern, ÅÅÅÅ-MM-DD, från ${firstDay} till ${lastDay}`,
      en: `a day of the calendar, YYYY-MM-DD, from ${firstDay} to ${lastDay}`,
    }),
  }),
  instant: matching(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    'en tidpunkt i UTC, som 2026-03-02T15:00:00.000Z',
    'an instant in UTC, such as 2026-03-02T15:00:00.000Z',
    { format: 'date-time' },
  ),
  time: constraint({
    holds: isLocalTime,
    schema: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    wants: () => ({ sv: 'ett klockslag, TT:MM', en: 'a time of day, HH:MM' }),
  }),
  flag: constraint({
    holds: (value) => typeof value === 'boolean',
    schema: () => ({ type: 'boolean' }),
    wants: () => ({ sv: 'true eller false', en: 'true or false' }),
    allowed: () => ['true', 'false'],
    told: () => ({ sv: 'Ja eller Nej', en: 'Yes or No' }),
  }),
  amount: constraint({
    holds: (value) =>
      typeof value === 'number' &&
      value >= 0 &&
      value <= amountMax &&
      Math.round(value * 100) / 100 === value,
    schema: () => ({ type: 'number', minimum: 0, maximum: amountMax, multipleOf: 0.01 }),
    wants: () => ({
      sv: `ett tal från 0 till ${amountMax} med högst två decimaler`,
      en: `a number from 0 to ${amountMax} with at most two decimals`,
    }),
  }),
  whole: constraint<{ readonly min: number; readonly max: number }>({
    holds: (value, { min, max }) =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    schema: ({ min, max }) => ({ type: 'integer', minimum: min, maximum: max }),
    wants: ({ min, max }) => ({
      sv: `ett heltal från ${min} till ${max}`,
      en: `a whole number from ${min} to ${max}`,
    }),
  }),
  identity: constraint({
    holds: (value, _, holder) => isIdentity((holder as { kind?: unknown }).kind, value),
    schema: () => ({ type: 'string' }),
    wants: () => ({
      sv: 'ett personnummer eller samordningsnummer med tolv eller tio siffror och rätt kontrollsiffra, eller en födelsedag ÅÅÅÅ-MM-DD, så som kind säger',
      en: 'a personal or coordination number of twelve or ten digits with the right check digit, or a day of birth YYYY-MM-DD, as kind says',
    }),
  }),
  settings: constraint({
    holds: (value) =>
      isObject(value) &&
      Object.keys(value as object).length <= 20 &&
      Object.entries(value as object).every(
        ([key, setting]) =>
          codeWord.holds(key, undefined, {}) &&
          (Number.isFinite(setting) ||
            (Array.isArray(setting) &&
              setting.length <= 50 &&
              setting.every((item) => text.holds(item, 200, {})))),
      ),
    schema: () => ({
      type: 'object',
      maxProperties: 20,
      propertyNames: codeWord.schema(undefined),
      additionalProperties: {
        anyOf: [{ type: 'number' }, { type: 'array', maxItems: 50, items: text.schema(200) }],
      },
    }),
    wants: () => ({
      sv: 'regelns parametrar: högst 20 tal eller listor av korta texter',
      en: 'the rule’s parameters: at most 20 numbers or lists of short texts',
    }),
  }),
  object: constraint<ObjectOf>({
    holds: isObject,
    schema: () => ({ type: 'object' }),
    wants: () => ({ sv: 'ett objekt', en: 'an object' }),
  }),
  objects: constraint<ObjectOf & { readonly min: number; readonly max: number }>({
    holds: (value, { min, max }) =>
      Array.isArray(value) && value.length >= min && value.length <= max && value.every(isObject),
    schema: ({ min, max }) => ({ type: 'array', minItems: min, maxItems: max, items: { type: 'object' } }),
    wants: ({ min, max }) => ({
      sv: `en lista med ${min} till ${max} objekt`,
      en: `a list of ${min} to ${max} objects`,
    }),
  }),
} as const;

export type ConstraintName = keyof typeof CONSTRAINTS;

/** True if the value has the form that its kind says. Interim numbers are not accepted: a person who has one is recorded by the day of birth. */
const isIdentity = (kind: unknown, value: unknown): boolean => {
  switch (kind) {
    case 'personalNumber':
      return isPersonalNumber(value);
    case 'coordinationNumber':
      return isCoordinationNumber(value);
    case 'birthDate':
      return CONSTRAINTS.day.holds(value, undefined, {});
    default:
      return false;
  }
};
