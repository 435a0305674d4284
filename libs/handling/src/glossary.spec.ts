import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVENT_TYPES, REVIEW_EVENT_TYPES, RULESET_EVENT_TYPES, STEPS } from '@rt/domain';
import { TITLES } from '@rt/domain';

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
  it.each([...EVENT_TYPES, ...RULESET_EVENT_TYPES])('%s has the titles that the program shows', (type) => {
    expect(rows.get(type)).toEqual(TITLES[type]);
  });

  it.each(REVIEW_EVENT_TYPES)('%s has its row', (type) => {
    expect(rows.get(type)).toBeDefined();
  });

  it('every step has its heading', () => {
    const headings = Object.values(STEPS).map(({ title }) => `### ${title.en}: ${title.sv}`);
    expect(page.split('\n').filter((line) => headings.includes(line))).toEqual(headings);
  });
});
