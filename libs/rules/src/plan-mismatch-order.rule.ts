import { exampleId, latest, on, orderContentOn, recorded, type LocalDate, type Thread } from '@rt/domain';
import { orderOverOn } from './order-over';
import { comparePlanWithOrder, type Compared } from './plan-order-comparison';
import { lacksIn, type Judged } from './quality';
import type { Found, Rule } from './rule';
import { REPORT_2021, REPORT_2022 } from './sources';
import { spellsOf } from './spells';
import { listed } from './stated';

/**
 * A plan says what the order says: task, purpose, each goal and the hours, compared with the order as it read when the plan came.
 * A later plan that agrees meets it, and so does a revised order that the plan agrees with; a revised order alone opens nothing,
 * since plan-renewal-due then gives the provider time for a new plan.
 */
export const planMismatchOrder: Rule = {
  id: 'plan-mismatch-order',
  title: { sv: 'Planen stämmer inte med beställningen', en: 'Plan does not match the order' },
  severity: 'high',
  area: 'selfDetermination',
  step: 'plan',
  versions: [
    {
      version: 1,
      inForceFrom: on('2019-01-01'),
      authority: 'guideline',
      source: {
        document: `${REPORT_2022}; så även ${REPORT_2021}`,
        quote: 'genomförandeplanernas innehåll inte överensstämde med beställningen',
      },
      parameters: {},
    },
  ],
  check: (file) =>
    file.every('order').flatMap((order) => {
      const plans = order.linked('plan');
      const [first] = plans;
      if (!first) return [];
      const sentOn = order.begun.occurredOn;
      const received = plans.map(({ begun }) => ({ day: latest(sentOn, begun.occurredOn), event: begun.id }));
      const revised = order
        .later('OrderRevised')
        .map(({ id, occurredOn }) => ({ day: latest(sentOn, occurredOn), event: id }));
      const arisesOn = received[0]?.day ?? sentOn;
      const onlyRevised = new Set(revised.map(({ day }) => day));
      for (const { day } of received) onlyRevised.delete(day);
      const versions = [...received, ...revised].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      return lacksIn(spellsOf(file, first.begun, arisesOn, orderOverOn(file, order)), versions, (day) => {
        const judged = judge(order, plans, day);
        return judged.lacks && onlyRevised.has(day) ? undefined : judged;
      }).map((lack) => ({ ...lack, caseId: first.begun.caseId, kind: 'quality' }));
    }),
  text: ({ inputs }) => {
    const { task, purpose, hours, goalsChanged, goalsMissing, goalsAdded } = inputs;
    const parts = (name: { sv: string; en: string }, compared: unknown) =>
      compared === 'same'
        ? []
        : [
            {
              sv: `${name.sv} ${VERDICTS[compared as Compared].sv}`,
              en: `${name.en} ${VERDICTS[compared as Compared].en}`,
            },
          ];
    const goals = (count: unknown, compared: Compared) =>
      count === 0
        ? []
        : [
            {
              sv: `${String(count)} mål ${VERDICTS[compared].sv}`,
              en: `${String(count)} goal(s) ${VERDICTS[compared].en}`,
            },
          ];
    const all = [
      ...parts({ sv: 'uppdraget', en: 'the task' }, task),
      ...parts({ sv: 'syftet', en: 'the purpose' }, purpose),
      ...goals(goalsChanged, 'changed'),
      ...goals(goalsMissing, 'missing'),
      ...goals(goalsAdded, 'added'),
      ...parts({ sv: 'omfattningen', en: 'the extent' }, hours),
    ];
    return {
      sv: `Jämfört med beställningen: ${listed(
        all.map(({ sv }) => sv),
        'och',
      )}. Maskinen jämför orden; om innebörden är en annan bedömer läsaren.`,
      en: `Compared with the order: ${listed(
        all.map(({ en }) => en),
        'and',
      )}. The machine compares words; whether the meaning differs is the reader's judgement.`,
    };
  },
  examples: [
    {
      name: 'the plan says what the order says: they match',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-10')],
      on: on('2026-04-01'),
      then: [],
    },
    {
      name: 'a typing error in the goal: they match',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          goals: [
            {
              goalId: exampleId('goal', 101),
              orderGoalId: exampleId('goal', 1),
              text: 'Elsa deltar i fritidsaktivteter utanför hemet',
            },
          ],
        }),
      ],
      on: on('2026-04-01'),
      then: [],
    },
    {
      name: 'another word in the goal: due on its own day',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          goals: [
            {
              goalId: exampleId('goal', 101),
              orderGoalId: exampleId('goal', 1),
              text: 'Elsa deltar i fritidsaktiviteter i hemmet',
            },
          ],
        }),
      ],
      on: on('2026-03-10'),
      then: ['pending'],
    },
    {
      name: 'fewer hours than ordered, the day after: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          extent: { amount: 15, unit: 'hours', per: 'month', activities: [] },
        }),
      ],
      on: on('2026-03-11'),
      then: ['overdue'],
    },
    {
      name: 'the purpose left out: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { purpose: undefined }),
      ],
      on: on('2026-03-11'),
      then: ['overdue'],
    },
    {
      name: 'a plan that agrees two weeks later: late, for good',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { goals: [] }),
        recorded('PlanReceived', '2026-03-24', { planId: exampleId('plan', 2) }),
      ],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'the order changed after a plan that agreed: a new plan is asked for by another rule',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { task: 'Ledsaga till matlagningskurs på onsdagar.' }),
      ],
      on: on('2026-05-05'),
      then: [],
    },
    {
      name: 'an order without a plan: nothing to compare',
      given: [recorded('OrderSent', '2026-03-02')],
      on: on('2026-04-01'),
      then: [],
      applies: false,
    },
  ],
};

const VERDICTS: Readonly<Record<Compared, { readonly sv: string; readonly en: string }>> = {
  same: { sv: 'stämmer', en: 'is the same' },
  changed: { sv: 'är ändrat', en: 'changed' },
  missing: { sv: 'saknas i planen', en: 'missing in the plan' },
  added: { sv: 'finns bara i planen', en: 'in the plan alone' },
};

/** The plan of the day held against the order as it reads that day. */
const judge = (order: Thread<'order'>, plans: readonly Thread<'plan'>[], day: LocalDate): Judged => {
  const plan = plans.findLast(({ begun }) => begun.occurredOn <= day) as Thread<'plan'>;
  const { task, purpose, goals, hours } = comparePlanWithOrder(plan.begun.data, orderContentOn(order, day));
  const count = (wanted: Compared): number => goals.filter(({ compared }) => compared === wanted).length;
  const lacks: Found['inputs'] = {
    task,
    purpose,
    hours,
    goalsSame: count('same'),
    goalsChanged: count('changed'),
    goalsMissing: count('missing'),
    goalsAdded: count('added'),
  };
  const isSame = [task, purpose, hours, ...goals.map(({ compared }) => compared)].every(
    (part) => part === 'same',
  );
  return { subject: plan.id, ...(!isSame && { lacks }) };
};
