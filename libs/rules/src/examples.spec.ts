import { asHistory, DEFAULT_CONFIGURATION, fileAt, type PersonalFile } from '@rt/domain';
import {
  DEFAULT_RULESET,
  findingsOfRule,
  isGapStatus,
  RULES,
  statusOn,
  type Example,
  type Rule,
  type Status,
} from './index';

const fileOn = ({ given, on }: Example): PersonalFile => fileAt(asHistory(given), { asOf: on });

const statusesOf = (rule: Rule, file: PersonalFile, on: Example['on']): readonly Status[] =>
  findingsOfRule(rule, file, DEFAULT_RULESET, DEFAULT_CONFIGURATION)
    .map((finding) => statusOn(finding, on))
    .filter((status) => status !== 'notYet');

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it.each(rule.examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    expect(statusesOf(rule, fileOn(example), example.on)).toEqual(example.then);
    expect(statusesOf(rule, fileAt(asHistory(example.given)), example.on)).toEqual(example.then);
  });

  it('shows a gap, no gap and a history to which it does not apply', () => {
    const isGap = ({ then }: Example) => then.some(isGapStatus);
    const outside = rule.examples.filter(({ applies }) => applies === false);
    expect(outside).not.toHaveLength(0);
    expect(outside.filter(({ then }) => then.length > 0)).toEqual([]);
    expect(rule.examples.filter(isGap)).not.toHaveLength(0);
    expect(rule.examples.filter((example) => example.applies !== false && !isGap(example))).not.toHaveLength(
      0,
    );
  });
});
