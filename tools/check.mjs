/**
 * Runs the checks, by hand and in CI: `npm run check` runs all of them, `npm run check -- lint links` only those two.
 * `npm test` runs the checks and every test.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode24 } from './node-24.mjs';
import { jestCommand } from './jest.mjs';
import { runSteps } from './steps.mjs';
import { makeClientTypes } from './web.mjs';

const node = process.execPath;
const bin = (name) => path.join('node_modules', ...name.split('/'));

export const staticChecks = [
  { name: 'lint', command: [node, bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'types', command: [node, 'tools/types.mjs'] },
  { name: 'web types', command: [node, bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json'] },
  { name: 'pure types', command: [node, bin('typescript/bin/tsc'), '-p', 'tsconfig.pure.json'] },
  { name: 'format', command: [node, bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  {
    name: 'boundaries',
    command: [node, bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'apps', 'libs'],
  },
  { name: 'lockfile', command: [node, 'tools/lockfile.mjs'] },
  { name: 'links', command: [node, 'tools/links.mjs'] },
  { name: 'pages', command: [node, 'tools/pages.mjs', '--check'] },
];

/** Runs the checks that are given. The pages' client is typed by a file that is made, not committed: it is made first. */
export const runChecks = async (checks) => {
  await makeClientTypes();
  return runSteps(checks);
};

const unit = {
  name: 'unit',
  command: [...jestCommand, 'apps', 'libs', '--testPathIgnorePatterns', '(scenario|e2e)\\.spec'],
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode24();
  const asked = process.argv.slice(2);
  const known = [...staticChecks, unit];
  const unknown = asked.filter((name) => !known.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(
      `No check is called ${unknown.join(', ')}. There are: ${known.map((check) => check.name).join(', ')}.`,
    );
    process.exit(2);
  }
  const chosen = asked.length === 0 ? known : known.filter((check) => asked.includes(check.name));
  const failed = await runChecks(chosen);
  console.log(`checks: ${chosen.length - failed.length} passed, ${failed.length} failed`);
  process.exit(failed.length === 0 ? 0 : 1);
}
