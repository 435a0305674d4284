import type { Text } from '@rt/domain';

/** A number with its noun: `withNoun(1, ['sak', 'saker'], ['thing', 'things'])`. */
export const withNoun = (
  count: number,
  [one, many]: readonly [string, string],
  [oneEn, manyEn]: readonly [string, string],
): Text => ({ sv: `${count} ${count === 1 ? one : many}`, en: `${count} ${count === 1 ? oneEn : manyEn}` });
