import {
  effectiveEvents,
  foldFile,
  type Instant,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { wordsOf, type FindingWords } from './finding-text';
import { findingsOf } from './findings';
import { inForceAt, type AdoptedSettings } from './in-force';
import type { Finding, ShownStatus } from './rule';
import { statusOn } from './status';

export type ReplayedFinding = Finding & FindingWords & { readonly status: ShownStatus };

export interface Replay {
  /** The events up to `asOf`, as they were known at `knownAt`: corrected, and in folding order. */
  readonly events: readonly Recorded<PersonalFileEvent>[];
  readonly file: PersonalFile;
  /** What the rules find in them, with the status and the words of `asOf`. */
  readonly findings: readonly ReplayedFinding[];
}

/**
 * A personal file as it was on a day, as it was known at an instant (left out: now), judged on that day by the settings that were known at
 * the same instant. The rules get no event and no setting that happened or was recorded later, so no date and no text can reveal one.
 */
export const replayFile = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  moment: { readonly asOf: LocalDate; readonly knownAt?: Instant },
  settings: AdoptedSettings,
): Replay => {
  const { ruleset, configuration } = inForceAt(settings, moment.knownAt);
  const events = effectiveEvents(recorded, moment);
  const file = foldFile(events);
  const findings = findingsOf(file, ruleset, configuration).flatMap((finding) => {
    const status = statusOn(finding, moment.asOf);
    return status === 'notYet' ? [] : [{ ...finding, status, ...wordsOf(finding, status) }];
  });
  return { events, file, findings };
};
