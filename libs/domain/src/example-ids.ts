import { THING_KINDS, type ThingIds, type ThingKind } from './ids';

/** The id of the first, second, third … thing of a kind in an example: a UUID made from the kind and the number. */
export const exampleId = <K extends ThingKind>(kind: K, number = 1): ThingIds[K] =>
  `${String(THING_KINDS.indexOf(kind) + 1).padStart(8, '0')}-0000-8000-8000-${String(number).padStart(12, '0')}` as ThingIds[K];
