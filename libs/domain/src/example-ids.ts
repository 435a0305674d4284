import type { ThingIds, ThingKind } from './ids';

const KINDS: readonly ThingKind[] = [
  'party',
  'assignment',
  'representative',
  'consent',
  'contact',
  'case',
  'application',
  'information',
  'investigation',
  'decision',
  'appeal',
  'advanceDecision',
  'order',
  'goal',
  'plan',
  'execution',
  'deviation',
  'performer',
  'question',
  'followUp',
  'request',
  'individualPlan',
  'coordinatedPlan',
  'malpractice',
];

/** Id of the first, second, third … thing of a kind in an example: a UUID that tells both. */
export const exampleId = <K extends ThingKind>(kind: K, number = 1): ThingIds[K] =>
  `${String(KINDS.indexOf(kind) + 1).padStart(8, '0')}-0000-8000-8000-${String(number).padStart(12, '0')}` as ThingIds[K];
