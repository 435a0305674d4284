/** What is known to change an answer in silence when a bit flips. A whole run fails when one of these does not occur any more. */
import type { Region } from './places';
import type { Trial } from './trial';

export interface KnownHole {
  readonly why: string;
  isMet(region: Region, trial: Trial): boolean;
}

export const knownHoles: readonly KnownHole[] = [
  {
    // What is shown as new once more hides nothing.
    why: 'marks of seen notices whose write-ahead log was cut by the damage are gone, and the notices count as new',
    isMet: ({ file }, { outcome }) => file === 'data/seen-notices.sqlite-wal' && outcome === 'silent',
  },
  {
    // The question can be asked again.
    why: 'a job whose write-ahead log was cut by the damage is gone, as after its 24 hours',
    isMet: ({ file }, { outcome }) => file === 'data/jobs.sqlite-wal' && outcome === 'silent',
  },
];
