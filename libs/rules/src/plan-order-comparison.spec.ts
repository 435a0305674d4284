import fc from 'fast-check';
import { exampleId, type Extent, type OrderGoal, type PlanGoal } from '@rt/domain';
import { comparePlanWithOrder, type Compared } from './plan-order-comparison';

const ordered = (number: number, text: string): OrderGoal => ({
  goalId: exampleId('goal', number),
  level: 'overall',
  parentGoalId: null,
  text,
  byThePerson: true,
});
const planned = (number: number, serves: number | null, text: string): PlanGoal => ({
  goalId: exampleId('goal', number),
  orderGoalId: serves === null ? null : exampleId('goal', serves),
  text,
});
const hours = (amount: number, per: Extent['per'] = 'month'): Extent => ({
  amount,
  unit: 'hours',
  per,
  activities: [],
});
const GOALS = ['Simma varje vecka', 'Laga mat själv', 'Träffa vänner'];
/** What a comparison may be the other way round. More detail one way is a change the other way. */
const MIRRORED: Readonly<Record<Compared, readonly Compared[]>> = {
  same: ['same'],
  missing: ['added'],
  added: ['missing'],
  changed: ['changed', 'reworded'],
  reworded: ['changed', 'reworded'],
};
const order = { task: 'Ledsaga till simhall', purpose: 'Delta', goals: [], extent: hours(20) };

const comparisonsOf = (plan: readonly PlanGoal[], wanted: readonly OrderGoal[]) =>
  comparePlanWithOrder({ ...order, goals: plan }, { ...order, goals: wanted }).goals.map(
    ({ compared }) => compared,
  );

