/**
 * `npm run docs:rules` writes docs/rules from the rules and their examples, so that a reader who does not program can review
 * a change of a rule. With `--check` it writes nothing and names the pages that differ from the rules.
 *
 * The texts come from libs/rules/src/rule-pages.ts: `rulePages()` returns file name → Markdown.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');

const folder = path.join(root, 'docs', 'rules');
const rules = readdirSync(path.join(root, 'libs', 'rules', 'src')).filter((name) =>
  name.endsWith('.rule.ts'),
);
if (rules.length === 0) {
  console.log('not checked: docs/rules, because libs/rules holds no rule');
  process.exit(0);
}

buildWhenNeeded();
const { rulePages } = createRequire(import.meta.url)(path.join(root, 'dist/libs/rules/src/rule-pages.js'));
const pages = rulePages();
const present = existsSync(folder) ? readdirSync(folder) : [];
const read = (name) => (present.includes(name) ? readFileSync(path.join(folder, name), 'utf8') : undefined);
const stale = Object.keys(pages).filter((name) => read(name) !== pages[name]);
const orphaned = present.filter((name) => !(name in pages));

if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`docs/rules/${name} does not say what its rule says`);
  for (const name of orphaned) console.error(`docs/rules/${name} belongs to no rule`);
  if (stale.length + orphaned.length > 0) {
    console.error('Run `npm run docs:rules` and look at the difference.');
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const name of stale) writeFileSync(path.join(folder, name), pages[name]);
  for (const name of orphaned) rmSync(path.join(folder, name));
  console.log(
    `docs/rules: ${stale.length} written, ${orphaned.length} removed, ${Object.keys(pages).length} in all`,
  );
}
