import type { LocalDate } from '@rt/domain';

/** The first of some days; undefined where there is none. */
export const firstOf = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined => {
  let first: LocalDate | undefined;
  for (const day of days) if (day !== undefined && (first === undefined || day < first)) first = day;
  return first;
};

/** The first of some events by the day they occurred; of several on one day the one given first. */
export const earliestOf = <E extends { readonly occurredOn: LocalDate }>(
  events: readonly E[],
): E | undefined => {
  let first: E | undefined;
  for (const event of events) if (first === undefined || event.occurredOn < first.occurredOn) first = event;
  return first;
};
