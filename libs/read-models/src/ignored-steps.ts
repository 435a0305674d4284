import type { Step } from '@rt/domain';

/** Steps that change neither who a file is about nor who has it: the handling of a case, from the contacts to the follow-up. */
export const STEPS_WITHIN_A_CASE: readonly Step[] = [
  'party',
  'representative',
  'consent',
  'contact',
  'application',
  'investigation',
  'decision',
  'order',
  'plan',
  'execution',
  'follow-up',
  'individual-plan',
  'coordinated-plan',
  'violence-questions',
  'malpractice',
  'gap',
];
