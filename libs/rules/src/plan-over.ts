import {
  latest,
  type EventOf,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { firstOf } from './first-of';
import { orderPeriodsFrom, type OrderPeriod } from './order-over';

/** A time in which a plan is not returned to the provider, and the event that it begins with. */
interface UnreturnedTime extends OrderPeriod {
  /** The first approval in it. */
  readonly approved?: Recorded<EventOf<'PlanApproved'>>;
}

/** From the day a plan came until it is returned, and from an approval after that until it is returned again. */
export const unreturnedTimes = (plan: Thing<'plan'>): readonly UnreturnedTime[] => {
  const receivedOn = plan.created.occurredOn;
  const times: UnreturnedTime[] = [];
  let open: UnreturnedTime | undefined = { event: plan.created, from: receivedOn, to: undefined };
  for (const review of plan.since('PlanReturned', 'PlanApproved')) {
    const on: LocalDate = latest(receivedOn, review.occurredOn);
    if (review.type === 'PlanApproved') {
      open ??= { event: review, from: on, to: undefined };
      open = open.approved ? open : { ...open, approved: review };
    } else if (open) {
      times.push({ ...open, to: on });
      open = undefined;
    }
  }
  return open ? [...times, open] : times;
};

/** What was last said of a plan: it was received, approved or returned to the provider. */
type PlanStanding = 'received' | 'approved' | 'returned';

/** Where a plan stands at the end of a day, and since when. */
export const planStandingOn = (
  plan: Thing<'plan'>,
  day: LocalDate,
): { readonly standing: PlanStanding; readonly since: LocalDate } => {
  const receivedOn = plan.created.occurredOn;
  const review = plan.since('PlanReturned', 'PlanApproved').findLast(({ occurredOn }) => occurredOn <= day);
  return review === undefined
    ? { standing: 'received', since: receivedOn }
    : {
        standing: review.type === 'PlanApproved' ? 'approved' : 'returned',
        since: latest(receivedOn, review.occurredOn),
      };
};

/**
 * The periods in which a plan is in force, other than by its last day or a newer plan: it is not returned to the provider, and its order
 * requires something. The rules and the list of what expires ask this one function.
 */
export const planPeriods = (file: PersonalFile, plan: Thing<'plan'>): readonly OrderPeriod[] => {
  const order = file.get('order', plan.created.data.orderId);
  return unreturnedTimes(plan).flatMap(({ event, from, to }) =>
    orderPeriodsFrom(file, order, event, from)
      .filter((period, index) => index === 0 || to === undefined || period.from < to)
      .map((period) => ({ ...period, to: firstOf([period.to, to]) })),
  );
};
