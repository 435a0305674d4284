/** Checks that docs/glossary.md, which ties the English names of the code to the Swedish terms of the law, has a row for every event type and every rule. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';

const sources = (library, ending) =>
  readdirSync(path.join(root, 'libs', library, 'src'), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(root, 'libs', library, 'src', name));

const eventTypes = sources('domain', '.events.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s+(?:readonly type: '(\w+)';|([A-Z]\w+): f\.event\()/gm)].map(
    ([, spelled, declared]) => spelled ?? declared,
  ),
);
const ruleIds = sources('rules', '.rule.ts').map((file) => path.basename(file, '.rule.ts'));

const glossary = path.join(root, 'docs', 'glossary.md');
const rows = existsSync(glossary)
  ? readFileSync(glossary, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'))
  : [];
const missing = [...eventTypes, ...ruleIds].filter(
  (name) => !rows.some((row) => row.includes(`\`${name}\``)),
);
for (const name of missing) console.error(`docs/glossary.md has no row for ${name}`);
if (eventTypes.length === 0)
  console.error('no event type was found in libs/domain/src: does this check still read the sources right?');
process.exit(missing.length === 0 && eventTypes.length > 0 ? 0 : 1);
