import { addDays, exampleId, on, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { GRANTED_BY_COURT } from './judgment.example';
import { owedOrders } from './owed-orders';
import { REPORT_2022, underBothActs } from './sources';

export const orderAfterApproval = deadline({
  id: 'order-after-approval',
  title: { sv: 'Beställning saknas', en: 'No order after the approval' },
  reading: ({ orderDaysMax }) => ({
    sv: `Ett beviljande av något som en utförare utför kräver en beställning inom ${days(orderDaysMax).sv}; ett delavslag är också ett beviljande. Ett beslut som ändras till avslag, eller till en insats som ingen utförare utför, kräver ingen längre; ett beslut som ändras till beviljande kräver en från den dagen. Återkallas den enda beställningen, eller ändras den till en annan insats, medan beviljandet löper krävs en ny från den dagen. Utförs insatsen på nytt sedan den upphört gäller detsamma. En beställning av något annat än det beviljade räknas inte. En dom som beviljar är ett beslut att verkställa, från domens dag. Enligt lagen gäller beslutet omedelbart; ingen källa anger antalet dagar.`,
    en: `An approval of what a provider performs needs an order within ${days(orderDaysMax).en}; a partial rejection is an approval too. A decision that is changed to a rejection, or to a measure that no provider performs, no longer needs one. A decision that is changed into an approval needs one from that day. If the only order is called off, or changed to another measure, while the approval runs, a new one is needed from that day. The same holds if the measure is carried out anew after it ended. An order of anything but what was granted does not count. A judgment that grants is a decision to carry out, from the day of the judgment. By law the decision applies at once; no source sets the number of days.`,
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
    file.things('decision').flatMap((decision) => owedOrders(decision, configuration)),
  dueOn: (from, { orderDaysMax }) => addDays(from, orderDaysMax),
  phrases: ({ inputs: { approvedOn, byCourt, withoutOrderOn, orderDaysMax } }) => ({
    background: {
      sv: `${byCourt ? `Domstolen beviljade insatsen ${approvedOn}; domen gäller omedelbart.` : `Beslutet att bevilja insatsen gäller från ${approvedOn}.`}${withoutOrderOn === undefined ? '' : ` Sedan ${withoutOrderOn} finns ingen beställning av den insatsen.`}`,
      en: `${byCourt ? `The court granted the measure on ${approvedOn}; the judgment applies at once.` : `The approval of the measure holds from ${approvedOn}.`}${withoutOrderOn === undefined ? '' : ` Since ${withoutOrderOn} there is no order of that measure.`}`,
    },
    backgroundOn: withoutOrderOn ?? approvedOn,
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
      name: 'the order called off while the approval runs: an order is owed again, day 7 after that',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24'),
        recorded('OrderCancelled', '2026-04-01'),
      ],
      on: '2026-04-08',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'the order called off while the approval runs, no new one on day 8: a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24'),
        recorded('OrderCancelled', '2026-04-01'),
      ],
      on: '2026-04-09',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'called off and sent to another provider on the same day: nothing is owed',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24'),
        recorded('OrderCancelled', '2026-04-01'),
        recorded('OrderSent', '2026-04-01', { orderId: exampleId('order', 2), goals: [] }),
      ],
      on: '2026-05-01',
      then: ['fulfilled'],
    },
    {
      name: 'called off after the last day of what was granted: nothing is owed',
      given: [
        recorded('DecisionMade', '2026-02-20', { to: on('2026-03-31') }),
        recorded('OrderSent', '2026-02-24'),
        recorded('OrderCancelled', '2026-04-01'),
      ],
      on: '2026-05-01',
      then: ['fulfilled'],
    },
    {
      name: 'an order of another measure names the decision: a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24', { measure: 'boendestod' }),
      ],
      on: '2026-02-28',
      then: ['overdue'],
    },
    {
      name: 'overdue when the case closed and reopened on one day: it stays overdue',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('DecisionMade', '2026-02-20'),
        recorded('CaseClosed', '2026-04-29'),
        recorded('CaseReopened', '2026-04-29'),
      ],
      on: '2026-04-30',
      then: ['overdue'],
    },
    {
      name: 'a rejection that the court changes into an approval: an order is owed from the judgment, day 8',
      given: [
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('AppealReceived', '2026-03-02'),
        recorded('AppealDecided', '2026-06-15', GRANTED_BY_COURT),
      ],
      on: '2026-06-23',
      then: ['overdue'],
    },
    {
      name: 'executed, rejected and ended, then granted anew and the old order called off: day 8, a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24'),
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('DecisionChanged', '2026-03-30', { outcome: 'rejection' }),
        recorded('ExecutionEnded', '2026-03-31'),
        recorded('OrderCancelled', '2026-03-31'),
        recorded('DecisionCorrected', '2026-06-15', {}),
      ],
      on: '2026-06-23',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'ended and called off, then carried out anew under the same decision: an order is owed, day 8',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-02-24'),
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionEnded', '2026-03-31'),
        recorded('OrderCancelled', '2026-03-31'),
        recorded('ExecutionStarted', '2026-06-15', {
          executionId: exampleId('execution', 2),
          orderId: null,
        }),
      ],
      on: '2026-06-23',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'a judgment that says nothing of what it grants: it opens nothing',
      given: [
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
        recorded('AppealReceived', '2026-03-02'),
        recorded('AppealDecided', '2026-06-15', { outcome: 'changed' }),
      ],
      on: '2026-06-23',
      then: [],
    },
    {
      name: 'before July 2025 the same, under the older act',
      given: [recorded('DecisionMade', '2021-05-03')],
      on: '2021-05-11',
      then: ['overdue'],
    },
    {
      name: 'approved on 1 January 2002, the first day of the older act: day 8, a gap',
      given: [recorded('DecisionMade', '2002-01-01')],
      on: '2002-01-09',
      then: ['overdue'],
    },
    {
      name: 'approved on 30 June 2025, the last day under the older act: day 8, a gap',
      given: [recorded('DecisionMade', '2025-06-30')],
      on: '2025-07-08',
      then: ['overdue'],
    },
    {
      name: 'approved on 1 July 2025, the first day of the new act: day 8, a gap',
      given: [recorded('DecisionMade', '2025-07-01')],
      on: '2025-07-09',
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
