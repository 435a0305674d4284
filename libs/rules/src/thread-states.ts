/** The red thread of a case in codes: seven steps, each with one of five states. */
import type { Step, Text } from '@rt/domain';

/** The steps of the thread, from left to right. Contacts and notes lie beside it. */
export const THREAD_STEPS = [
  'application',
  'investigation',
  'decision',
  'order',
  'plan',
  'execution',
  'follow-up',
] as const satisfies readonly Step[];
export type ThreadStep = (typeof THREAD_STEPS)[number];

export const isThreadStep = (step: Step): step is ThreadStep =>
  (THREAD_STEPS as readonly Step[]).includes(step);

/**
 * - `done`: the step was taken;
 * - `flawed`: it was taken, and something is missing in it;
 * - `broken`: it is lacking, though it should have been taken;
 * - `expected`: it is to come;
 * - `doesNotApply`: nothing is asked for.
 */
export const NODE_STATES = ['done', 'flawed', 'broken', 'expected', 'doesNotApply'] as const;
export type NodeState = (typeof NODE_STATES)[number];

export const NODE_STATE_WORDS: Readonly<Record<NodeState, Text>> = {
  done: { sv: 'gjort', en: 'done' },
  flawed: { sv: 'gjort, med brist', en: 'done, with a gap' },
  broken: { sv: 'tråden bruten', en: 'the thread is broken' },
  expected: { sv: 'väntas', en: 'expected' },
  doesNotApply: { sv: 'gäller inte', en: 'does not apply' },
};

/** The seven states as one word for lists, a letter for each step: d(one), f(lawed), b(roken), e(xpected), n (does not apply). */
export type ThreadCode = string;

const LETTERS: Readonly<Record<NodeState, string>> = {
  done: 'd',
  flawed: 'f',
  broken: 'b',
  expected: 'e',
  doesNotApply: 'n',
};

export const threadCode = (states: readonly NodeState[]): ThreadCode =>
  states.map((state) => LETTERS[state]).join('');

export const statesOfCode = (code: ThreadCode): readonly NodeState[] =>
  [...code].flatMap((letter) => NODE_STATES.find((state) => LETTERS[state] === letter) ?? []);
