import { asHistory, DEFAULT_CONFIGURATION, fileAt, type ExampleEvent } from '@rt/domain';
import {
  DEFAULT_RULESET,
  findingsOfRule,
  RULES,
  statusOn,
  type Example,
  type Rule,
  type Status,
} from './index';

const settled: readonly Status[] = ['fulfilled', 'fulfilledLate', 'explained'];

const settledIn = (rule: Rule, given: readonly ExampleEvent[], { on }: Example): number =>
  findingsOfRule(rule, fileAt(asHistory(given), { asOf: on }), DEFAULT_RULESET, DEFAULT_CONFIGURATION).filter(
    (finding) => settled.includes(statusOn(finding, on)),
  ).length;

/** Whether some example settles fewer findings when the events of some types are removed from it. */
const isMissed = (rule: Rule, types: readonly string[]): boolean =>
  rule.examples.some(
    (example) =>
      settledIn(rule, example.given, example) >
      settledIn(
        rule,
        example.given.filter(({ type }) => !types.includes(type)),
        example,
      ),
  );

describe('what settles a finding', () => {
  const others = RULES.filter(({ settledBy }) => settledBy[0] !== 'GapAcknowledged');

  it.each(others.map((rule) => [rule.id, rule] as const))('%s: its examples show the first', (_id, rule) => {
    expect(isMissed(rule, [rule.settledBy[0]])).toBe(true);
    expect(new Set(rule.settledBy).size).toBe(rule.settledBy.length);
  });

  it.each(others.map((rule) => [rule.id, rule] as const))('%s: nothing else does', (_id, rule) => {
    for (const example of rule.examples) {
      const without = example.given.filter(({ type }) => !rule.settledBy.includes(type));
      expect([example.name, settledIn(rule, without, example)]).toEqual([example.name, 0]);
    }
  });

  it('is an acknowledgement only where the examples show nothing that would settle it', () => {
    for (const rule of RULES.filter((each) => !others.includes(each)))
      expect(rule.examples.flatMap(({ then }) => then).filter((status) => settled.includes(status))).toEqual(
        [],
      );
  });
});
