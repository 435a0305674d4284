import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { suiteFolder } from './temporary-folder';

export interface ProgramResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder in which the child processes of a suite cache transpiled code, so that only the first one has to transpile. */
const transpiled = suiteFolder();

/** The command line. */
export const MAIN = '../../apps/cli/src/main.ts';

/** The command that runs a TypeScript file in a Node process of its own. @param file path relative to this folder */
export const node = (file: string, ...args: readonly string[]): readonly string[] => [
  process.execPath,
  '--require',
  path.join(__dirname, 'typescript-hook.cjs'),
  path.join(__dirname, file),
  ...args,
];

/**
 * Runs a command, with English texts.
 * @throws Error if it could not be started or was killed
 */
export const run = (
  [program = '', ...args]: readonly string[],
  given: { readonly input?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): ProgramResult => {
  const { error, signal, ...ran } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, RT_LANG: 'en', RT_TRANSPILED: transpiled, ...given.env },
    ...(given.input !== undefined && { input: given.input }),
  });
  if (error) throw error;
  if (signal) throw new Error(`${program} was ended by ${signal}: ${ran.stderr}`);
  return ran;
};

/**
 * Runs a program with arguments that only make it load, so that its code is in the cache before it runs in a mount namespace. There swc refuses
 * to load for an ordinary user, because in that user's namespace the folders above it belong to an unknown owner.
 */
export const transpile = (command: readonly string[]): void => {
  const { status, stderr } = run(command);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
};
