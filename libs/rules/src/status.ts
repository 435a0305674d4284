import { earliest, END_OF_TIME, type LocalDate } from '@rt/domain';
import type { Obligation, Status } from './rule';

/** Every status there is. */
export const STATUSES = [
  'notYet',
  'pending',
  'overdue',
  'fulfilled',
  'fulfilledLate',
  'voided',
  'violation',
  'explained',
] as const satisfies readonly Status[];

/** The statuses that a list shows. What has not arisen yet is in none. */
export const SHOWN_STATUSES = STATUSES.filter((status) => status !== 'notYet');

/** The statuses of what somebody still has to look at. */
export const OPEN_STATUSES = ['pending', 'overdue', 'violation'] as const satisfies readonly Status[];
export type OpenStatus = (typeof OPEN_STATUSES)[number];

/** The statuses of what is wrong. */
export const GAP_STATUSES: readonly Status[] = ['overdue', 'violation'];

const reached = (when: LocalDate | undefined, day: LocalDate): when is LocalDate =>
  when !== undefined && when <= day;

/**
 * The day on which an obligation is settled: met, no longer asked for, or explained. It is open from the day it arises until that day, and
 * never again after it. The end of time while no such day is known.
 */
export const openUntil = ({
  kind,
  fulfilledOn = END_OF_TIME,
  voidedOn = END_OF_TIME,
  explainedOn = END_OF_TIME,
}: Pick<Obligation, 'kind' | 'fulfilledOn' | 'voidedOn' | 'explainedOn'>): LocalDate =>
  earliest(fulfilledOn, voidedOn, kind === 'violation' ? explainedOn : END_OF_TIME);

/** The status of an obligation on a day. "Overdue" is a comparison made by whoever asks, with the day they ask about. */
export const statusOn = (obligation: Obligation, day: LocalDate): Status => {
  const { kind, arisesOn, dueOn, fulfilledOn, voidedOn } = obligation;
  if (day < arisesOn) return 'notYet';
  if (day < openUntil(obligation)) return kind === 'violation' ? kind : day <= dueOn ? 'pending' : 'overdue';
  if (reached(fulfilledOn, day) && !(reached(voidedOn, day) && voidedOn < fulfilledOn))
    return fulfilledOn <= dueOn ? 'fulfilled' : 'fulfilledLate';
  return reached(voidedOn, day) ? 'voided' : 'explained';
};
