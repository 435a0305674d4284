/**
 * What the examples of a rule must show, derived from the rule itself: the last day in time and the day after it for every number of the rule,
 * and the first day of each of its versions.
 */
import { addDays, asHistory, DEFAULT_CONFIGURATION, fileAt, type LocalDate } from '@rt/domain';
import {
  DEFAULT_RULESET,
  findingsOfRule,
  RULES,
  statusOn,
  type Example,
  type Finding,
  type Parameters,
  type Rule,
  type Status,
} from './index';

/** What a rule finds in an example, with the status of each finding on the day of the example. */
interface Shown {
  readonly finding: Finding;
  readonly on: LocalDate;
  readonly status: Status;
}

const shownIn = (rule: Rule, { given, on }: Example): readonly Shown[] =>
  findingsOfRule(rule, fileAt(asHistory(given)), DEFAULT_RULESET, DEFAULT_CONFIGURATION)
    .map((finding) => ({ finding, on, status: statusOn(finding, on) }))
    .filter(({ status }) => status !== 'notYet');

/** The rule with a number changed in every version. */
const withNumber = (rule: Rule, name: string, change: number): Rule => ({
  ...rule,
  versions: rule.versions.map((version) => ({
    ...version,
    parameters: { ...version.parameters, [name]: (version.parameters[name] as number) + change },
  })),
});

const numbersOf = ({ versions }: Rule): readonly string[] => [
  ...new Set(
    versions.flatMap(({ parameters }: { readonly parameters: Parameters }) =>
      Object.entries(parameters).flatMap(([name, value]) => (typeof value === 'number' ? [name] : [])),
    ),
  ),
];

const statusesOf = (rule: Rule, example: Example): string =>
  shownIn(rule, example)
    .map(({ status }) => status)
    .join();

/** Whether the last day of a finding, which the file shows on the day of an example, rests on a number of its rule. */
const restsOn = (rule: Rule, name: string, example: Example, { finding }: Shown): boolean =>
  shownIn(withNumber(rule, name, 1), example).some(
    (other) => other.finding.id === finding.id && other.finding.dueOn !== finding.dueOn,
  );

/** What is demanded of a rule's examples, and whether they have it. */
const demandsOn = (rule: Rule): Readonly<Record<string, boolean>> => {
  const { examples, versions, kind } = rule;
  const shown = examples.flatMap((example) => shownIn(rule, example).map((each) => ({ example, ...each })));
  const open: readonly Status[] = kind === 'violation' ? ['violation'] : ['pending', 'overdue'];
  const onEdge = shown.filter(({ status }) => open.includes(status));
  const isOnLastDay = ({ finding, on }: Shown): boolean => on === finding.dueOn;
  const isOnDayAfter = ({ finding, on }: Shown): boolean => on === addDays(finding.dueOn, 1);
  const demands: Record<string, boolean> = {
    'the last day in time': onEdge.some(isOnLastDay),
    'the day after': onEdge.some(isOnDayAfter),
  };
  for (const { inForceFrom, version } of versions)
    demands[`${inForceFrom}, the first day of version ${version}`] = shown.some(
      ({ finding }) => finding.arisesOn === inForceFrom && finding.ruleVersion === version,
    );
  for (const name of numbersOf(rule)) {
    const resting = onEdge.filter((each) => restsOn(rule, name, each.example, each));
    if (resting.length > 0) {
      demands[`${name}: its last day`] = resting.some(isOnLastDay);
      demands[`${name}: the day after`] = resting.some(isOnDayAfter);
    } else
      for (const change of [-1, 1])
        demands[`${name}: an example that is another with ${change > 0 ? 'one more' : 'one less'}`] =
          examples.some(
            (example) => statusesOf(rule, example) !== statusesOf(withNumber(rule, name, change), example),
          );
  }
  return demands;
};

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('shows both edges of every limit, and the first day of each version', () => {
    const lacking = Object.entries(demandsOn(rule)).flatMap(([demand, isShown]) => (isShown ? [] : [demand]));
    expect(lacking).toEqual([]);
  });
});
