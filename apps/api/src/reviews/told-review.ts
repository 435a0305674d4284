import type { SampleDrawn } from '@rt/domain';
import type { AccessLog } from '@rt/identity';
import type { ReviewState } from '@rt/inspection';

type Drawn = NonNullable<ReviewState['drawn']>;

/** One line of the sample: a case that chance picked, or one of a population that is reviewed whole. */
export interface SampleCase {
  /** 1, 2, 3 … in the order of drawing, the cases that are reviewed whole after those that were drawn. */
  readonly number: number;
  readonly fileId: string;
  readonly caseId: string;
  readonly decisionId: string;
  /** Null where the case was not drawn: its population is reviewed whole. */
  readonly stratum: string | null;
  readonly state: 'notOpened' | 'opened';
  /** When an inspector last opened the file, since the draw. */
  readonly openedAt: string | null;
}

/** A review as it is told: how it was planned, and how far it has come. */
export const toldReview = ({ planned, drawn, closed }: ReviewState, log: AccessLog) => {
  if (planned === undefined) return undefined;
  return {
    ...planned.data,
    plannedAt: planned.recordedAt,
    drawnAt: drawn?.recordedAt ?? null,
    closedAt: closed?.recordedAt ?? null,
    progress: drawn === undefined ? null : progressOf(drawn, log),
  };
};

/** How a sample came out, without the cases. */
export const toldSample = ({ recordedAt, data }: Drawn) => {
  const { reviewId, seed, algorithm, frame, strata } = data;
  return { reviewId, drawnAt: recordedAt, seed, algorithm, frame, strata };
};

/** A page of the sample. @param from the first line of it, 0 for the first of all */
export const samplePage = (drawn: Drawn, log: AccessLog, from: number, limit: number) => {
  const all = linesOf(drawn.data);
  const cases = all
    .slice(from, from + limit)
    .map((line, index): SampleCase => ({ number: from + index + 1, ...line, ...stateOf(line, drawn, log) }));
  return { cases, next: from + limit < all.length ? from + limit : null };
};

const linesOf = ({ cases, reviewedWhole }: SampleDrawn['data']) => [
  ...cases,
  ...reviewedWhole.map((each) => ({ ...each, stratum: null })),
];

const stateOf = (
  { fileId }: { readonly fileId: string },
  { recordedAt }: Drawn,
  log: AccessLog,
): Pick<SampleCase, 'state' | 'openedAt'> => {
  const openedAt = log
    .entriesOf(fileId)
    .findLast(({ role, at }) => role === 'inspector' && at >= recordedAt)?.at;
  return { state: openedAt === undefined ? 'notOpened' : 'opened', openedAt: openedAt ?? null };
};

const progressOf = (drawn: Drawn, log: AccessLog) => {
  const { cases, reviewedWhole } = drawn.data;
  const lines = linesOf(drawn.data);
  return {
    drawn: cases.length,
    reviewedWhole: reviewedWhole.length,
    opened: lines.filter((line) => stateOf(line, drawn, log).state === 'opened').length,
  };
};
