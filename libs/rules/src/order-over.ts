import {
  cancelledOn,
  decisionContentOn,
  decisionVersions,
  isApproval,
  latest,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { isOverOn, runOf, turnsOfRuns } from './carried-out';
import { firstOf } from './first-of';
import { executionsOfOrder, renewalsOf } from './thread';

/** A period in which an order stands, and the event that it begins with. */
export interface OrderPeriod {
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  /** The day from which the order requires nothing more. */
  readonly to: LocalDate | undefined;
}

/**
 * The periods in which an order requires something, the first one from the day it was sent. It rests while the decision behind it is changed
 * into a rejection, and stands again from the day on which the decision grants again. It rests when what it ordered has ended, and stands again
 * from the day on which it is carried out or granted anew. It ends for good when it is cancelled, and when the decision behind it was renewed and the
 * renewal has an order. The last day of the order does not count: only a recorded event ends a duty.
 */
export const orderPeriods = (
  file: PersonalFile,
  order: Thing<'order'>,
): readonly [OrderPeriod, ...OrderPeriod[]] => {
  const sentOn = order.created.occurredOn;
  const decision = file.get('decision', order.created.data.decisionId);
  const over = firstOf([cancelledOn(order), ...(decision ? daysOfRenewingOrders(decision) : [])]);
  const rests = decision ? rejectionsOf(decision) : [];
  const runs = [...executionsOfOrder(order), ...(decision ? executionsWithoutOrder(decision) : [])].map(
    (execution) => runOf(execution, sentOn),
  );
  const standsOn = (day: LocalDate): boolean =>
    !(over !== undefined && over <= day) &&
    !rests.some(({ from, to }) => from <= day && !(to !== undefined && to <= day)) &&
    !isOverOn(runs, day, rests.findLast(({ to }) => to !== undefined && to <= day)?.to);
  const beginnings = [
    ...rests.flatMap(({ to, again }) => (to && again ? [{ event: again, on: latest(sentOn, to) }] : [])),
    ...runs.map(({ started, from }) => ({ event: started, on: from })),
  ];
  const turns = [over, ...rests.flatMap(({ from, to }) => [from, to]), ...turnsOfRuns(runs)];
  const days = turns.flatMap((day) => (day === undefined ? [] : [latest(sentOn, day)]));
  const periods: OrderPeriod[] = [];
  let open: OrderPeriod | undefined = { event: order.created, from: sentOn, to: undefined };
  for (const day of [...new Set(days)].sort())
    if (open && !standsOn(day)) {
      periods.push({ ...open, to: day });
      open = undefined;
    } else if (!open && standsOn(day)) {
      const begins = beginnings.find(({ on }) => on === day);
      if (begins) open = { event: begins.event, from: day, to: undefined };
    }
  if (open) periods.push(open);
  return periods as [OrderPeriod, ...OrderPeriod[]];
};

/**
 * The periods of a duty about an order that begins on a day: the one in which the day lies, and each later period of the order. A duty that
 * begins while the order rests is over at once, and begins again with the order. Without an order the duty has one period, without an end.
 */
export const orderPeriodsFrom = (
  file: PersonalFile,
  order: Thing<'order'> | undefined,
  event: Recorded<PersonalFileEvent>,
  from: LocalDate,
): readonly [OrderPeriod, ...OrderPeriod[]] => {
  if (!order) return [{ event, from, to: undefined }];
  const periods = orderPeriods(file, order);
  const current = periods.findLast((period) => period.from <= from) ?? periods[0];
  return [
    { event, from, to: current.to && latest(from, current.to) },
    ...periods.filter((period) => period !== current && period.from > from),
  ];
};

/** The days from which the renewals of a decision have an order. */
export const daysOfRenewingOrders = (decision: Thing<'decision'>): readonly LocalDate[] =>
  renewalsOf(decision).flatMap(({ thing: renewal, from }) =>
    renewal.linked('order').map((next) => latest(from, next.created.occurredOn)),
  );

const executionsWithoutOrder = (decision: Thing<'decision'>): readonly Thing<'execution'>[] =>
  decision.linked('execution').filter(({ created }) => created.data.orderId === null);

interface Rejection {
  readonly from: LocalDate;
  /** The day on which the decision grants again, and the version with which it does. */
  readonly to?: LocalDate;
  readonly again?: Recorded<PersonalFileEvent>;
}

/** The periods in which a decision that had granted something was changed into a rejection. */
export const rejectionsOf = (decision: Thing<'decision'>): readonly Rejection[] => {
  const madeOn = decision.created.occurredOn;
  const periods: Rejection[] = [];
  let from: LocalDate | undefined;
  for (const version of decisionVersions(decision).slice(1)) {
    const day = latest(madeOn, version.occurredOn);
    const grants = isApproval(decisionContentOn(decision, day).outcome);
    if (!grants) from ??= day;
    else if (from !== undefined) {
      periods.push({ from, to: day, again: version });
      from = undefined;
    }
  }
  return from === undefined ? periods : [...periods, { from }];
};
