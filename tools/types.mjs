/**
 * Type-checks the whole, and holds it to a budget. Types derived from declarations are easily written so that the compiler works many times as
 * long: `Extract` over the union of all events in place of a look-up took half of its time. The count of instantiations shows it on any machine.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './build.mjs';

/** Room for a tenth more than is needed today. */
const instantiationsMax = 600_000;

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    path.join('node_modules', 'typescript', 'bin', 'tsc'),
    '--noEmit',
    '--extendedDiagnostics',
    '-p',
    'tsconfig.json',
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
process.stdout.write(stdout);
process.stderr.write(stderr);
if (status !== 0) process.exit(status ?? 1);
const instantiations = Number(/^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1]);
if (!(instantiations <= instantiationsMax)) {
  console.error(
    `The types take ${instantiations} instantiations, and may take ${instantiationsMax}: see tools/types.mjs.`,
  );
  process.exit(1);
}
