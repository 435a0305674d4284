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
 * The periods in which an order requires something. It ends when it is cancelled, when what it ordered has ended, and when the decision behind
 * it was renewed and the renewal has an order. It rests while the decision behind it is changed into a rejection, and stands again from the
 * day on which the decision grants again. The last day of the order does not count: only a recorded event ends a duty.
 */
export const orderPeriods = (
  file: PersonalFile,
  order: Thing<'order'>,
): readonly [OrderPeriod, ...OrderPeriod[]] => {
  const sentOn = order.created.occurredOn;
  const decision = file.get('decision', order.created.data.decisionId);
  const end = firstOf([
    cancelledOn(order),
    ...executionsOfOrder(order).flatMap((execution) => endsOf(execution, sentOn)),
    ...(decision ? endsOfDecision(decision) : []),
  ]);
  const overOn = end && latest(sentOn, end);
  const rests = (decision ? rejections(decision) : []).map(({ from, again }) => ({
    from: latest(sentOn, from),
    again: again && { event: again, on: latest(sentOn, again.occurredOn) },
  }));
  const periods: [OrderPeriod, ...OrderPeriod[]] = [
    { event: order.created, from: sentOn, to: firstOf([overOn, rests[0]?.from]) },
  ];
  for (const [index, { again }] of rests.entries())
    if (again && (overOn === undefined || again.on < overOn))
      periods.push({
        event: again.event,
        from: again.on,
        to: firstOf([overOn, rests[index + 1]?.from]),
      });
  return periods;
};

/** The day from which an order requires nothing more, for the first time. */
export const orderOverOn = (file: PersonalFile, order: Thing<'order'>): LocalDate | undefined =>
  orderPeriods(file, order)[0].to;

/** The days on which what a decision granted ended, or was replaced by a renewal that has an order. */
export const endsOfDecision = (decision: Thing<'decision'>): readonly LocalDate[] => {
  const madeOn = decision.created.occurredOn;
  return [
    ...decision
      .linked('execution')
      .filter(({ created }) => created.data.orderId === null)
      .flatMap((execution) => endsOf(execution, madeOn)),
    ...renewalsOf(decision).flatMap(({ thing: renewal, from }) =>
      renewal.linked('order').map((next) => latest(from, next.created.occurredOn)),
    ),
  ];
};

const endsOf = (execution: Thing<'execution'>, from: LocalDate): readonly LocalDate[] =>
  execution
    .since('ExecutionEnded')
    .map((ended) => latest(from, execution.created.occurredOn, ended.occurredOn));

interface Rejection {
  readonly from: LocalDate;
  /** The version with which the decision grants again. */
  readonly again?: Recorded<PersonalFileEvent>;
}

/** The periods in which a decision that had granted something was changed into a rejection. */
const rejections = (decision: Thing<'decision'>): readonly Rejection[] => {
  const madeOn = decision.created.occurredOn;
  const periods: Rejection[] = [];
  let from: LocalDate | undefined;
  for (const version of decisionVersions(decision).slice(1)) {
    const day = latest(madeOn, version.occurredOn);
    const grants = isApproval(decisionContentOn(decision, day).outcome);
    if (!grants) from ??= day;
    else if (from !== undefined) {
      periods.push({ from, again: version });
      from = undefined;
    }
  }
  return from === undefined ? periods : [...periods, { from }];
};
