import type { CaseId, FileId, SampleDrawn } from '@rt/domain';
import type { AccessLog } from '@rt/identity';
import type { ReviewState, SampleFindings } from '@rt/inspection';
import { OPEN_STATUSES, type ListedStatus } from '@rt/rules';
import type { Answer } from '../openapi/answers';

type Drawn = NonNullable<ReviewState['drawn']>;

type SampleCase = Answer<'Sample'>['cases'][number];

export type PlannedReview = ReviewState & Required<Pick<ReviewState, 'planned'>>;

export const isPlanned = (state: ReviewState): state is PlannedReview => state.planned !== undefined;

/** A review in an answer: its plan and its progress. */
export const reviewAnswer = async (
  { planned, approved, drawn, closureProposed, closed }: PlannedReview,
  log: AccessLog,
): Promise<Answer<'Review'>> => ({
  ...planned.data,
  plannedAt: planned.recordedAt,
  plannedBy: planned.recordedBy,
  approvedAt: approved?.recordedAt ?? null,
  approvedBy: approved?.recordedBy ?? null,
  filesReviewedWhole: approved?.data.filesReviewedWhole ?? null,
  closureProposedAt: closureProposed?.recordedAt ?? null,
  closureProposedBy: closureProposed?.recordedBy ?? null,
  drawnAt: drawn?.recordedAt ?? null,
  closedAt: closed?.recordedAt ?? null,
  progress: drawn === undefined ? null : await progressOf(drawn, log),
});

/** A sample in an answer: how it was drawn, without the cases. */
export const sampleAnswer = ({ recordedAt, data }: Drawn) => {
  const { cases: _, reviewedWhole: __, outside, ...rest } = data;
  return { ...rest, drawnAt: recordedAt, outside: outside?.length ?? null };
};

/** The lines of a page of the sample. @param from the index of the first line, from 0 */
export const linesOfPage = ({ data }: Drawn, from: number, limit: number): readonly Line[] =>
  linesOf(data).slice(from, from + limit);

/** A page of the sample. @param found the findings in the files of its lines */
export const samplePage = async (
  drawn: Drawn,
  log: AccessLog,
  { from, limit, found }: { from: number; limit: number; found: ReadonlyMap<FileId, SampleFindings> },
) => {
  const all = linesOf(drawn.data);
  const lines = linesOfPage(drawn, from, limit);
  const openedAt = await lastOpenings(lines, drawn, log);
  const cases = lines.map((line, index): SampleCase => {
    const at = openedAt.get(line.fileId) ?? null;
    const { then = [], now = [] } = found.get(line.fileId) ?? {};
    return {
      number: from + index + 1,
      ...line,
      open: openIn(line, then),
      openNow: openIn(line, now),
      state: at === null ? 'notOpened' : 'opened',
      openedAt: at,
    };
  });
  return { cases, next: from + limit < all.length ? from + limit : null };
};

/** Counts what is open in a case, and in its file where it belongs to no case: the same findings that the counts of the whole sample look at. */
const openIn = (
  { caseId }: { readonly caseId: CaseId },
  findings: readonly { readonly caseId: CaseId | null; readonly status: ListedStatus }[],
): SampleCase['open'] => {
  const counts = { pending: 0, overdue: 0, violation: 0 };
  for (const finding of findings)
    if (finding.caseId === null || finding.caseId === caseId)
      for (const status of OPEN_STATUSES) if (finding.status === status) counts[status] += 1;
  return counts;
};

type Line = SampleDrawn['data']['reviewedWhole'][number] & { readonly stratum: string | null };

const linesOf = ({ cases, reviewedWhole }: SampleDrawn['data']): readonly Line[] => [
  ...cases,
  ...reviewedWhole.map((each) => ({ ...each, stratum: null })),
];

/** For each file, when an inspector last opened it after the draw. */
const lastOpenings = (lines: readonly Line[], { recordedAt }: Drawn, log: AccessLog) =>
  log.lastReadings(
    lines.map(({ fileId }) => fileId),
    { role: 'inspector', since: recordedAt },
  );

const progressOf = async (drawn: Drawn, log: AccessLog) => {
  const { cases, reviewedWhole } = drawn.data;
  const lines = linesOf(drawn.data);
  const openedAt = await lastOpenings(lines, drawn, log);
  return {
    drawn: cases.length,
    reviewedWhole: reviewedWhole.length,
    opened: lines.filter(({ fileId }) => openedAt.has(fileId)).length,
  };
};
