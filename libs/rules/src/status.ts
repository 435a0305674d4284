import { earliest, END_OF_TIME, type LocalDate } from '@rt/domain';
import { acknowledgementOn, type Acknowledged } from './acknowledged';
import type { RuleKind, ShownStatus, Status } from './rule';

/** The statuses of a finding that has arisen: those that are shown. */
export const SHOWN_STATUSES = [
  'pending',
  'overdue',
  'fulfilled',
  'fulfilledLate',
  'voided',
  'violation',
  'explained',
] as const satisfies readonly ShownStatus[];

/** The statuses of a finding that still needs attention. */
export const OPEN_STATUSES = ['pending', 'overdue', 'violation'] as const satisfies readonly Status[];
export type OpenStatus = (typeof OPEN_STATUSES)[number];

/** The statuses of a finding that is a gap. */
export const GAP_STATUSES: readonly ShownStatus[] = ['overdue', 'violation'];

/** The statuses in lists and counts: a gap that somebody acknowledged stands apart from those that are left, whatever its kind. */
export const LISTED_STATUSES = [...SHOWN_STATUSES, 'acknowledged'] as const;
export type ListedStatus = (typeof LISTED_STATUSES)[number];

export const isOpenStatus = (status: Status): status is OpenStatus =>
  (OPEN_STATUSES as readonly Status[]).includes(status);
export const isGapStatus = (status: Status): boolean => (GAP_STATUSES as readonly Status[]).includes(status);

/** The days of an obligation. A row of a read model has null where there is no such day. */
export interface ObligationDays {
  readonly kind: RuleKind;
  readonly arisesOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly fulfilledOn?: LocalDate | null;
  readonly voidedOn?: LocalDate | null;
  readonly explainedOn?: LocalDate | null;
}

const reached = (when: LocalDate | null | undefined, day: LocalDate): when is LocalDate =>
  when !== undefined && when !== null && when <= day;

/**
 * The day on which an obligation is settled: met, voided or explained. It is open from the day it arises until that day, and never again
 * after it. The end of time while no such day is known.
 */
export const openUntil = ({
  kind,
  fulfilledOn,
  voidedOn,
  explainedOn,
}: Pick<ObligationDays, 'kind' | 'fulfilledOn' | 'voidedOn' | 'explainedOn'>): LocalDate =>
  earliest(
    fulfilledOn ?? END_OF_TIME,
    voidedOn ?? END_OF_TIME,
    (kind === 'violation' ? explainedOn : undefined) ?? END_OF_TIME,
  );

/** The status of a finding on a day as lists and counts have it. */
export const listedStatusOn = (
  finding: ObligationDays & Acknowledged,
  day: LocalDate,
): ListedStatus | 'notYet' => {
  const status = statusOn(finding, day);
  return isGapStatus(status) && acknowledgementOn(finding, day) !== undefined ? 'acknowledged' : status;
};

/** The status of an obligation on a day. Nothing is overdue by itself: the caller asks with a day. */
export const statusOn = (obligation: ObligationDays, day: LocalDate): Status => {
  const { kind, arisesOn, dueOn, fulfilledOn, voidedOn } = obligation;
  if (day < arisesOn) return 'notYet';
  const until = openUntil(obligation);
  // The end of time stands for a day that is not known: on that day itself nothing is settled by it.
  if (day < until || until === END_OF_TIME)
    return kind === 'violation' ? kind : day <= dueOn ? 'pending' : 'overdue';
  if (reached(fulfilledOn, day) && !(reached(voidedOn, day) && voidedOn < fulfilledOn))
    return fulfilledOn <= dueOn ? 'fulfilled' : 'fulfilledLate';
  return reached(voidedOn, day) ? 'voided' : 'explained';
};
