import {
  breaksOf,
  countOfList,
  figuresOf,
  rulesFound,
  trendOf,
  workersFound,
  type UnitStatus,
} from './unit-figures';

const row = (
  rule: string,
  step: string,
  workerId: string | null,
  [overdue, violation]: readonly [number, number],
  inCase = 'open',
) => ({
  ...{ rule, step, workerId, inCase, acknowledged: 0 },
  counts: { overdue, violation, pending: 0 },
});
const load = (workerId: string | null, openCases: number, overdue: number) => ({
  ...{ workerId, openCases, overdue, dueWithin7Days: 1 },
  brokenThreads: overdue,
});
const STATUS = {
  unitId: 'farsta',
  on: '2026-03-18',
  rows: [
    row('plan-due', 'plan', 'a', [3, 0]),
    row('plan-due', 'plan', 'b', [1, 0]),
    row('plan-due', 'plan', 'b', [7, 0], 'closed'),
    row('follow-up-due', 'follow-up', 'b', [2, 0]),
    row('contact-relative-without-consent', 'contact', null, [0, 4]),
  ],
  workers: [load(null, 1, 0), load('a', 9, 3), load('b', 5, 3)],
} as unknown as UnitStatus;

describe('the figures of a unit', () => {
  it('are sums of the counts, closed cases apart', () => {
    expect(figuresOf(STATUS)).toEqual({
      ...{ openCases: 15, workers: 2, brokenThreads: 6, overdue: 6, violations: 4, soon: 3 },
    });
  });

  it('say where the thread breaks, and what is beside it', () => {
    const { holes, beside, inClosedCases } = breaksOf(STATUS);
    expect(holes.map(({ step, count }) => [step, count])).toEqual([
      ['investigation', 0],
      ['decision', 0],
      ['order', 0],
      ['plan', 4],
      ['execution', 0],
      ['follow-up', 2],
    ]);
    expect(beside).toEqual([{ step: 'contact', count: 4 }]);
    expect(inClosedCases).toBe(7);
  });

  it.each([
    [{}, 6],
    [{ show: 'violations' as const }, 4],
    [{ show: 'broken' as const, step: 'plan' as const }, 4],
    [{ show: 'broken' as const, rule: 'plan-due', worker: 'b' }, 1],
    [{ show: 'closed' as const }, 7],
    [{ show: 'soon' as const, worker: 'a' }, 1],
    [{ show: 'soon' as const, rule: 'plan-due' }, undefined],
  ])('%j has as many lines as its number says', (search, count) => {
    expect(countOfList(STATUS, search)).toBe(count);
  });

  it('by rule and by case worker, the most first, those of nobody last', () => {
    expect(rulesFound(STATUS).map(({ rule, count }) => `${rule} ${count}`)).toEqual([
      'contact-relative-without-consent 4',
      'plan-due 4',
      'follow-up-due 2',
    ]);
    expect(workersFound(STATUS).map(({ workerId, violations }) => [workerId, violations])).toEqual([
      ['a', 0],
      ['b', 0],
      [null, 4],
    ]);
  });

  it('month by month', () => {
    const rows = [
      { overdue: 2, violation: 1 },
      { overdue: 3, violation: 0 },
    ];
    expect(trendOf({ unitId: 'farsta', points: [{ on: '2026-02-28', rows }] } as never)).toEqual([
      { on: '2026-02-28', overdue: 5, violations: 1 },
    ]);
  });
});