describe('a plan held against its order', () => {
  it.each([
    ['the same', 'Ledsaga till simhall', 'same'],
    ['with a typing error', 'Ledsaga till simhal', 'same'],
    ['changed', 'Ledsaga till bio', 'changed'],
    ['left out', undefined, 'missing'],
    ['empty', ' ', 'missing'],
  ])('task %s', (_name, task, expected) => {
    expect(comparePlanWithOrder({ ...order, task }, order).task).toBe(expected);
  });

  it('a purpose that the order does not have is added; one that neither has is the same', () => {
    expect(comparePlanWithOrder(order, { ...order, purpose: undefined }).purpose).toBe('added');
    const without = { ...order, purpose: undefined };
    expect(comparePlanWithOrder(without, without).purpose).toBe('same');
  });

  it('goal by goal, by the goal it serves', () => {
    const wanted = [
      ordered(1, 'Simma varje vecka'),
      ordered(2, 'Laga mat själv'),
      ordered(3, 'Träffa vänner'),
    ];
    const plan = [
      planned(12, 2, 'Laga mat med hjälp'),
      planned(11, 1, 'Simma varje veka'),
      planned(14, null, 'Läsa mer'),
    ];
    expect(comparisonsOf(plan, wanted)).toEqual(['same', 'changed', 'missing', 'added']);
  });

  it('a goal that serves none, or one the order no longer has, belongs to the goal that reads the same, once', () => {
    const wanted = [ordered(1, 'Simma varje vecka')];
    expect(comparisonsOf([planned(11, null, 'Simma varje vecka')], wanted)).toEqual(['same']);
    expect(comparisonsOf([planned(11, 9, 'Simma varje vecka')], wanted)).toEqual(['same']);
    expect(
      comparisonsOf([planned(11, null, 'Simma varje vecka'), planned(12, null, 'Simma varje vecka')], wanted),
    ).toEqual(['same', 'added']);
  });

  it('several that serve one goal: one that says the same is enough', () => {
    const wanted = [ordered(1, 'Simma varje vecka')];
    expect(
      comparisonsOf([planned(11, 1, 'Boka simhall'), planned(12, 1, 'Simma varje vecka')], wanted),
    ).toEqual(['same']);
  });

  it.each([
    ['the same amount', hours(20), 'same'],
    ['a quarter of an hour less', hours(19.75), 'changed'],
    ['by the week, to two decimals', hours(4.62, 'week'), 'same'],
    ['by the week, a tenth more', hours(4.7, 'week'), 'changed'],
    ['another unit', { ...hours(20), unit: 'times' as const }, 'changed'],
    ['none', null, 'missing'],
  ])('hours: %s', (_name, extent, expected) => {
    expect(comparePlanWithOrder({ ...order, extent }, order).hours).toBe(expected);
  });

  it('hours that the order does not state are added', () => {
    expect(comparePlanWithOrder(order, { ...order, extent: null }).hours).toBe('added');
  });

  it.each([
    ['Simma varje vecka', 'Komma ut och simma varje vecka', 'reworded'],
    ['Simma varje vecka', 'Simma varje tisdag', 'reworded'],
    ['Simma varje vecka', 'Simning i simhallen varje vecka', 'reworded'],
    ['Promenera en gång i veckan', 'Dagliga promenader, minst en gång i veckan', 'changed'],
    ['Simma varje vecka', 'Simma varje månad', 'changed'],
    ['Simma varje vecka', 'Simma', 'changed'],
    ['Simma och promenera varje vecka', 'Simma varje vecka', 'changed'],
    ['Simma 2 gånger i veckan', 'Simma 1 gång i veckan', 'changed'],
    ['Handla själv', 'Handla med stöd', 'changed'],
    ['Delta i aktiviteter utanför hemmet', 'Delta i aktiviteter i hemmet', 'changed'],
    ['Delta i aktiviteter', 'Inte delta i aktiviteter', 'changed'],
  ])('the goal "%s" as "%s" is %s', (wanted, plan, expected) => {
    expect(comparisonsOf([planned(11, 1, plan)], [ordered(1, wanted)])).toEqual([expected]);
    expect(comparisonsOf([planned(11, null, plan)], [ordered(1, wanted)])[0]).toBe(
      expected === 'changed' ? 'missing' : expected,
    );
  });

  describe('whatever the two say', () => {
    const text = fc.constantFrom('', '-', ...GOALS, 'Simning i simhallen varje vecka', 'Simma varje veka');
    const amount = fc.option(
      fc.record({
        amount: fc.integer({ min: 1, max: 60 }),
        unit: fc.constantFrom('hours' as const, 'days' as const),
        per: fc.constantFrom('week' as const, 'month' as const, 'year' as const),
        activities: fc.constant([]),
      }),
    );
    const wanted = fc
      .array(text, { maxLength: 6 })
      .map((texts) => texts.map((said, index) => ordered(index + 1, said)));
    const served = fc
      .array(fc.tuple(text, fc.option(fc.integer({ min: 1, max: 8 }))), { maxLength: 6 })
      .map((goals) => goals.map(([said, serves], index) => planned(101 + index, serves, said)));

    it('no goal is lost: each goal of both sides is told exactly once', () => {
      fc.assert(
        fc.property(wanted, served, (goals, plan) => {
          const { goals: pairs, unstated } = comparePlanWithOrder(
            { ...order, goals: plan },
            { ...order, goals },
          );
          const told = [
            ...pairs.flatMap((pair) => [...(pair.ordered ? [pair.ordered] : []), ...pair.planned]),
            ...unstated.ordered,
            ...unstated.planned,
          ];
          expect(told.map(({ goalId }) => goalId).sort()).toEqual(
            [...goals, ...plan].map(({ goalId }) => goalId).sort(),
          );
          for (const { ordered: own, planned: answers, compared } of pairs)
            expect([own === undefined, answers.length === 0]).toEqual([
              compared === 'added',
              compared === 'missing',
            ]);
        }),
      );
    });

    it('what the plan lacks of the order, the order lacks of the plan, the other way round', () => {
      const side = fc.record({ task: text, purpose: text, extent: amount });
      fc.assert(
        fc.property(side, side, (one, other) => {
          const there = comparePlanWithOrder({ ...one, goals: [] }, { ...other, goals: [] });
          const back = comparePlanWithOrder({ ...other, goals: [] }, { ...one, goals: [] });
          for (const part of ['task', 'purpose', 'hours'] as const)
            expect(MIRRORED[there[part]]).toContain(back[part]);
        }),
      );
    });
  });
});
