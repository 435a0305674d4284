import { earliest, END_OF_TIME, type LocalDate } from '@rt/domain';
import type { Obligation } from '@rt/rules';

type Days = Pick<Obligation, 'kind' | 'fulfilledOn' | 'voidedOn' | 'explainedOn'>;

/**
 * The first day on which nobody has to look at a finding any more: met, no longer asked for, or explained. It has one of the open statuses
 * from the day it arises until that day, and none of them before or after: a spec holds it to `statusOn`.
 */
export const openUntil = ({ kind, fulfilledOn, voidedOn, explainedOn }: Days): LocalDate => {
  const ends = [fulfilledOn, voidedOn, kind === 'violation' ? explainedOn : undefined];
  return earliest(END_OF_TIME, ...ends.filter((day) => day !== undefined));
};
