import type { Step } from '@rt/domain';
import type { ApiAnswer } from '../api/client';
import { STEP_WORDS } from '../texts/step-words';

export type WorkLine = ApiAnswer<'WorklistLine'>;
export type LineSection = WorkLine['section'];

/** The filters that stand in the address. What is no step or section is dropped. */
export interface MyDaySearch {
  readonly step?: Step;
  /** The folded section that is open. */
  readonly open?: LineSection;
}

export const FOLDED = ['later', 'acknowledged', 'closedCases'] as const satisfies readonly LineSection[];

export const readMyDaySearch = ({ step, open }: Record<string, unknown>): MyDaySearch => ({
  ...(typeof step === 'string' && step in STEP_WORDS && { step: step as Step }),
  ...(FOLDED.some((section) => section === open) && { open: open as LineSection }),
});
