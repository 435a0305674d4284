import { isLocalDate, on, type LocalDate } from '@rt/domain';

export const CLOCKS = ['was', 'known'] as const;
/** As it was, by all that is known now; and as it was known on the day itself. */
export type ReplayClock = (typeof CLOCKS)[number];

/** The day, the day it is compared with, and the clock that a narrow page shows stand in the address. */
export interface ReplaySearch {
  readonly day?: LocalDate;
  readonly against?: LocalDate;
  readonly clock?: ReplayClock;
}

const dayIn = (given: unknown): LocalDate | undefined =>
  typeof given === 'string' && isLocalDate(given) ? on(given) : undefined;

/** What is no day is dropped. */
export const readReplaySearch = (search: Record<string, unknown>): ReplaySearch => {
  const day = dayIn(search['day']);
  const against = dayIn(search['against']);
  return {
    ...(day !== undefined && { day }),
    ...(against !== undefined && { against }),
    ...(search['clock'] === 'known' && { clock: 'known' }),
  };
};
