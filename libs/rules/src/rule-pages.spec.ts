import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from './index';
import { rulePages } from './rule-pages';

const folder = path.join(__dirname, '..', '..', '..', 'docs', 'rules');

describe('docs/rules', () => {
  const pages = rulePages();

  it('has a page for every rule, and an index', () => {
    expect(Object.keys(pages).sort()).toEqual(['README.md', ...RULES.map(({ id }) => `${id}.md`)].sort());
    expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  });

  it.each(Object.keys(pages))('%s says what its rule says (else: npm run docs:rules)', (name) => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(pages[name]);
  });
});
