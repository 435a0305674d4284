import {
  effectiveEvents,
  foldFile,
  shape,
  type Instant,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Shaped,
} from '@rt/domain';
import { fileThreads, type CaseThread } from './file-threads';
import { FINDING_WORDS, wordsOf } from './finding-text';
import { findingsOf } from './findings';
import { inForceAt, type AdoptedSettings } from './in-force';
import { FINDING, FINDING_MAY_HAVE } from './rule';
import { SHOWN_STATUSES, statusOn } from './status';

/** A finding with the status and the words of a day. */
export const replayedFinding = shape.fields(
  { ...FINDING, ...FINDING_WORDS, status: shape.oneOf(SHOWN_STATUSES) },
  FINDING_MAY_HAVE,
);
export type ReplayedFinding = Shaped<typeof replayedFinding>;

export interface Replay {
  /** The events up to `asOf`, as they were known at `knownAt`: corrected, and in folding order. */
  readonly events: readonly Recorded<PersonalFileEvent>[];
  readonly file: PersonalFile;
  /** What the rules find in them, with the status and the words of `asOf`. */
  readonly findings: readonly ReplayedFinding[];
  /** The red thread of each case on `asOf`. */
  readonly threads: readonly CaseThread[];
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
  return { events, file, findings, threads: fileThreads(file, findings, configuration, moment.asOf) };
};
