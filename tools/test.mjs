/** `npm test`: runs every check, then every test. The last lines of its output count what passed, failed and could not be run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
const { buildWebWhenNeeded } = await import('./web.mjs');
const { runChecks, staticChecks } = await import('./check.mjs');
const { jestCommand } = await import('./jest.mjs');

const failedChecks = await runChecks(staticChecks);
buildWhenNeeded({ announce: true });
await buildWebWhenNeeded({ announce: true });

const [node, ...jest] = jestCommand;
const scratch = mkdtempSync(path.join(tmpdir(), 'roda-traden-test-'));
const report = path.join(scratch, 'jest.json');
const { status } = spawnSync(node, [...jest, '--maxWorkers=100%', '--json', `--outputFile=${report}`], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  // The same histories, flips and kills every time, so that a red test is the fault of the last change. The longer runs draw their own.
  env: { RT_SEED: '1', ...process.env },
});
const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
rmSync(scratch, { recursive: true, force: true });
if (results === undefined) {
  console.error(`Jest ended with ${status} and left no report.`);
  process.exit(1);
}

const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = results;
/** A suite that fails to load reports no tests, so each such suite counts as one failure. */
const failed = numFailedTests + numRuntimeErrorTestSuites;
const notRun = results.testResults.flatMap((suite) =>
  suite.assertionResults.filter((test) => test.status === 'pending'),
);
for (const test of notRun) console.log(`not run: ${test.fullName}`);
for (const name of failedChecks) console.log(`failed check: ${name}`);
console.log(`checks: ${staticChecks.length - failedChecks.length} passed, ${failedChecks.length} failed`);
console.log(
  `tests: ${passed} passed, ${failed} failed${notRun.length > 0 ? `, ${notRun.length} not run` : ''}`,
);
process.exit(status === 0 && failed === 0 && failedChecks.length === 0 && passed > 0 ? 0 : 1);
