import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');
const page = readFileSync(path.join(root, 'docs', 'glossary.md'), 'utf8');

/** The cells of every row whose first cell is a word of the code. */
const rows = new Map(
  page.split('\n').flatMap((line) => {
    const [, name, sv, en] = /^\| `([\w-]+)` +\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, { sv, en }] as const];
  }),
);

describe('docs/glossary.md', () => {
  const folder = path.join(root, 'libs', 'rules', 'src');
  const rules = readdirSync(folder).flatMap((file) => /^(.+)\.rule\.ts$/.exec(file)?.[1] ?? []);

  it.each(rules)('%s has the titles that its rule bears', (rule) => {
    const source = readFileSync(path.join(folder, `${rule}.rule.ts`), 'utf8');
    const [, sv, en] = /title: \{\s*sv: '(.+?)',\s*en: '(.+?)',?\s*\}/.exec(source) ?? [];
    expect(rows.get(rule)).toEqual({ sv, en });
  });

  it('has found rules at all', () => {
    expect(rules.length).toBeGreaterThan(10);
  });
});
