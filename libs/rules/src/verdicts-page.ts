/**
 * The page `docs/verdicts.md`: for each rule what it believes and what it cannot see. What it cannot see is an example that runs, so the page
 * cannot say what is no longer so.
 */
import { CONTACTS_AND_DECISIONS } from './blind-spots/contacts-and-decisions';
import { ORDERS_AND_EXECUTION } from './blind-spots/orders-and-execution';
import type { BlindSpot } from './blind-spots/blind-spot';
import { RULES } from './register';
import type { Rule } from './rule';
import { inWords, markdownTable } from './rule-pages';
import { ruleOn } from './rule-versions';
import { DEFAULT_RULESET } from './ruleset';

/** What the rules of the register cannot see. */
export const blindSpotsOf = ({ id }: Pick<Rule, 'id'>): readonly BlindSpot[] =>
  [...CONTACTS_AND_DECISIONS, ...ORDERS_AND_EXECUTION].filter(({ rule }) => rule === id);

export const verdictsPage = (): string =>
  [
    '# What the rules believe, and what they cannot see',
    'A verdict follows from what is recorded, and from nothing else. This page says for each rule what it takes as true, and what it cannot see. Each line of a table is an example that runs: `libs/rules/src/verdicts-page.spec.ts` fails when a rule says something else. Written by `npm run docs:rules` from `libs/rules`; do not edit by hand.',
    'Common to all rules: a reference is no proof of what it refers to, so what the thing says is read. Of two facts that contradict each other one is believed, the more specific one. A text of blanks, zero-width characters or signs alone says nothing. What a day has said does not change afterwards, unless a fact with an earlier day is recorded. What was known is the question of replay; rules have no second clock.',
    ...RULES.flatMap(section),
  ].join('\n\n') + '\n';

const section = (rule: Rule): readonly string[] => {
  const newest = rule.versions.at(-1) as Rule['versions'][number];
  const { title, reading } = ruleOn(rule, DEFAULT_RULESET, newest.inForceFrom);
  return [
    `## ${title.sv}`,
    `[\`${rule.id}\`](rules/${rule.id}.md) · ${title.en}`,
    `**Believes.** ${reading.en}`,
    markdownTable(
      ['Cannot see', 'Recorded', 'On', 'What the rule says'],
      blindSpotsOf(rule).map(({ cannotSee, given, on, then }) => [
        cannotSee,
        given.map(inWords).join('<br>'),
        on,
        then.join(', ') || 'nothing found',
      ]),
    ),
  ];
};
