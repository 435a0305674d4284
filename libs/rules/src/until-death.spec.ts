/** A death ends the duties of every rule, tried on the examples of all of them. */
import { asHistory, DEFAULT_CONFIGURATION, fileAt, on, recorded } from '@rt/domain';
import { DEFAULT_RULESET, findingsOfRule, RULES, statusOn, type Rule, type Status } from './index';

/** They concern a court, or how something was done on its own day. */
const OUTLAST_DEATH: readonly string[] = [
  'appeal-timeliness-check',
  'appeal-forwarding-due',
  'assessment-missing',
  'wishes-missing',
];

const statuses = (rule: Rule, died: 'on its day' | 'long before' | 'never'): readonly Status[] =>
  rule.examples.flatMap(({ given, on: day }) => {
    const death =
      died === 'never' ? [] : [recorded('DeathRecorded', died === 'on its day' ? day : '2001-01-01')];
    return findingsOfRule(
      rule,
      fileAt(asHistory([...given, ...death])),
      DEFAULT_RULESET,
      DEFAULT_CONFIGURATION,
    ).map((finding) => statusOn(finding, day));
  });

const isOwed = (status: Status): boolean => status === 'pending' || status === 'overdue';

describe('the death of the person', () => {
  const duties = RULES.filter(({ kind }) => kind !== 'violation');

  it.each(duties.map((rule) => [rule.id, rule] as const))('ends what %s requires, for good', (id, rule) => {
    expect(statuses(rule, 'never').some(isOwed)).toBe(true);
    expect(statuses(rule, 'on its day').some(isOwed)).toBe(OUTLAST_DEATH.includes(id));
    if (!OUTLAST_DEATH.includes(id)) expect(statuses(rule, 'long before')).toEqual([]);
  });

  it('changes no day before it', () => {
    const [rule] = RULES.filter(({ id }) => id === 'plan-due') as [Rule];
    const file = fileAt(
      asHistory([recorded('OrderSent', '2026-03-02'), recorded('DeathRecorded', '2026-03-20')]),
    );
    const [finding] = findingsOfRule(rule, file, DEFAULT_RULESET, DEFAULT_CONFIGURATION);
    const days = ['2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20'].map(on);
    expect(days.map((day) => finding && statusOn(finding, day))).toEqual([
      'pending',
      'overdue',
      'overdue',
      'voided',
    ]);
  });

  it('is no violation less', () => {
    for (const rule of RULES.filter(({ kind }) => kind === 'violation'))
      expect(statuses(rule, 'on its day')).toEqual(statuses(rule, 'never'));
  });
});
