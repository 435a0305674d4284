/** Runs commands in parallel, one per core, and prints the result and duration of each. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from './build.mjs';

/** @returns the exit code, and everything that the command printed, in order. */
const run = ([command, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/**
 * Runs the steps. Prints the whole output of a step that failed; of one that passed, only the lines that begin with `not checked:`.
 * @param steps `{ name, command: string[] }[]`
 * @returns the names of the steps that failed.
 */
export const runSteps = async (steps) => {
  const waiting = [...steps];
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const began = Date.now();
      const { code, output } = await run(step.command);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`);
      if (code !== 0) failed.push(step.name);
      const shown =
        code !== 0
          ? output
          : output
              .split('\n')
              .filter((line) => line.startsWith('not checked:'))
              .join('\n');
      if (shown.trim() !== '') console.log(shown.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return failed;
};
