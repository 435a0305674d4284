import { addDays, exampleId, latest, recorded, type LocalDate, type Thing } from '@rt/domain';
import { days } from './amounts';
import { deadline, type Duty } from './deadline';
import { firstOf } from './first-of';
import { orderOverOn } from './order-over';
import { plansOfOrders } from './plans-of-orders';
import { OSTERMALM_2020 } from './sources';

export const planResubmissionDue = deadline({
  id: 'plan-resubmission-due',
  title: { sv: 'Omarbetad plan saknas', en: 'Revised plan missing' },
  reading: ({ resubmissionDaysMax }) => ({
    sv: `En plan som har returnerats kommer tillbaka omarbetad inom ${days(resubmissionDaysMax).sv}: kalenderdagar, utan flytt till vardag. Det som räknas är nästa plan för beställningen. Kravet upphör om den returnerade planen godkänns ändå, när beställningen inte längre gäller eller när ärendet avslutas. Rutinen är en stadsdelsförvaltnings (Östermalms) och anger inte inom vilken tid.`,
    en: `A plan that was returned comes back revised within ${days(resubmissionDaysMax).en}: calendar days, not moved to a weekday. What counts is the next plan for the order. It is no longer required if the returned plan is approved after all, when the order no longer holds, or when the case closes. The routine is that of one district (Östermalm) and sets no time.`,
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
    plansOfOrders(file).flatMap(({ order, plans }) => {
      const overOn = order && orderOverOn(file, order);
      return plans.flatMap((plan, index) => returnsOf(plan, plans[index + 1], overOn));
    }),
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
  orderOver: LocalDate | undefined,
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
        overOn: firstOf([orderOver, approved?.occurredOn]),
        metBy: next?.created,
        facts: { returnedOn },
      },
    ];
  });
};
