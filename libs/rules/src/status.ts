import type { LocalDate } from '@rt/domain';
import type { RuleKind, Status } from './rule';

/** The days of an obligation. A row of a read model has null where there is no such day. */
export interface ObligationDays {
  readonly kind: RuleKind;
  readonly arisesOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly fulfilledOn?: LocalDate | null;
  readonly voidedOn?: LocalDate | null;
  readonly explainedOn?: LocalDate | null;
}

/** The status of an obligation on a day. Nothing is overdue by itself: the caller asks with a day. */
export const statusOn = (obligation: ObligationDays, day: LocalDate): Status => {
  const { kind, arisesOn, dueOn, fulfilledOn, voidedOn, explainedOn } = obligation;
  if (day < arisesOn) return 'notYet';
  if (reached(fulfilledOn, day) && !(reached(voidedOn, day) && voidedOn < fulfilledOn))
    return fulfilledOn <= dueOn ? 'fulfilled' : 'fulfilledLate';
  if (reached(voidedOn, day)) return 'voided';
  if (kind === 'violation') return reached(explainedOn, day) ? 'explained' : 'violation';
  return day <= dueOn ? 'pending' : 'overdue';
};

const reached = (when: LocalDate | null | undefined, day: LocalDate): when is LocalDate =>
  when !== undefined && when !== null && when <= day;
