import {
  effectiveEvents,
  foldFile,
  shape,
  type Configuration,
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
import { FINDING, FINDING_MAY_HAVE, type Finding } from './rule';
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

/** What the events and settings of a moment give, on whatever day it is judged. */
export interface ReplayedFacts extends Pick<Replay, 'events' | 'file'> {
  readonly found: readonly Finding[];
  readonly configuration: Configuration;
}

export interface ReplayMoment {
  readonly asOf: LocalDate;
  /** Left out: now. */
  readonly knownAt?: Instant | undefined;
}

/**
 * A personal file as it was on a day, as it was known at an instant (left out: now), judged on that day by the settings that were known at
 * the same instant. The rules get no event and no setting that happened or was recorded later, so no date and no text can reveal one.
 */
export const replayFile = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  moment: ReplayMoment,
  settings: AdoptedSettings,
): Replay => judgedOn(replayedFacts(recorded, moment, settings), moment.asOf);

/** The first half of a replay: it changes only where an event or a setting begins to count. */
export const replayedFacts = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  moment: ReplayMoment,
  settings: AdoptedSettings,
): ReplayedFacts => {
  const { ruleset, configuration } = inForceAt(settings, moment.knownAt);
  const events = effectiveEvents(recorded, moment);
  const file = foldFile(events);
  return { events, file, found: findingsOf(file, ruleset, configuration), configuration };
};

/** The second half of a replay: statuses, words and threads may change with every day. */
export const judgedOn = ({ events, file, found, configuration }: ReplayedFacts, day: LocalDate): Replay => {
  const findings = found.flatMap((finding) => {
    const status = statusOn(finding, day);
    return status === 'notYet' ? [] : [{ ...finding, status, ...wordsOf(finding, status) }];
  });
  return { events, file, findings, threads: fileThreads(file, findings, configuration, day) };
};
