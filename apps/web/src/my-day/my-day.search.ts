import type { Answer } from '../api/client';
import { STEP_WORDS } from '../texts/step-words';

export type Line = Answer<'WorklistLine'>;
export type Section = Line['section'];
export type Step = keyof typeof STEP_WORDS;

/** The filters that stand in the address. What is no step or section is dropped. */
export interface MyDaySearch {
  readonly step?: Step;
  /** The folded section that is open. */
  readonly open?: Section;
}

export const FOLDED = ['later', 'closedCases'] as const satisfies readonly Section[];

export const readMyDaySearch = ({ step, open }: Record<string, unknown>): MyDaySearch => ({
  ...(typeof step === 'string' && step in STEP_WORDS && { step: step as Step }),
  ...(FOLDED.some((section) => section === open) && { open: open as Section }),
});
