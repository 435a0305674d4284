/**
 * Writes the pages that follow from the code, so that a reader who does not program can review a change of a rule or of a word:
 * `npm run docs:rules` the page of every rule and what the rules cannot see, `npm run docs:glossary` the tables of events and rules in the glossary. With `--check` it writes
 * nothing, and names every page that differs from the code.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
const { glossaryPage } = await import('./glossary.mjs');

buildWhenNeeded();
const require = createRequire(import.meta.url);
const built = (library, file) => require(path.join(root, 'dist', 'libs', library, 'src', `${file}.js`));
const present = (name) =>
  existsSync(path.join(root, name)) ? readFileSync(path.join(root, name), 'utf8') : undefined;

const RULES = path.join('docs', 'rules');
const VERDICTS = path.join('docs', 'verdicts.md');
const GLOSSARY = path.join('docs', 'glossary.md');

/** Name of the file → what it should say; `null`: it should not be there. */
const PAGES = {
  rules: () => ({
    ...Object.fromEntries(readdirSync(path.join(root, RULES)).map((name) => [path.join(RULES, name), null])),
    ...Object.fromEntries(
      Object.entries(built('rules', 'rule-pages').rulePages()).map(([name, text]) => [
        path.join(RULES, name),
        text,
      ]),
    ),
    [VERDICTS]: built('rules', 'verdicts-page').verdictsPage(),
  }),
  glossary: async () => ({
    [GLOSSARY]: await glossaryPage(present(GLOSSARY), built('domain', 'index'), built('rules', 'index')),
  }),
};

const asked = Object.keys(PAGES).filter((name) => process.argv.includes(name));
const wanted = {};
for (const name of asked.length === 0 ? Object.keys(PAGES) : asked)
  Object.assign(wanted, await PAGES[name]());
const stale = Object.entries(wanted).filter(([name, text]) => present(name) !== (text ?? undefined));

if (process.argv.includes('--check')) {
  for (const [name, text] of stale)
    console.error(text === null ? `${name} belongs to no rule` : `${name} does not say what the code says`);
  if (stale.length > 0) {
    console.error('Run `npm run docs:rules` or `npm run docs:glossary` and look at the difference.');
    process.exit(1);
  }
} else {
  mkdirSync(path.join(root, RULES), { recursive: true });
  for (const [name, text] of stale)
    if (text === null) rmSync(path.join(root, name));
    else writeFileSync(path.join(root, name), text);
  console.log(`${stale.length} of ${Object.keys(wanted).length} pages changed`);
}
