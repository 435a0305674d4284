import type { FileId, Instant, LocalDate } from '@rt/domain';
import { replayedFindings, type FindingOn } from '@rt/read-models';
import type { ListedStatus } from '@rt/rules';
import type { ReadingPorts } from './ports';
import { filesOf } from './review-files';

export interface SampleMoment {
  readonly on: LocalDate;
  readonly knownAt: Instant;
  readonly heldOn: LocalDate;
}

/** A finding by what was known at the draw, and its status by what is known now; null where it is not found any more. */
export interface SampleFinding extends FindingOn {
  readonly now: ListedStatus | null;
}

export interface SampleFindings {
  readonly then: readonly SampleFinding[];
  /** What is known now. */
  readonly now: readonly FindingOn[];
}

/** The findings in some files of a sample on a day, by file: as known at an instant, and as known now. Files that were erased since are left out. */
export const sampleFindings = async (
  ports: ReadingPorts,
  fileIds: readonly FileId[],
  { on, knownAt, heldOn }: SampleMoment,
): Promise<ReadonlyMap<FileId, SampleFindings>> => {
  const settings = (await ports.ruleset.load()).recorded;
  const found = new Map<FileId, SampleFindings>();
  for await (const file of filesOf(ports, { populations: [], also: fileIds })) {
    const now = replayedFindings(file, { on, heldOn }, settings);
    const statuses = new Map(now.map(({ id, status }) => [id, status]));
    // Most files have not changed since the draw. For them one replay answers both questions.
    const isUnchanged = isKnownAt(knownAt, file.recorded) && isKnownAt(knownAt, settings);
    const then = isUnchanged ? now : replayedFindings(file, { on, knownAt, heldOn }, settings);
    found.set(file.fileId, {
      now,
      then: then.map((finding) => ({ ...finding, now: statuses.get(finding.id) ?? null })),
    });
  }
  return found;
};

/** Within a stream the time of recording never goes back, so the last event decides. */
const isKnownAt = (knownAt: Instant, stream: readonly { readonly recordedAt: Instant }[]): boolean => {
  const last = stream.at(-1);
  return last === undefined || last.recordedAt <= knownAt;
};
