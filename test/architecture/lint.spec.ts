import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tracked-files';

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
}

/** One mistake per line, with the lint rule that must report it. */
const everywhere: readonly (readonly [code: string, rule: string])[] = [
  [`import { inspect } from 'node:util';`, '@typescript-eslint/no-unused-vars'],
  [`import { KeyObject } from 'node:crypto';`, '@typescript-eslint/consistent-type-imports'],
  [`export const anything = (given: KeyObject): any => given;`, '@typescript-eslint/no-explicit-any'],
  [`export const forgets = () => { Promise.resolve(1); };`, '@typescript-eslint/no-floating-promises'],
  [
    `export const word = (c: 'a' | 'b') => { switch (c) { case 'a': return 1; } return 2; };`,
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  [`export const loose = (a: number, b: number) => a == b;`, 'eqeqeq'],
];

const inTheCore: readonly (readonly [code: string, rule: string])[] = [
  [`export const today = () => new Date();`, 'no-restricted-globals'],
  [`export const millis = () => globalThis.Date.now();`, 'no-restricted-properties'],
  [`export const chance = () => Math.random();`, 'no-restricted-properties'],
  [`export const setting = () => process.env.RT_NOW;`, 'no-restricted-globals'],
  [`export const later = (f: () => void) => setTimeout(f, 1);`, 'no-restricted-globals'],
];

/** Lints the lines as the content of that file. Returns `<line of code> → <lint rule>` for every message. */
const lint = (file: string, lines: readonly string[]): string[] => {
  const program = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [program, '--stdin', '--stdin-filename', file, '--format', 'json'],
    {
      cwd: root,
      encoding: 'utf8',
      input: lines.join('\n'),
    },
  );
  if (stdout === '') throw new Error(stderr);
  const [report] = JSON.parse(stdout) as { messages: Message[] }[];
  return (report?.messages ?? []).map(({ line, ruleId }) => `${lines[line - 1]} → ${ruleId}`);
};

const expected = (mistakes: readonly (readonly [string, string])[]) =>
  mistakes.map(([code, rule]) => `${code} → ${rule}`);

/** The linter first loads the types of the whole project, which is slow on a busy machine. */
jest.setTimeout(240_000);

describe('the linter', () => {
  it('reports in the core what is forbidden there and what is forbidden everywhere', () => {
    const mistakes = [...everywhere, ...inTheCore];
    expect(
      lint(
        'libs/domain/src/index.ts',
        mistakes.map(([code]) => code),
      ),
    ).toEqual(expected(mistakes));
  });

  it('allows an app the clock, random numbers and the environment', () => {
    const mistakes = [...everywhere, ...inTheCore];
    expect(
      lint(
        'apps/cli/src/require-node-24.ts',
        mistakes.map(([code]) => code),
      ),
    ).toEqual(expected(everywhere));
  });
});
