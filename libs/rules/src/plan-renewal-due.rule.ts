import { addDays, addMonths, earliest, END_OF_TIME, exampleId, latest, on, recorded } from '@rt/domain';
import { days, months } from './amounts';
import { deadline } from './deadline';
import { GRANTED_BY_COURT } from './judgment.example';
import { afterApproval, afterRevision } from './plan-renewals';
import { REPORT_2021 } from './sources';
import { whileOrderStands } from './while-order-stands';

const APPROVED_PLAN = [
  recorded('DecisionMade', '2025-02-20'),
  recorded('OrderSent', '2025-02-24'),
  recorded('PlanReceived', '2025-03-03'),
  recorded('PlanApproved', '2025-03-10'),
];

export const planRenewalDue = deadline({
  id: 'plan-renewal-due',
  title: { sv: 'Planen är inte aktuell', en: 'Plan not up to date' },
  reading: ({ renewalMonthsMax, planDaysMax }) => ({
    sv: `En uppdaterad plan ${months(renewalMonthsMax).sv} efter att planen först godkändes, eller senast planens sista dag om den har en tidigare, och ${days(planDaysMax).sv} efter att beställningen ändrats sedan det finns en plan. Det som räknas är nästa plan som kommer in för beställningen; att godkänna den gamla igen förnyar ingenting. Returneras planen är den inte längre den som gäller, förrän den godkänns ändå. Beviljas insatsen på nytt gäller samma tid från godkännandet, men minst ${days(planDaysMax).sv} från den dagen. En ny beställning kräver en egen plan, vilket regeln om att genomförandeplan saknas bevakar. Inspektörerna kräver aktuella planer; ingen källa anger tiderna. Samma datum, utan flytt till vardag.`,
    en: `An updated plan ${months(renewalMonthsMax).en} after the plan was first approved, or by the last day of the plan if it has an earlier one, and ${days(planDaysMax).en} after the order was changed, if there is a plan by then. What counts is the next plan that arrives for the order; approving the old one again renews nothing. A plan that is returned is no longer the one in force, until it is approved after all. If the measure is granted anew, the time still counts from the approval, but is at least ${days(planDaysMax).en} from that day. A new order needs a plan of its own, which the rule about a missing plan checks. The inspectors require plans that are up to date; no source sets the times. The same date, not moved to a weekday.`,
  }),
  severity: 'medium',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  remindsOf: 'updatedPlan',
  whatToDo: {
    sv: 'Be utföraren skicka en uppdaterad plan, och registrera den när den kommer.',
    en: 'Ask the provider to send an updated plan, and record it when it arrives.',
  },
  versions: [
    {
      inForceFrom: '2019-01-01',
      authority: 'guideline',
      document: REPORT_2021,
      quote: 'aktuella och uppdaterade genomförandeplaner som överensstämmer med beställningen',
      parameters: { renewalMonthsMax: 12, planDaysMax: 15 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    file.things('order').flatMap((order) => {
      const plans = order.linked('plan');
      if (plans.length === 0) return [];
      return [...afterApproval(order, plans), ...afterRevision(order, plans)].flatMap((duty) =>
        whileOrderStands(file, order, duty),
      );
    }),
  dueOn: (from, { renewalMonthsMax, planDaysMax }, { approvedOn, validTo }) =>
    approvedOn === undefined
      ? addDays(from, planDaysMax)
      : latest(
          approvedOn === from ? from : addDays(from, planDaysMax),
          earliest(addMonths(approvedOn, renewalMonthsMax), validTo ?? END_OF_TIME),
        ),
  phrases: ({ arisesOn, inputs: { approvedOn, revisedOn, validTo, renewalMonthsMax, planDaysMax } }) => ({
    background: approvedOn
      ? {
          sv: `Planen godkändes ${approvedOn}${validTo === undefined ? '' : ` och gäller till och med ${validTo}`}.`,
          en: `The plan was approved on ${approvedOn}${validTo === undefined ? '' : ` and is valid through ${validTo}`}.`,
        }
      : { sv: `Beställningen ändrades ${revisedOn}.`, en: `The order was changed on ${revisedOn}.` },
    backgroundOn: approvedOn ?? revisedOn ?? arisesOn,
    within: approvedOn
      ? {
          sv: `${months(renewalMonthsMax).sv}${approvedOn === arisesOn ? '' : ' från godkännandet'}, och medan planen gäller`,
          en: `${months(renewalMonthsMax).en}${approvedOn === arisesOn ? '' : ' of the approval'}, and while the plan is valid`,
        }
      : days(planDaysMax),
    owed: { sv: 'En uppdaterad plan ska ha kommit in', en: 'An updated plan is to arrive' },
    missed: { sv: 'En uppdaterad plan skulle ha kommit in', en: 'An updated plan was to arrive' },
    met: { sv: 'En uppdaterad plan kom in', en: 'An updated plan arrived' },
    over: {
      sv: 'krävs ingen uppdaterad plan av det skälet',
      en: 'no updated plan is required for that reason',
    },
  }),
  examples: [
    {
      name: 'twelve months after the approval to the day, no new plan: in time',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
      ],
      on: '2026-03-10',
      then: ['pending'],
    },
    {
      name: 'twelve months and a day after the approval, no new plan: a gap',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'the old plan approved once more: still a gap',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
        recorded('PlanApproved', '2026-03-02'),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'a new plan on the last day: in time',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
        recorded('PlanReceived', '2026-03-10', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'fifteen days after the order was changed, no new plan: in time',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
      ],
      on: '2026-05-19',
      then: ['pending'],
    },
    {
      name: 'sixteen days after the order was changed, no new plan: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
      ],
      on: '2026-05-20',
      then: ['overdue'],
    },
    {
      name: 'the order changed twice: fifteen days from the last change',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
        recorded('OrderRevised', '2026-05-11', { goals: [] }),
      ],
      on: '2026-05-20',
      then: ['voided', 'pending'],
    },
    {
      name: 'the case closed with 8 days left and reopened: 8 days from the reopening',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanApproved', '2026-03-12'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
        recorded('CaseClosed', '2026-05-11'),
        recorded('CaseReopened', '2026-06-01'),
      ],
      on: '2026-06-10',
      then: ['voided', 'pending', 'voided', 'overdue'],
    },
    {
      name: 'a new plan a day after the last day: late, and it stays late',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
        recorded('PlanReceived', '2026-03-11', { planId: exampleId('plan', 2), goals: [], activities: [] }),
      ],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the plan is valid for four months, on its last day: in time',
      given: [
        recorded('OrderSent', '2026-02-24'),
        recorded('PlanReceived', '2026-03-03', { validTo: on('2026-07-03') }),
        recorded('PlanApproved', '2026-03-10'),
      ],
      on: '2026-07-03',
      then: ['pending'],
    },
    {
      name: 'the plan is valid for four months, the day after its last day: a gap, as in the list of what expires',
      given: [
        recorded('OrderSent', '2026-02-24'),
        recorded('PlanReceived', '2026-03-03', { validTo: on('2026-07-03') }),
        recorded('PlanApproved', '2026-03-10'),
      ],
      on: '2026-07-04',
      then: ['overdue'],
    },
    {
      name: 'approved by mistake and returned: another rule requires the plan anew',
      given: [
        recorded('OrderSent', '2026-02-24'),
        recorded('PlanReceived', '2026-03-03'),
        recorded('PlanApproved', '2026-03-10'),
        recorded('PlanReturned', '2026-03-12'),
      ],
      on: '2027-04-01',
      then: ['voided'],
    },
    {
      name: 'returned, and approved after all: twelve months after the first approval and a day, a gap',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
        recorded('PlanReturned', '2025-03-12'),
        recorded('PlanApproved', '2025-03-17'),
      ],
      on: '2026-03-11',
      then: ['voided', 'overdue'],
    },
    {
      name: 'rejected, and granted anew by the court: twelve months after the approval and a day, a gap',
      given: [
        ...APPROVED_PLAN,
        recorded('DecisionChanged', '2025-06-02', { outcome: 'rejection' }),
        recorded('AppealReceived', '2025-06-09'),
        recorded('AppealDecided', '2025-09-15', GRANTED_BY_COURT),
      ],
      on: '2026-03-11',
      then: ['voided', 'overdue'],
    },
    {
      name: 'granted anew when the plan is older than twelve months: fifteen days from then, in time',
      given: [
        ...APPROVED_PLAN,
        recorded('DecisionChanged', '2025-06-02', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-05-04', {}),
      ],
      on: '2026-05-19',
      then: ['voided', 'pending'],
    },
    {
      name: 'granted anew when the plan is older than twelve months: the sixteenth day, a gap',
      given: [
        ...APPROVED_PLAN,
        recorded('DecisionChanged', '2025-06-02', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-05-04', {}),
      ],
      on: '2026-05-20',
      then: ['voided', 'overdue'],
    },
    {
      name: 'the order was changed, then rejected and granted anew: fifteen days from the new grant and a day',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
        recorded('DecisionChanged', '2026-05-11', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-06-15', {}),
      ],
      on: '2026-07-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'approved on 1 January 2019, the first day of the rule: twelve months and a day, a gap',
      given: [
        recorded('OrderSent', '2018-12-03'),
        recorded('PlanReceived', '2018-12-17'),
        recorded('PlanApproved', '2019-01-01'),
      ],
      on: '2020-01-02',
      then: ['overdue'],
    },
    {
      name: 'the order changed before any plan: the first plan is required by another rule',
      given: [recorded('OrderSent', '2026-03-02'), recorded('OrderRevised', '2026-03-04', { goals: [] })],
      on: '2026-05-20',
      then: 'doesNotApply',
    },
  ],
});
