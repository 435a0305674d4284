import type { SampleDrawn } from '@rt/domain';
import type { AccessLog } from '@rt/identity';
import type { ReviewState } from '@rt/inspection';
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

/** A page of the sample. @param from the index of the first line, from 0 */
export const samplePage = async (drawn: Drawn, log: AccessLog, from: number, limit: number) => {
  const all = linesOf(drawn.data);
  const lines = all.slice(from, from + limit);
  const openedAt = await lastOpenings(lines, drawn, log);
  const cases = lines.map((line, index): SampleCase => {
    const at = openedAt.get(line.fileId) ?? null;
    return { number: from + index + 1, ...line, state: at === null ? 'notOpened' : 'opened', openedAt: at };
  });
  return { cases, next: from + limit < all.length ? from + limit : null };
};

interface Line {
  readonly fileId: string;
}

const linesOf = ({ cases, reviewedWhole }: SampleDrawn['data']) => [
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
