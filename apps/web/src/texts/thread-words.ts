import type { Language, Text } from '@rt/domain';
import { statesOfCode, THREAD_STEPS, type NodeState, type ThreadCode, type ThreadStep } from '@rt/rules';
import { STEP_WORDS } from './step-words';

const TOLD: readonly { readonly state: NodeState; readonly sv: string; readonly en: string }[] = [
  { state: 'broken', sv: 'Tråden bruten: ', en: 'The thread is broken: ' },
  { state: 'flawed', sv: 'Brist i ', en: 'A gap in ' },
  { state: 'expected', sv: 'Väntas: ', en: 'Expected: ' },
  { state: 'doesNotApply', sv: 'Gäller inte: ', en: 'Does not apply: ' },
];

/** A whole thread in words: `Tråden bruten: plan. Väntas: uppföljning.` */
export const threadSentence = (code: ThreadCode): Text => {
  const states = statesOfCode(code);
  const stepsIn = (wanted: NodeState): readonly ThreadStep[] =>
    THREAD_STEPS.filter((_, index) => states[index] === wanted);
  const words = (language: Language): string =>
    TOLD.flatMap(({ state, ...said }) => {
      const steps = stepsIn(state).map((step) => STEP_WORDS[step][language].toLowerCase());
      return steps.length === 0 ? [] : [`${said[language]}${steps.join(', ')}.`];
    }).join(' ');
  return { sv: words('sv') || 'Tråden är hel.', en: words('en') || 'The thread is whole.' };
};
