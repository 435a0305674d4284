import { on } from '@rt/domain';
import { exampleTables, RULES, type Rule } from './index';

const ruleWith = (id: string): Rule => {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

describe('the examples of a rule as tables of days', () => {
  it('shows the edge: the last day in time and the day after', () => {
    const [first] = exampleTables(ruleWith('plan-due'));
    expect(first?.edge).toBe('2026-03-17');
    expect(first?.days.slice(0, 1)).toEqual(['2026-03-02']);
    const dayAfter = first?.days.indexOf(on('2026-03-18')) ?? -1;
    const overdue = first?.rows.find(({ name }) => name === 'day 16, no plan: a gap');
    expect(overdue?.days[0]).toEqual({ events: ['OrderSent'], statuses: ['pending'] });
    expect(overdue?.days[dayAfter - 1]).toEqual({ events: [], statuses: ['pending'] });
    expect(overdue?.days[dayAfter]).toEqual({ events: [], statuses: ['overdue'] });
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: every example stands in one table, and says on its day what it promises',
    (_id, rule) => {
      const tables = exampleTables(rule);
      const rows = tables.flatMap(({ days, rows: all }) => all.map((row) => ({ days, row })));
      expect(rows.map(({ row }) => row.name).sort()).toEqual(rule.examples.map(({ name }) => name).sort());
      for (const { name, on: day, then, given } of rule.examples) {
        const { days, row } = rows.find((each) => each.row.name === name) as (typeof rows)[number];
        expect(row.days).toHaveLength(days.length);
        expect(row.days[days.indexOf(day)]?.statuses).toEqual(then);
        expect(row.days.flatMap(({ events }) => events)).toHaveLength(given.length);
      }
      for (const { days } of tables) expect([...days].sort()).toEqual(days);
    },
  );
});
