import { endOfDay, isInstant, isLocalDate, type Instant, type LocalDate } from '@rt/domain';
import { Problem, type ProblemField } from './problem';

/** A parameter of a query. `read` returns undefined for a wrong value. `schema` is its schema in the API description. */
export interface Parameter<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly description: string;
  read(given: string): T | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const matching = (pattern: RegExp, description: string): Parameter<string> => ({
  schema: { type: 'string', pattern: pattern.source },
  description,
  read: (given) => (pattern.test(given) ? given : undefined),
});

export const uuid = (description: string): Parameter<string> => ({
  ...matching(UUID, description),
  schema: { type: 'string', format: 'uuid' },
});

export const isUuid = (given: unknown): given is string => typeof given === 'string' && UUID.test(given);

/** A day, in years that leave room before and after it for the days that are computed from it. */
export const day = (description: string): Parameter<LocalDate> => ({
  schema: { type: 'string', format: 'date' },
  description: `${description}. A day of the years 1900 to 2199`,
  read: (given) => (isLocalDate(given) && /^(19|20|21)/.test(given) ? given : undefined),
});

/** An instant in UTC, or a day, which means the end of that day in Stockholm. */
export const instant = (description: string): Parameter<Instant> => ({
  schema: { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] },
  description: `${description}. An instant in UTC with milliseconds, or a day (its end in Stockholm)`,
  read: (given) => (isInstant(given) ? given : isLocalDate(given) ? endOfDay(given) : undefined),
});

/** An id of the municipality's directory: of a unit or a user. */
export const directoryId = <Id extends string>(description: string): Parameter<Id> =>
  matching(/^[\p{L}\p{N}][\p{L}\p{N}._:@\/-]{0,99}$/u, description) as Parameter<Id>;

/** The id of a review, which the inspector who planned it chose. */
export const designation = (description: string): Parameter<string> =>
  matching(/^[a-z0-9][a-z0-9-]{0,63}$/, description);
/** A code of one of the municipality's own lists. */
export const code = (description: string): Parameter<string> =>
  matching(/^[\p{L}\p{N}._-]{1,100}$/u, description);

export const whole = (description: string, min: number, max: number): Parameter<number> => ({
  schema: { type: 'integer', minimum: min, maximum: max },
  description,
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
  read: (given) => known.find((each) => each === given),
});

/** One or several words of a list, separated by commas. */
export const words = <Word extends string>(
  description: string,
  known: readonly Word[],
): Parameter<readonly Word[]> => ({
  schema: { type: 'array', items: { type: 'string', enum: known } },
  description: `${description}; several are separated by commas`,
  read: (given) => {
    const asked = given.split(',');
    return asked.every((word): word is Word => known.includes(word as Word)) ? asked : undefined;
  },
});

/** The place where an earlier page ended. The client sends it back unchanged. */
export const cursor = (description: string): Parameter<string> =>
  matching(/^[A-Za-z0-9_-]{1,400}$/, description);

export const storePosition = (description: string): Parameter<string> => matching(/^\d{1,20}$/, description);

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
export type Read<P extends Parameters> = {
  readonly [N in keyof P]?: P[N] extends Parameter<infer T> ? T : never;
};

/**
 * Reads the parameters of a query. An unknown parameter is an error. Errors repeat neither names nor values from the request. @throws Problem
 * INVALID_QUERY
 */
export const parametersOf = <P extends Parameters>(
  query: Readonly<Record<string, unknown>>,
  parameters: P,
): Read<P> => {
  const errors: ProblemField[] = [];
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(query)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      errors.push({ field: '', code: 'unknownParameter' });
      continue;
    }
    const given = query[name];
    const value = typeof given === 'string' ? parameter.read(given) : undefined;
    if (value === undefined) errors.push({ field: name, code: 'invalidParameter' });
    read[name] = value;
  }
  if (errors.length > 0) throw new Problem('INVALID_QUERY', errors);
  return read as Read<P>;
};
