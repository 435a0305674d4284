import { addDays, exampleId, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { earliestOf } from './first-of';
import { plansOfOrders } from './plans-of-orders';
import { OSTERMALM_2020 } from './sources';
import { whileOrderStands } from './while-order-stands';

const REJECTED_BEFORE_REVIEW = [
  recorded('DecisionMade', '2026-02-20'),
  recorded('OrderSent', '2026-03-02'),
  recorded('PlanReceived', '2026-03-10'),
  recorded('DecisionChanged', '2026-03-16', { outcome: 'rejection' }),
];

export const planReviewDue = deadline({
  id: 'plan-review-due',
  title: { sv: 'Planen är inte granskad', en: 'Plan not reviewed' },
  reading: ({ reviewDaysMax }) => ({
    sv: `Varje plan granskas inom ${days(reviewDaysMax).sv}: godkänns, eller returneras med skäl. En nyare plan för samma beställning tar den äldres plats. Gäller beställningen inte längre behövs ingen granskning; beviljas insatsen på nytt räknas tiden från den dagen. Rutinen är en stadsdelsförvaltnings (Östermalms) och anger inte inom vilken tid.`,
    en: `Every plan is reviewed within ${days(reviewDaysMax).en}: approved, or returned with reasons. A newer plan for the same order takes the place of the older one. No review is required when the order no longer holds; if the measure is granted anew, the time counts from that day. The routine is that of one district (Östermalm) and sets no time.`,
  }),
  severity: 'medium',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanApproved', 'PlanReturned'],
  whatToDo: {
    sv: 'Läs planen mot beställningen, och godkänn den eller returnera den med skäl.',
    en: 'Read the plan against the order, and approve it or return it with reasons.',
  },
  versions: [
    {
      inForceFrom: '2020-09-24',
      authority: 'localRoutine',
      document: OSTERMALM_2020,
      quote: 'Enligt rutin ska planen granskas och godkännas av handläggaren',
      parameters: { reviewDaysMax: 10 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    plansOfOrders(file).flatMap(({ order, plans }) =>
      plans.flatMap((plan, index) =>
        whileOrderStands(file, order, {
          subject: plan.id,
          trigger: plan.created,
          overOn: plans[index + 1]?.created.occurredOn,
          metBy: earliestOf([...plan.since('PlanApproved'), ...plan.since('PlanReturned')]),
          facts: { receivedOn: plan.created.occurredOn },
        }),
      ),
    ),
  dueOn: (from, { reviewDaysMax }) => addDays(from, reviewDaysMax),
  phrases: ({ inputs: { receivedOn, reviewDaysMax } }) => ({
    background: { sv: `Planen kom in ${receivedOn}.`, en: `The plan arrived on ${receivedOn}.` },
    backgroundOn: receivedOn,
    within: days(reviewDaysMax),
    owed: { sv: 'Den ska godkännas eller returneras', en: 'It is to be approved or returned' },
    missed: { sv: 'Den skulle ha godkänts eller returnerats', en: 'It was to be approved or returned' },
    met: { sv: 'Den granskades', en: 'It was reviewed' },
    over: { sv: 'behöver den inte granskas', en: 'no review is required' },
  }),
  examples: [
    {
      name: 'day 10, neither approved nor returned: in time',
      given: [recorded('PlanReceived', '2026-03-10')],
      on: '2026-03-20',
      then: ['pending'],
    },
    {
      name: 'day 11, neither approved nor returned: a gap',
      given: [recorded('PlanReceived', '2026-03-10')],
      on: '2026-03-21',
      then: ['overdue'],
    },
    {
      name: 'approved on day 10: in time',
      given: [recorded('PlanReceived', '2026-03-10'), recorded('PlanApproved', '2026-03-20')],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'returned on day 11: late, and it stays late',
      given: [recorded('PlanReceived', '2026-03-10'), recorded('PlanReturned', '2026-03-21')],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'a newer plan on day 5: the newer one is to be reviewed',
      given: [
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanReceived', '2026-03-15', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-03-21',
      then: ['voided', 'pending'],
    },
    {
      name: 'not reviewed when the decision was changed into a rejection: no review is required',
      given: REJECTED_BEFORE_REVIEW,
      on: '2026-04-01',
      then: ['voided'],
    },
    {
      name: 'rejected and granted anew, not reviewed: day 10 after the new grant, in time',
      given: [...REJECTED_BEFORE_REVIEW, recorded('DecisionCorrected', '2026-05-04', {})],
      on: '2026-05-14',
      then: ['voided', 'pending'],
    },
    {
      name: 'rejected and granted anew, not reviewed: day 11 after the new grant, a gap',
      given: [...REJECTED_BEFORE_REVIEW, recorded('DecisionCorrected', '2026-05-04', {})],
      on: '2026-05-15',
      then: ['voided', 'overdue'],
    },
    {
      name: 'received on 24 September 2020, the first day of the routine: day 11, a gap',
      given: [recorded('PlanReceived', '2020-09-24')],
      on: '2020-10-05',
      then: ['overdue'],
    },
    {
      name: 'an order and no plan: nothing to review',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});
