import { THING_KINDS, type ThingIds, type ThingKind } from './ids';

/** Id of the first, second, third … thing of a kind in an example: a UUID that tells both. */
export const exampleId = <K extends ThingKind>(kind: K, number = 1): ThingIds[K] =>
  `${String(THING_KINDS.indexOf(kind) + 1).padStart(8, '0')}-0000-8000-8000-${String(number).padStart(12, '0')}` as ThingIds[K];
