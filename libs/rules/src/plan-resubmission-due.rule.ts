import { addDays, exampleId, latest, recorded, type LocalDate, type Thing } from '@rt/domain';
import { days } from './amounts';
import { deadline, type Duty } from './deadline';
import { plansOfOrders } from './plans-of-orders';
import { GRANTED_BY_COURT } from './judgment.example';
import { OSTERMALM_2020 } from './sources';
import { whileOrderStands } from './while-order-stands';

/** A plan is returned, the decision is changed into a rejection, and the court grants the measure. */
const RETURNED_AND_GRANTED_ANEW = [
  recorded('DecisionMade', '2026-02-20'),
  recorded('OrderSent', '2026-03-02'),
  recorded('PlanReceived', '2026-03-10'),
  recorded('PlanReturned', '2026-03-16'),
  recorded('DecisionChanged', '2026-03-20', { outcome: 'rejection' }),
  recorded('AppealReceived', '2026-04-01'),
  recorded('AppealDecided', '2026-06-15', GRANTED_BY_COURT),
];

export const planResubmissionDue = deadline({
  id: 'plan-resubmission-due',
  title: { sv: 'Omarbetad plan saknas', en: 'Revised plan missing' },
  reading: ({ resubmissionDaysMax }) => ({
    sv: `En plan som har returnerats kommer tillbaka omarbetad inom ${days(resubmissionDaysMax).sv}: kalenderdagar, utan flytt till vardag. Det som räknas är nästa plan för beställningen. Kravet upphör om den returnerade planen godkänns ändå, när beställningen inte längre gäller eller när ärendet avslutas; beviljas insatsen på nytt räknas tiden från den dagen. Rutinen är en stadsdelsförvaltnings (Östermalms) och anger inte inom vilken tid.`,
    en: `A plan that was returned comes back revised within ${days(resubmissionDaysMax).en}: calendar days, not moved to a weekday. What counts is the next plan for the order. It is no longer required if the returned plan is approved after all, when the order no longer holds, or when the case closes. If the measure is granted anew, the time counts from that day. The routine is that of one district (Östermalm) and sets no time.`,
  }),
  severity: 'medium',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  remindsOf: 'revisedPlan',
  whatToDo: {
    sv: 'Kontakta utföraren om den omarbetade planen, och registrera den när den kommer.',
    en: 'Contact the provider about the revised plan, and record it when it arrives.',
  },
  versions: [
    {
      inForceFrom: '2020-09-24',
      authority: 'localRoutine',
      document: OSTERMALM_2020,
      quote: 'I de fall det finns behov av förtydligande av genomförandeplanen ska utföraren kontaktas.',
      parameters: { resubmissionDaysMax: 15 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    plansOfOrders(file).flatMap(({ order, plans }) =>
      plans.flatMap((plan, index) =>
        returnsOf(plan, plans[index + 1]).flatMap((duty) => whileOrderStands(file, order, duty)),
      ),
    ),
  dueOn: (from, { resubmissionDaysMax }) => addDays(from, resubmissionDaysMax),
  phrases: ({ inputs: { returnedOn, resubmissionDaysMax } }) => ({
    background: { sv: `Planen returnerades ${returnedOn}.`, en: `The plan was returned on ${returnedOn}.` },
    backgroundOn: returnedOn,
    within: days(resubmissionDaysMax),
    owed: { sv: 'En omarbetad plan ska ha kommit in', en: 'A revised plan is to arrive' },
    missed: { sv: 'En omarbetad plan skulle ha kommit in', en: 'A revised plan was to arrive' },
    met: { sv: 'En omarbetad plan kom in', en: 'A revised plan arrived' },
    over: { sv: 'behövs ingen omarbetad plan', en: 'no revised plan is required' },
  }),
  examples: [
    {
      name: 'day 15 after the return, no new plan: in time',
      given: [recorded('PlanReceived', '2026-03-10'), recorded('PlanReturned', '2026-03-16')],
      on: '2026-03-31',
      then: ['pending'],
    },
    {
      name: 'day 16 after the return, no new plan: a gap',
      given: [recorded('PlanReceived', '2026-03-10'), recorded('PlanReturned', '2026-03-16')],
      on: '2026-04-01',
      then: ['overdue'],
    },
    {
      name: 'a new plan on day 15: in time',
      given: [
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanReturned', '2026-03-16'),
        recorded('PlanReceived', '2026-03-31', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'a new plan on day 16: late, and it stays late',
      given: [
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanReturned', '2026-03-16'),
        recorded('PlanReceived', '2026-04-01', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'approved after all on day 5: no new plan is required',
      given: [
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanReturned', '2026-03-16'),
        recorded('PlanApproved', '2026-03-21'),
      ],
      on: '2026-09-01',
      then: ['voided'],
    },
    {
      name: 'the decision is changed into a rejection: no revised plan is required',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanReturned', '2026-03-16'),
        recorded('DecisionChanged', '2026-03-20', { outcome: 'rejection' }),
      ],
      on: '2026-05-01',
      then: ['voided'],
    },
    {
      name: 'rejected, and granted anew by the court: day 15 after the judgment, in time',
      given: RETURNED_AND_GRANTED_ANEW,
      on: '2026-06-30',
      then: ['voided', 'pending'],
    },
    {
      name: 'rejected, and granted anew by the court: day 16 after the judgment, a gap',
      given: RETURNED_AND_GRANTED_ANEW,
      on: '2026-07-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'a revised plan came while the decision was a rejection: nothing is owed anew',
      given: [
        ...RETURNED_AND_GRANTED_ANEW,
        recorded('PlanReceived', '2026-05-04', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-07-01',
      then: ['voided'],
    },
    {
      name: 'returned on 24 September 2020, the first day of the routine: a gap',
      given: [recorded('PlanReceived', '2020-09-21'), recorded('PlanReturned', '2020-09-24')],
      on: '2020-10-10',
      then: ['overdue'],
    },
    {
      name: 'a plan that was approved: it does not apply',
      given: [recorded('PlanReceived', '2026-03-10'), recorded('PlanApproved', '2026-03-16')],
      on: '2026-09-01',
      then: 'doesNotApply',
    },
  ],
});

/** One duty for each return of a plan, unless a newer plan had come by then. A second return before an approval adds nothing. */
const returnsOf = (
  plan: Thing<'plan'>,
  next: Thing<'plan'> | undefined,
): readonly Duty<{ readonly returnedOn: LocalDate }>[] => {
  const receivedOn = plan.created.occurredOn;
  const reviews = plan.since('PlanReturned', 'PlanApproved');
  return reviews.flatMap((review, index) => {
    const returnedOn = latest(receivedOn, review.occurredOn);
    if (review.type !== 'PlanReturned' || reviews[index - 1]?.type === 'PlanReturned') return [];
    if (next && next.created.occurredOn < returnedOn) return [];
    const approved = reviews.slice(index).find(({ type }) => type === 'PlanApproved');
    return [
      {
        subject: plan.id,
        trigger: review,
        arisesOn: returnedOn,
        overOn: approved?.occurredOn,
        metBy: next?.created,
        facts: { returnedOn },
      },
    ];
  });
};
