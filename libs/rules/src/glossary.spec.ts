import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_RULESET, ruleOn, RULES } from './index';

const page = readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'glossary.md'), 'utf8');

/** The cells of every row whose first cell is the id of a rule. */
const rows = new Map(
  page.split('\n').flatMap((line) => {
    const [, id, sv, en] = /^\| `([a-z-]+)` +\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [];
    return id === undefined ? [] : [[id, { sv, en }] as const];
  }),
);

describe('docs/glossary.md', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has the title that its rule has', (id, rule) => {
    const newest = rule.versions.at(-1)!.inForceFrom;
    expect(rows.get(id)).toEqual(ruleOn(rule, DEFAULT_RULESET, newest).title);
  });
});
