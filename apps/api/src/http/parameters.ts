import { endOfDay, isInstant, isLocalDate, type Instant, type LocalDate, type Text } from '@rt/domain';
import { labelOfParameter } from './parameter-labels';
import { Problem } from './problem';
import type { FoundField } from './problem-fields';

/** A parameter of a query. `read` returns undefined for a wrong value. `schema` is its schema in the API description. */
export interface Parameter<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly description: string;
  /** The words after “should be” in the error text. */
  readonly wants: Text;
  /** The words that the parameter takes, if they are a list. */
  readonly allowed?: readonly string[];
  read(given: string): T | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const matching = (pattern: RegExp, description: string, sv: string, en: string): Parameter<string> => ({
  schema: { type: 'string', pattern: pattern.source },
  description,
  wants: { sv, en },
  read: (given) => (pattern.test(given) ? given : undefined),
});

export const uuid = (description: string): Parameter<string> => ({
  ...matching(UUID, description, 'ett id (UUID med gemener)', 'an id (a UUID in lower case)'),
  schema: { type: 'string', format: 'uuid' },
});

export const isUuid = (given: unknown): given is string => typeof given === 'string' && UUID.test(given);

/** A day, in years that leave room before and after it for the days that are computed from it. */
export const day = (description: string): Parameter<LocalDate> => ({
  schema: { type: 'string', format: 'date' },
  description: `${description}. A day of the years 1900 to 2199`,
  wants: {
    sv: 'en dag ÅÅÅÅ-MM-DD från 1900 till 2199, en gång',
    en: 'a day YYYY-MM-DD of the years 1900 to 2199, once',
  },
  read: (given) => (isLocalDate(given) && /^(19|20|21)/.test(given) ? given : undefined),
});

/** An instant in UTC, or a day, which means the end of that day in Stockholm. */
export const instant = (description: string): Parameter<Instant> => ({
  schema: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
  description: `${description}. An instant in UTC with milliseconds, or a day (its end in Stockholm)`,
  wants: {
    sv: 'en tidpunkt i UTC, som 2026-03-02T15:00:00.000Z, eller en dag',
    en: 'an instant in UTC, such as 2026-03-02T15:00:00.000Z, or a day',
  },
  read: (given) => (isInstant(given) ? given : isLocalDate(given) ? endOfDay(given) : undefined),
});

/** An id of the municipality's directory: of a unit or a user. */
export const directoryId = <Id extends string>(description: string): Parameter<Id> =>
  matching(
    /^[\p{L}\p{N}][\p{L}\p{N}._:@\/-]{0,99}$/u,
    description,
    'ett id ur kommunens katalog',
    'an id of the municipality’s directory',
  ) as Parameter<Id>;

/** The secret of a calendar's address: 256 bits. */
export const calendarSecret = (description: string): Parameter<string> =>
  matching(
    /^[\w-]{43}$/,
    description,
    'hemligheten i kalenderns adress',
    'the secret of a calendar’s address',
  );

/** The id of a review, which the inspector who planned it chose. */
export const designation = (description: string): Parameter<string> =>
  matching(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    description,
    'en beteckning med 1 till 64 tecken: små bokstäver a till z, siffror och bindestreck',
    'a designation of 1 to 64 characters: lower-case letters a to z, digits and hyphens',
  );

/** A code of one of the municipality's own lists. */
export const code = (description: string): Parameter<string> =>
  matching(
    /^[\p{L}\p{N}._-]{1,100}$/u,
    description,
    'en kod ur kommunens lista',
    'a code of the municipality’s list',
  );

export const whole = (description: string, min: number, max: number): Parameter<number> => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  description,
  wants: { sv: `ett heltal från ${min} till ${max}`, en: `a whole number from ${min} to ${max}` },
  read: (given) => {
    const number = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
    return number >= min && number <= max ? number : undefined;
  },
});

export const word = <const Word extends string>(
  description: string,
  known: readonly Word[],
): Parameter<Word> => ({
  schema: { type: 'string', enum: known },
  description,
  wants: { sv: `ett av orden ${known.join(', ')}`, en: `one of the words ${known.join(', ')}` },
  allowed: known,
  read: (given) => known.find((each) => each === given),
});

/** One or several words of a list, separated by commas. */
export const words = <Word extends string>(
  description: string,
  known: readonly Word[],
): Parameter<readonly Word[]> => ({
  schema: { type: 'array', items: { type: 'string', enum: known } },
  description: `${description}; several are separated by commas`,
  wants: {
    sv: `ett eller flera av orden ${known.join(', ')}, med komma emellan`,
    en: `one or several of the words ${known.join(', ')}, separated by commas`,
  },
  allowed: known,
  read: (given) => {
    const asked = given.split(',');
    return asked.every((word): word is Word => known.includes(word as Word)) ? asked : undefined;
  },
});

/** The place where an earlier page ended. The client sends it back unchanged. */
export const cursor = (description: string): Parameter<string> =>
  matching(
    /^[A-Za-z0-9_-]{1,400}$/,
    description,
    '`next` ur det förra svaret på samma fråga',
    '`next` of the answer before, to the same question',
  );

export const storePosition = (description: string): Parameter<string> =>
  matching(
    /^\d{1,20}$/,
    description,
    '`position` ur svaret på en skrivning',
    '`position` from the answer to a write',
  );

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
export type Read<P extends Parameters> = {
  readonly [N in keyof P]?: P[N] extends Parameter<infer T> ? T : never;
};

/**
 * Reads the parameters of a query. An unknown parameter is an error. Errors say what may stand there, and repeat neither names nor values from the
 * request. @throws Problem INVALID_QUERY
 */
export const parametersOf = <P extends Parameters>(
  query: Readonly<Record<string, unknown>>,
  parameters: P,
): Read<P> => {
  const errors: FoundField[] = [];
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(query)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      errors.push(unknownAmong(Object.keys(parameters)));
      continue;
    }
    const given = query[name];
    const value = typeof given === 'string' ? parameter.read(given) : undefined;
    if (value === undefined) errors.push(invalid(name, parameter));
    read[name] = value;
  }
  if (errors.length > 0) throw new Problem('INVALID_QUERY', errors);
  return read as Read<P>;
};

const unknownAmong = (allowed: readonly string[]): FoundField => ({
  field: '',
  code: 'unknownParameter',
  text:
    allowed.length === 0
      ? { sv: 'Frågan tar inga parametrar.', en: 'The query takes no parameters.' }
      : {
          sv: `Frågan har en parameter som inte finns. De som finns är: ${allowed.join(', ')}.`,
          en: `The query has a parameter that does not exist. Those that do are: ${allowed.join(', ')}.`,
        },
  allowed,
});

/** The error for a value that a parameter cannot have. */
export const invalid = (
  name: string,
  { wants, allowed }: Pick<Parameter<unknown>, 'wants' | 'allowed'>,
): FoundField => {
  const { sv, en } = labelOfParameter(name);
  return {
    field: name,
    code: 'invalidParameter',
    text: { sv: `${sv}: ska vara ${wants.sv}.`, en: `${en}: should be ${wants.en}.` },
    ...(allowed && { allowed }),
  };
};

/** The error for a first day that lies after the last day, or for too many days between them. */
export const FROM_AFTER_TO: FoundField = invalid('from', {
  wants: {
    sv: 'en dag före den sista dagen, inte längre bort än vad frågan når',
    en: 'a day before the last day, no further away than the question reaches',
  },
});
