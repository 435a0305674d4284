import type { LocalDate } from '@rt/domain';
import type { Obligation, Status } from './rule';

const reached = (when: LocalDate | undefined, day: LocalDate): when is LocalDate =>
  when !== undefined && when <= day;

/** The status of an obligation on a day. "Overdue" is a comparison made by whoever asks, with the day they ask about. */
export const statusOn = (obligation: Obligation, day: LocalDate): Status => {
  const { kind, arisesOn, dueOn, fulfilledOn, voidedOn, explainedOn } = obligation;
  if (day < arisesOn) return 'notYet';
  if (reached(fulfilledOn, day) && !(reached(voidedOn, day) && voidedOn < fulfilledOn))
    return fulfilledOn <= dueOn ? 'fulfilled' : 'fulfilledLate';
  if (reached(voidedOn, day)) return 'voided';
  if (kind === 'violation') return reached(explainedOn, day) ? 'explained' : 'violation';
  return day <= dueOn ? 'pending' : 'overdue';
};
