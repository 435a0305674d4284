import { exampleId, latest, on, orderContentOn, recorded, type LocalDate, type Thing } from '@rt/domain';
import { orderOverOn } from './order-over';
import { comparePlanWithOrder, type Compared } from './plan-order-comparison';
import { lacksIn, type Judged } from './quality';
import type { Found, Rule } from './rule';
import { REPORT_2021, REPORT_2022 } from './sources';
import { spellsOf } from './spells';
import { listed } from './stated';

export const planMismatchOrder: Rule = {
  id: 'plan-mismatch-order',
  title: { sv: 'Planen stämmer inte med beställningen', en: 'Plan does not match the order' },
  reading: {
    sv: 'Planen säger vad beställningen säger: uppdrag, syfte, varje mål och omfattningen, jämfört med beställningen som den löd när planen kom. Ord jämförs i ordning; ett slag fel i ett ord är ett skrivfel, ett annat ord är en ändring. En senare plan som stämmer uppfyller kravet, liksom en ändrad beställning som planen stämmer med; en ändrad beställning i sig öppnar ingenting, eftersom plan-renewal-due då ger utföraren tid för en ny plan.',
    en: 'A plan says what the order says: task, purpose, each goal and the hours, compared with the order as it read when the plan came. Words are compared in order; one slip of the keys in a word is a typing error, another word is a change. A later plan that agrees meets it, and so does a revised order that the plan agrees with; a revised order alone opens nothing, since plan-renewal-due then gives the provider time for a new plan.',
  },
  severity: 'high',
  area: 'selfDetermination',
  step: 'plan',
  settledBy: ['PlanReceived', 'OrderRevised'],
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
    file.things('order').flatMap((order) => {
      const plans = order.linked('plan');
      const [first] = plans;
      if (!first) return [];
      const sentOn = order.created.occurredOn;
      const received = plans.map(({ created }) => ({
        day: latest(sentOn, created.occurredOn),
        event: created.id,
      }));
      const revised = order
        .since('OrderRevised')
        .map(({ id, occurredOn }) => ({ day: latest(sentOn, occurredOn), event: id }));
      const arisesOn = received[0]?.day ?? sentOn;
      const onlyRevised = new Set(revised.map(({ day }) => day));
      for (const { day } of received) onlyRevised.delete(day);
      const versions = [...received, ...revised].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      return lacksIn(spellsOf(file, first.created, arisesOn, orderOverOn(file, order)), versions, (day) => {
        const judged = judge(order, plans, day);
        return judged.lacks && onlyRevised.has(day) ? undefined : judged;
      }).map((lack) => ({ ...lack, caseId: first.created.caseId, kind: 'quality' }));
    }),
  text: ({ inputs: { task, purpose, hours, goalsChanged, goalsMissing, goalsAdded } }) => {
    const parts = [
      said('uppdraget', 'the task', task),
      said('syftet', 'the purpose', purpose),
      counted(goalsChanged, 'changed'),
      counted(goalsMissing, 'missing'),
      counted(goalsAdded, 'added'),
      said('omfattningen', 'the extent', hours),
    ].filter((part) => part !== undefined);
    return {
      sv: `Jämfört med beställningen: ${listed(
        parts.map(({ sv }) => sv),
        'och',
      )}. Maskinen jämför orden; om innebörden är en annan bedömer läsaren.`,
      en: `Compared with the order: ${listed(
        parts.map(({ en }) => en),
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

type Input = Found['inputs'][string] | undefined;
type Difference = Exclude<Compared, 'same'>;

const DIFFERENCES: Readonly<Record<Difference, { readonly sv: string; readonly en: string }>> = {
  changed: { sv: 'skiljer sig', en: 'changed' },
  missing: { sv: 'saknas i planen', en: 'missing in the plan' },
  added: { sv: 'finns bara i planen', en: 'in the plan alone' },
};

const said = (sv: string, en: string, compared: Input) => {
  if (compared === 'same') return undefined;
  const difference = DIFFERENCES[compared as Difference];
  return { sv: `${sv} ${difference.sv}`, en: `${en} ${difference.en}` };
};

const counted = (goals: Input, difference: Difference) =>
  goals === 0
    ? undefined
    : {
        sv: `${String(goals)} mål ${DIFFERENCES[difference].sv}`,
        en: `goals ${DIFFERENCES[difference].en}: ${String(goals)}`,
      };

/** The plan of the day held against the order as it reads that day. */
const judge = (order: Thing<'order'>, plans: readonly Thing<'plan'>[], day: LocalDate): Judged => {
  const plan = plans.findLast(({ created }) => created.occurredOn <= day) as Thing<'plan'>;
  const { task, purpose, goals, hours } = comparePlanWithOrder(plan.created.data, orderContentOn(order, day));
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
