import { exampleId, orderContentOn, recorded, type OrderContent, type Thing } from '@rt/domain';
import { orderPeriodsFrom } from './order-over';
import { judgedByParts, missingParts } from './parts';
import { PLAN_PARTS, planPartsOf } from './plan-parts';
import { plansOfOrders } from './plans-of-orders';
import { quality } from './quality';
import { REPORT_2021 } from './sources';

export const planContentIncomplete = quality({
  id: 'plan-content-incomplete',
  title: { sv: 'Planens innehåll ofullständigt', en: 'Content of the plan incomplete' },
  reading: {
    sv: 'Vad en plan bör innehålla enligt de allmänna råden: mål, aktiviteter och för varje aktivitet mål, ansvarig hos utföraren, när och hur; samverkan; när och hur planen följs upp; att den enskilde deltagit, eller hur önskemålen fångats upp. Varje mål i planen avser ett av beställningens mål, om beställningen finns i akten. Nästa plan för samma beställning är den senare version som kan uppfylla kravet. Beviljas insatsen på nytt prövas planen på nytt från den dagen.',
    en: 'What a plan should contain according to the general advice: goals, activities, and for each activity its goal, who at the provider is responsible, when and how; cooperation; when and how the plan is followed up; that the person took part, or how the wishes were learnt in another way. Every goal of the plan serves a goal of the order, if the file has the order. The next plan for the same order is the later version that can supply what is missing. If the measure is granted anew, the plan is judged again from that day.',
  },
  severity: 'medium',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  whatToDo: {
    sv: 'Returnera planen till utföraren och begär det som saknas.',
    en: 'Return the plan to the provider and ask for what is missing.',
  },
  versions: [
    {
      inForceFrom: '2019-01-01',
      authority: 'generalAdvice',
      document: `HSLF-FS 2016:89 (SOSFS 2014:5, 6 kap., allmänna råd); ${REPORT_2021}`,
      quote:
        'Av genomförandeplanen bör det bland annat framgå vilket eller vilka mål som gäller för insatsen enligt nämndens beslut, om insatsen innehåller en eller flera aktiviteter hos utföraren och vilka mål som gäller för varje aktivitet. Vidare när och hur aktiviteterna ska genomföras, om samverkan ska ske med andra samt när och hur planen ska följas upp',
    },
  ],
  documents: (file) =>
    plansOfOrders(file).flatMap(({ order, plans }) => {
      const [first, ...others] = plans;
      if (!first) return [];
      return orderPeriodsFrom(file, order, first.created, first.created.occurredOn).map(
        ({ event, from, to }) => ({
          trigger: event,
          inCaseOf: first.created,
          arisesOn: from,
          overOn: to,
          versions: others.map(({ created }) => ({ day: created.occurredOn, event: created.id })),
          judge: (day) => {
            const plan = plans.findLast(({ created }) => created.occurredOn <= day) ?? first;
            return judgedByParts(plan.id, planPartsOf(plan.created.data, order && contentOn(order, plan)));
          },
        }),
      );
    }),
  phrases: ({ inputs }) => {
    const { sv, en } = missingParts(PLAN_PARTS, inputs);
    return {
      lacks: { sv: `Av planen framgår inte ${sv}`, en: `The plan does not state ${en}` },
      lacked: { sv: `Av planen framgick inte ${sv}`, en: `The plan did not state ${en}` },
      supplied: { sv: 'En fullständig plan kom in', en: 'A complete plan arrived' },
      over: {
        sv: 'en annan plan kom in, beställningen upphörde eller ärendet avslutades',
        en: 'another plan arrived, the order ended or the case closed',
      },
    };
  },
  examples: [
    {
      name: 'every part is there: nothing is missing',
      given: [recorded('PlanReceived', '2026-03-10')],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'no one responsible for an activity: due on its own day',
      given: [
        recorded('PlanReceived', '2026-03-10', {
          activities: [
            { goalId: exampleId('goal', 101), what: 'Simhall', when: 'Tisdagar', how: 'Till fots' },
          ],
        }),
      ],
      on: '2026-03-10',
      then: ['pending'],
    },
    {
      name: 'an activity without a goal the day after: a gap',
      given: [
        recorded('PlanReceived', '2026-03-10', {
          activities: [
            {
              goalId: null,
              what: 'Simhall',
              when: 'Tisdagar',
              how: 'Till fots',
              responsible: 'Gruppledaren',
            },
          ],
        }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'a goal that serves no goal of the order: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          goals: [
            {
              goalId: exampleId('goal', 101),
              orderGoalId: exampleId('goal', 1),
              text: 'Elsa deltar i fritidsaktiviteter utanför hemmet',
            },
            { goalId: exampleId('goal', 102), orderGoalId: null, text: 'Elsa läser mer' },
          ],
        }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'the person did not take part, but it says how the wishes were learnt: nothing is missing',
      given: [
        recorded('PlanReceived', '2026-03-10', {
          personTookPart: false,
          wishesCaughtOtherwise: 'Samtal vid tidigare hembesök',
        }),
      ],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'a complete plan two weeks later: late, and it stays late',
      given: [
        recorded('PlanReceived', '2026-03-10', { followUpWhen: undefined, followUpHow: undefined }),
        recorded('PlanReceived', '2026-03-24', { planId: exampleId('plan', 2) }),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'a newer plan that lacks something else: what is missing now is a gap of its own',
      given: [
        recorded('PlanReceived', '2026-03-10', { followUpWhen: undefined, followUpHow: undefined }),
        recorded('PlanReceived', '2026-03-24', { planId: exampleId('plan', 2), cooperation: undefined }),
      ],
      on: '2026-09-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'the decision is changed into a rejection, and the measure granted anew: a gap again the day after',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { activities: [] }),
        recorded('DecisionChanged', '2026-03-17', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-05-04', {}),
      ],
      on: '2026-05-05',
      then: ['voided', 'overdue'],
    },
    {
      name: 'received on 1 January 2019, the first day of the rule, without activities: a gap the day after',
      given: [recorded('PlanReceived', '2019-01-01', { activities: [] })],
      on: '2019-01-02',
      then: ['overdue'],
    },
    {
      name: 'an order without a plan: it does not apply',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});

/** The order as it read when the plan arrived. An order that came later does not count. */
const contentOn = (order: Thing<'order'>, { created }: Thing<'plan'>): OrderContent | undefined =>
  order.created.occurredOn <= created.occurredOn ? orderContentOn(order, created.occurredOn) : undefined;
