/**
 * Type-checks the whole project and limits the number of type instantiations. A derived type can easily multiply the compiler's work:
 * `Extract` over the union of all events, in place of an indexed access, once took half of its time. The number of instantiations is the same
 * on a fast and a slow machine, unlike the time.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './build.mjs';

/** About a tenth more than the project needs today. */
const instantiationsMax = 815_000;

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
    `The types need ${instantiations} instantiations; at most ${instantiationsMax} are allowed: see tools/types.mjs.`,
  );
  process.exit(1);
}
