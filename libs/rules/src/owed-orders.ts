/** The orders that a decision requires: one from each approval, and one from each day on which the last order of the measure was called off. */
import {
  cancelledOn,
  courtsDecisionOn,
  decisionContentOn,
  decisionVersions,
  isApproval,
  latest,
  orderContentOn,
  orderVersions,
  type Configuration,
  type LocalDate,
  type MeasureCode,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { isOverOn, runOf, turnsOfRuns } from './carried-out';
import type { Duty } from './deadline';
import { firstOf } from './first-of';
import { daysOfRenewingOrders } from './order-over';
import { executionsOfDecision } from './thread';

type OrderDuty = Duty<{
  readonly approvedOn: LocalDate;
  readonly byCourt: boolean;
  readonly withoutOrderOn?: LocalDate;
}>;

/** The duties of a decision to send an order. */
export const owedOrders = (decision: Thing<'decision'>, configuration: Configuration): readonly OrderDuty[] =>
  approvedPeriods(decision, configuration).flatMap((period) => owedIn(decision, period));

interface ApprovedPeriod {
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  readonly measure: MeasureCode;
  /** The first day of the approval. A period that begins later begins because the measure is carried out anew. */
  readonly approvedOn: LocalDate;
  readonly to?: LocalDate | undefined;
}

/**
 * The periods in which the decision, as it read then, approved a measure that a provider performs. A period ends when what was granted has
 * ended, and when the decision was renewed and the renewal has an order. What is granted or carried out anew begins a new period.
 */
const approvedPeriods = (
  decision: Thing<'decision'>,
  configuration: Configuration,
): readonly ApprovedPeriod[] => {
  const madeOn = decision.created.occurredOn;
  const replacedOn = firstOf(daysOfRenewingOrders(decision));
  const runs = executionsOfDecision(decision).map(({ thing, from }) => runOf(thing, from));
  const versions = decisionVersions(decision).map((event) => ({
    event,
    on: latest(madeOn, event.occurredOn),
  }));
  const begun = runs.map(({ started, from }) => ({ event: started, on: from }));
  const days = [...versions.map(({ on }) => on), ...turnsOfRuns(runs), ...(replacedOn ? [replacedOn] : [])];
  const periods: ApprovedPeriod[] = [];
  let open: ApprovedPeriod | undefined;
  let approvedOn = madeOn;
  let approved: MeasureCode | undefined;
  for (const day of [...new Set(days)].sort()) {
    const measure = measureToOrderOn(decision, day, configuration);
    if (measure !== approved) approvedOn = day;
    approved = measure;
    const isPointless = (replacedOn !== undefined && replacedOn <= day) || isOverOn(runs, day, approvedOn);
    if (open && (isPointless || open.measure !== measure)) {
      periods.push({ ...open, to: day });
      open = undefined;
    }
    if (open || isPointless || measure === undefined) continue;
    const begins = [...versions, ...begun].find(({ on }) => on === day);
    if (begins) open = { event: begins.event, from: day, measure, approvedOn };
  }
  return open ? [...periods, open] : periods;
};

/** The measure that a decision grants on a day and that a provider performs; undefined if it grants none. */
export const measureToOrderOn = (
  decision: Thing<'decision'>,
  day: LocalDate,
  configuration: Configuration,
): MeasureCode | undefined => {
  const { outcome, measure } = decisionContentOn(decision, day);
  const isOrdered = configuration
    .measuresOn(day)
    .some(({ code, needsOrder }) => needsOrder && code === measure);
  return isApproval(outcome) && isOrdered ? measure : undefined;
};

/**
 * The duties of a period: one from its beginning, and one from each day on which its last order was called off, or changed to another
 * measure, while the approval still ran.
 */
const owedIn = (decision: Thing<'decision'>, period: ApprovedPeriod): readonly OrderDuty[] => {
  const { event, from, to, measure } = period;
  const turns = orderTurns(decision, measure);
  const before = turns.findLast(({ on }) => on <= from);
  const left = turns.filter(({ on }) => on > from);
  const isAnew = from !== period.approvedOn;
  if (before?.order && !isAnew) left.unshift(before);
  const duties: OrderDuty[] = [];
  let owed: Owed | undefined = before?.order && isAnew ? undefined : { event, from };
  for (const turn of left) {
    if (turn.order && owed) {
      duties.push(dutyOf(decision, period, owed, { id: turn.event.id, occurredOn: turn.on }));
      owed = undefined;
    } else if (!turn.order && !owed && (to === undefined || turn.on < to) && runsOn(decision, turn.on))
      owed = { event: turn.event, from: turn.on };
  }
  return owed ? [...duties, dutyOf(decision, period, owed)] : duties;
};

interface Owed {
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
}

const dutyOf = (
  decision: Thing<'decision'>,
  period: ApprovedPeriod,
  owed: Owed,
  metBy?: OrderDuty['metBy'],
): OrderDuty => ({
  subject: decision.id,
  trigger: owed.event,
  inCaseOf: decision.created,
  arisesOn: owed.from,
  overOn: period.to,
  metBy,
  facts: {
    approvedOn: period.approvedOn,
    byCourt: courtsDecisionOn(decision, period.approvedOn) !== undefined,
    ...((owed.event.id !== period.event.id || owed.from !== period.approvedOn) && {
      withoutOrderOn: owed.from,
    }),
  },
});

/** Whether what was granted has not run out on a day, as the decision reads that day. */
const runsOn = (decision: Thing<'decision'>, day: LocalDate): boolean => {
  const { to } = decisionContentOn(decision, day);
  return to === undefined || day <= to;
};

interface OrderTurn {
  readonly on: LocalDate;
  /** Whether some order of the measure stands at the end of the day. */
  readonly order: boolean;
  readonly event: Recorded<PersonalFileEvent>;
}

/** The days on which the decision gets an order of the measure, or has none any longer. */
const orderTurns = (decision: Thing<'decision'>, measure: MeasureCode): readonly OrderTurn[] => {
  const madeOn = decision.created.occurredOn;
  const orders = decision.linked('order');
  const standsOn = (order: Thing<'order'>, day: LocalDate): boolean => {
    const cancelled = cancelledOn(order);
    return (
      order.created.occurredOn <= day &&
      !(cancelled !== undefined && cancelled <= day) &&
      orderContentOn(order, day).measure === measure
    );
  };
  const events = orders
    .flatMap((order) => [...orderVersions(order), ...order.since('OrderCancelled')])
    .map((event) => ({ event, on: latest(madeOn, event.occurredOn) }))
    .sort((a, b) => (`${a.on} ${a.event.id}` < `${b.on} ${b.event.id}` ? -1 : 1));
  const turns: OrderTurn[] = [];
  for (const { event, on } of events) {
    const order = orders.some((each) => standsOn(each, on));
    if (order !== (turns.at(-1)?.order ?? false)) turns.push({ event, on, order });
  }
  return turns;
};
