import {
  addDays,
  decisionContentOn,
  decisionVersions,
  isApproval,
  latest,
  recorded,
  type Configuration,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { firstOf } from './first-of';
import { REPORT_2022, underBothActs } from './sources';

export const orderAfterApproval = deadline({
  id: 'order-after-approval',
  title: { sv: 'Beställning saknas', en: 'No order after the approval' },
  reading: ({ orderDaysMax }) => ({
    sv: `Ett beviljande av något som en utförare utför kräver en beställning inom ${days(orderDaysMax).sv}; ett delavslag är också ett beviljande. Ett beslut som ändras till avslag, eller till en insats som ingen utförare utför, kräver ingen längre; ett beslut som ändras till beviljande kräver en från den dagen. Enligt lagen gäller beslutet omedelbart; ingen källa anger antalet dagar.`,
    en: `An approval of what a provider performs needs an order within ${days(orderDaysMax).en}; a partial rejection is an approval too. A decision that is changed to a rejection, or to a measure that no provider performs, no longer needs one. A decision that is changed into an approval needs one from that day. By law the decision applies at once; no source sets the number of days.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'order',
  settledBy: ['OrderSent'],
  whatToDo: {
    sv: 'Skicka beställningen till utföraren.',
    en: 'Send the order to the provider.',
  },
  versions: underBothActs({
    inForceFrom: '2002-01-01',
    authority: 'law',
    oldAct: `LSS 27 §, SoL (2001:453) 16 kap. 3 § (beslut gäller omedelbart); ${REPORT_2022}`,
    newAct: `LSS 27 §, SoL (2025:400) 35 kap. 5 § (beslut gäller omedelbart); ${REPORT_2022}`,
    quote: 'säkerställa aktuella och informativa beställningar',
    parameters: { orderDaysMax: 7 },
    parameterAuthority: 'default',
  }),
  duties: (file, { configuration }) =>
    file.things('decision').flatMap((decision) => {
      const overOn = pointlessFrom(decision);
      return approvedPeriods(decision, configuration).map(({ event, from, to }) => ({
        subject: decision.id,
        trigger: event,
        arisesOn: from,
        overOn: firstOf([to, overOn]),
        metBy: decision.linked('order')[0]?.created,
        facts: { approvedOn: from },
      }));
    }),
  dueOn: (from, { orderDaysMax }) => addDays(from, orderDaysMax),
  phrases: ({ inputs: { approvedOn, orderDaysMax } }) => ({
    background: {
      sv: `Beslutet att bevilja insatsen gäller från ${approvedOn}.`,
      en: `The approval of the measure holds from ${approvedOn}.`,
    },
    backgroundOn: approvedOn,
    within: days(orderDaysMax),
    owed: { sv: 'En beställning ska ha skickats', en: 'An order is to be sent' },
    missed: { sv: 'En beställning skulle ha skickats', en: 'An order was to be sent' },
    met: { sv: 'Beställningen skickades', en: 'The order was sent' },
    over: { sv: 'behövs ingen beställning', en: 'no order is required' },
  }),
  examples: [
    {
      name: 'day 7 after the approval, no order: in time',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-27',
      then: ['pending'],
    },
    {
      name: 'day 8 after the approval, no order: a gap',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-02-28',
      then: ['overdue'],
    },
    {
      name: 'a partial rejection is an approval too: day 8, a gap',
      given: [recorded('DecisionMade', '2026-02-20', { outcome: 'partialRejection' })],
      on: '2026-02-28',
      then: ['overdue'],
    },
    {
      name: 'order on day 7: in time',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('OrderSent', '2026-02-27')],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'order on day 8: late, and it stays late',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('OrderSent', '2026-02-28')],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'changed into a rejection on day 3: no order is required',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('DecisionChanged', '2026-02-23', { outcome: 'rejection' }),
      ],
      on: '2026-03-10',
      then: ['voided'],
    },
    {
      name: 'before July 2025 the same, under the older act',
      given: [recorded('DecisionMade', '2021-05-03')],
      on: '2021-05-11',
      then: ['overdue'],
    },
    {
      name: 'a rejection: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' })],
      on: '2026-03-10',
      then: 'doesNotApply',
    },
    {
      name: 'a contact person, which no provider performs: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20', { measure: 'kontaktperson' })],
      on: '2026-03-10',
      then: 'doesNotApply',
    },
  ],
});

interface ApprovedPeriod {
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** The periods in which the decision, as it read then, approved something that a provider performs. */
const approvedPeriods = (
  decision: Thing<'decision'>,
  configuration: Configuration,
): readonly ApprovedPeriod[] => {
  const periods: ApprovedPeriod[] = [];
  let open: ApprovedPeriod | undefined;
  for (const version of decisionVersions(decision)) {
    const day = latest(decision.created.occurredOn, version.occurredOn);
    const needsOrder = needsOrderOn(decision, day, configuration);
    if (needsOrder) open ??= { event: version, from: day };
    else if (open) {
      periods.push({ ...open, to: day });
      open = undefined;
    }
  }
  return open ? [...periods, open] : periods;
};

const needsOrderOn = (decision: Thing<'decision'>, day: LocalDate, configuration: Configuration): boolean => {
  const { outcome, measure } = decisionContentOn(decision, day);
  return (
    isApproval(outcome) &&
    configuration.measuresOn(day).some(({ code, needsOrder }) => needsOrder && code === measure)
  );
};

/** The day from which an order is pointless: the approved measure has ended, or the decision was renewed and the renewal has its own order. */
const pointlessFrom = (decision: Thing<'decision'>): LocalDate | undefined =>
  firstOf([
    ...decision
      .linked('execution')
      .flatMap((execution) =>
        execution
          .since('ExecutionEnded')
          .map((ended) =>
            latest(decision.created.occurredOn, execution.created.occurredOn, ended.occurredOn),
          ),
      ),
    ...decision
      .linked('decision')
      .flatMap((renewal) =>
        renewal
          .linked('order')
          .map((order) =>
            latest(decision.created.occurredOn, renewal.created.occurredOn, order.created.occurredOn),
          ),
      ),
  ]);
