/** What is known to change an answer in silence when a bit flips. A whole run fails when one of these does not occur any more. */
import type { Region } from './places';
import type { Trial } from './trial';

export interface KnownHole {
  readonly why: string;
  isMet(region: Region, trial: Trial): boolean;
}

export const knownHoles: readonly KnownHole[] = [];
