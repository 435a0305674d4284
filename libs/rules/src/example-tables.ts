/** The examples of a rule as tables of days: what had happened on each day, and what the rule says on it. The page of a rule shows them. */
import {
  addDays,
  asHistory,
  DEFAULT_CONFIGURATION,
  fileAt,
  type LocalDate,
  type PersonalFileEventType,
} from '@rt/domain';
import { findingsOfRule } from './findings';
import type { Example, Rule, ShownStatus } from './rule';
import { DEFAULT_RULESET } from './ruleset';
import { statusOn } from './status';

/** What happened on a day of an example, and the statuses of all that the rule finds at the end of it. */
export interface ExampleDay {
  readonly events: readonly PersonalFileEventType[];
  readonly statuses: readonly ShownStatus[];
}

export interface ExampleRow {
  readonly name: string;
  /** False where the rule has nothing to judge. */
  readonly applies: boolean;
  /** One for each day of the table. */
  readonly days: readonly ExampleDay[];
}

/** Examples that begin on the same day, over the same days. */
export interface ExampleTable {
  /** In order. */
  readonly days: readonly LocalDate[];
  /** The last day on which something is in time, where the table shows that day and the next one. */
  readonly edge?: LocalDate;
  readonly rows: readonly ExampleRow[];
}

/** More columns are not read at a glance, and do not fit beside the list of rules. */
const daysMax = 6;

/** The examples of a rule in their order, in as few tables as their days allow. */
export const exampleTables = (rule: Rule): readonly ExampleTable[] => {
  const tables: { days: readonly LocalDate[]; readonly examples: Example[] }[] = [];
  for (const example of rule.examples) {
    const days = daysOf(rule, example);
    const fitting = tables.find(
      (table) => table.days[0] === days[0] && union(table.days, days).length <= daysMax,
    );
    if (fitting === undefined) tables.push({ days, examples: [example] });
    else {
      fitting.days = union(fitting.days, days);
      fitting.examples.push(example);
    }
  }
  return tables.map(({ days, examples }) => {
    const edge = examples
      .flatMap((example) => dueDaysOf(rule, example))
      .find((day) => days.includes(day) && days.includes(addDays(day, 1)));
    return {
      days,
      ...(edge !== undefined && { edge }),
      rows: examples.map((example) => ({
        name: example.name,
        applies: example.applies !== false,
        days: days.map((day) => dayOf(rule, example, day)),
      })),
    };
  });
};

/** The days on which something happens, the last one in time, and the one that the example asks about. */
const daysOf = (rule: Rule, example: Example): readonly LocalDate[] => {
  const told = union(
    example.given.map(({ occurredOn }) => occurredOn),
    [example.on],
  );
  // A rule whose deadline is years away has no room for it.
  const due = dueDaysOf(rule, example).filter((day) => day <= example.on);
  const withDue = union(told, due);
  return withDue.length <= daysMax ? withDue : told;
};

const dueDaysOf = (rule: Rule, example: Example): readonly LocalDate[] =>
  rule.kind === 'deadline' ? findingsIn(rule, example, example.on).map(({ dueOn }) => dueOn) : [];

const dayOf = (rule: Rule, example: Example, day: LocalDate): ExampleDay => ({
  events: example.given.filter(({ occurredOn }) => occurredOn === day).map(({ type }) => type),
  statuses: findingsIn(rule, example, day)
    .map((finding) => statusOn(finding, day))
    .filter((status) => status !== 'notYet'),
});

const findingsIn = (rule: Rule, { given }: Example, asOf: LocalDate) =>
  findingsOfRule(rule, fileAt(asHistory(given), { asOf }), DEFAULT_RULESET, DEFAULT_CONFIGURATION);

const union = (one: readonly LocalDate[], other: readonly LocalDate[]): readonly LocalDate[] =>
  [...new Set([...one, ...other])].sort();
