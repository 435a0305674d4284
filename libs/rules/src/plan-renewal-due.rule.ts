import {
  addDays,
  addMonths,
  exampleId,
  latest,
  on,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { firstOf } from './first-of';
import { orderOverOn } from './order-over';
import type { Found, Rule, RuleContext } from './rule';
import { REPORT_2021 } from './sources';
import { deadlinesIn, spellsOf } from './spells';

type Renewal = { readonly renewalMonthsMax: number; readonly planDaysMax: number };

export const planRenewalDue: Rule<Renewal> = {
  id: 'plan-renewal-due',
  title: { sv: 'Planen är inte aktuell', en: 'Plan not up to date' },
  reading: {
    sv: 'En uppdaterad plan tolv månader efter att planen först godkändes, och femton dagar efter att beställningen ändrats sedan det finns en plan. Det som räknas är nästa plan som kommer in för beställningen; att godkänna den gamla igen förnyar ingenting. En ny beställning kräver en egen plan, vilket plan-due-15-days bevakar. Månaderna är våra och ingen lags: samma datum, utan flytt till vardag.',
    en: "An updated plan twelve months after the plan was first approved, and fifteen days after the order was changed once there is a plan. The document that counts is the next plan that arrives for the order; approving the old one again renews nothing. A new order wants a plan of its own, which plan-due-15-days asks for. The months are ours and no statute's: the same date, not moved to a weekday.",
  },
  severity: 'medium',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2019-01-01'),
      authority: 'guideline',
      source: {
        document: REPORT_2021,
        quote: 'aktuella och uppdaterade genomförandeplaner som överensstämmer med beställningen',
      },
      parameters: { renewalMonthsMax: 12, planDaysMax: 15 },
    },
  ],
  check: (file, context) =>
    file.things('order').flatMap((order) => {
      const plans = order.linked('plan');
      if (plans.length === 0) return [];
      const overOn = orderOverOn(file, order);
      return [
        ...afterApproval(file, order, plans, overOn, context),
        ...afterRevision(file, order, plans, overOn, context),
      ];
    }),
  text: ({ dueOn, inputs: { approvedOn, revisedOn, renewalMonthsMax, planDaysMax } }) =>
    approvedOn === undefined
      ? {
          sv: `Beställningen ändrades ${revisedOn}. En ny plan skulle ha kommit in inom ${planDaysMax} dagar, senast ${dueOn}.`,
          en: `The order was changed on ${revisedOn}. A new plan was to arrive within ${planDaysMax} days, by ${dueOn}.`,
        }
      : {
          sv: `Planen godkändes ${approvedOn}. En uppdaterad plan skulle ha kommit in inom ${renewalMonthsMax} månader, senast ${dueOn}.`,
          en: `The plan was approved on ${approvedOn}. An updated plan was to arrive within ${renewalMonthsMax} months, by ${dueOn}.`,
        },
  examples: [
    {
      name: 'twelve months after the approval to the day, no new plan: in time',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
      ],
      on: on('2026-03-10'),
      then: ['pending'],
    },
    {
      name: 'twelve months and a day after the approval, no new plan: a gap',
      given: [
        recorded('OrderSent', '2025-02-24'),
        recorded('PlanReceived', '2025-03-03'),
        recorded('PlanApproved', '2025-03-10'),
      ],
      on: on('2026-03-11'),
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
      on: on('2026-03-11'),
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
      on: on('2026-06-01'),
      then: ['fulfilled'],
    },
    {
      name: 'fifteen days after the order was changed, no new plan: in time',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
      ],
      on: on('2026-05-19'),
      then: ['pending'],
    },
    {
      name: 'sixteen days after the order was changed, no new plan: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
      ],
      on: on('2026-05-20'),
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
      on: on('2026-05-20'),
      then: ['voided', 'pending'],
    },
    {
      name: 'the case closed and reopened: both times count from the reopening',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('PlanApproved', '2026-03-12'),
        recorded('OrderRevised', '2026-05-04', { goals: [] }),
        recorded('CaseClosed', '2026-05-11'),
        recorded('CaseReopened', '2026-06-01'),
      ],
      on: on('2026-06-17'),
      then: ['voided', 'pending', 'voided', 'overdue'],
    },
    {
      name: 'the order changed before any plan: the first plan is asked for by another rule',
      given: [recorded('OrderSent', '2026-03-02'), recorded('OrderRevised', '2026-03-04', { goals: [] })],
      on: on('2026-05-20'),
      then: [],
      applies: false,
    },
  ],
};

const afterApproval = (
  file: PersonalFile,
  order: Thing<'order'>,
  plans: readonly Thing<'plan'>[],
  overOn: LocalDate | undefined,
  { parametersOn }: RuleContext<Renewal>,
): readonly Found[] =>
  plans.flatMap((plan, index) => {
    const approved = plan.since('PlanApproved')[0];
    if (!approved) return [];
    const approvedOn = latest(order.created.occurredOn, plan.created.occurredOn, approved.occurredOn);
    const next = plans[index + 1]?.created;
    if (next && next.occurredOn <= approvedOn) return [];
    return deadlinesIn(spellsOf(file, approved, approvedOn, overOn), next?.occurredOn, (day) =>
      addMonths(day, parametersOn(day).renewalMonthsMax),
    ).map((deadline) => ({
      subject: plan.id,
      caseId: approved.caseId,
      kind: 'deadline',
      ...deadline,
      inputs: { approvedOn, renewalMonthsMax: parametersOn(deadline.arisesOn).renewalMonthsMax },
      evidence: next ? [approved.id, next.id] : [approved.id],
    }));
  });

const afterRevision = (
  file: PersonalFile,
  order: Thing<'order'>,
  plans: readonly Thing<'plan'>[],
  overOn: LocalDate | undefined,
  { parametersOn }: RuleContext<Renewal>,
): readonly Found[] => {
  const sentOn = order.created.occurredOn;
  const revisions = order.since('OrderRevised');
  return revisions.flatMap((revised, index) => {
    const revisedOn = latest(sentOn, revised.occurredOn);
    if (!plans.some((plan) => latest(sentOn, plan.created.occurredOn) < revisedOn)) return [];
    const answer = plans.find((plan) => plan.created.occurredOn >= revisedOn)?.created;
    const later = revisions[index + 1];
    const over = firstOf([overOn, later && latest(sentOn, later.occurredOn)]);
    return deadlinesIn(spellsOf(file, revised, revisedOn, over), answer?.occurredOn, (day) =>
      addDays(day, parametersOn(day).planDaysMax),
    ).map((deadline) => ({
      // The order, and not its plan: a reopened case may ask for both renewals of one plan from one day.
      subject: order.id,
      caseId: revised.caseId,
      kind: 'deadline',
      ...deadline,
      inputs: { revisedOn, planDaysMax: parametersOn(deadline.arisesOn).planDaysMax },
      evidence: answer ? [revised.id, answer.id] : [revised.id],
    }));
  });
};
