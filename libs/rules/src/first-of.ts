import type { LocalDate } from '@rt/domain';

/** The first of some days, where there is any. */
export const firstOf = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined => {
  let first: LocalDate | undefined;
  for (const day of days) if (day !== undefined && (first === undefined || day < first)) first = day;
  return first;
};
