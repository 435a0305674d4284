import type { PersonalFile, Thing } from '@rt/domain';
import type { Duty } from './deadline';
import { firstOf } from './first-of';
import { orderPeriodsFrom } from './order-over';
import type { Inputs } from './rule';

/**
 * A duty about an order, once for each period in which the order stands. What is granted anew, by the court or by a corrected decision, is owed
 * again from that day, unless the duty was met or over by then.
 */
export const whileOrderStands = <F extends Inputs>(
  file: PersonalFile,
  order: Thing<'order'> | undefined,
  duty: Duty<F>,
): readonly Duty<F>[] => {
  const { trigger, inCaseOf = trigger, arisesOn = trigger.occurredOn, overOn, metBy } = duty;
  const settledOn = firstOf([overOn, metBy?.occurredOn]);
  return orderPeriodsFrom(file, order, trigger, arisesOn)
    .filter(({ from }, index) => index === 0 || settledOn === undefined || settledOn > from)
    .map(({ event, from, to }) => ({
      ...duty,
      trigger: event,
      inCaseOf,
      arisesOn: from,
      overOn: firstOf([overOn, to]),
    }));
};
