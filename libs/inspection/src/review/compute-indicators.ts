import { shape, type Instant, type SampleDrawn, type Shaped } from '@rt/domain';
import { gatherEvidence } from '../evidence';
import { indicatorFields, indicatorRows, type Report } from '../indicators/indicator-rows';
import { REVIEWS, reviewDefinition } from '../reviews/built-in';
import { populationsOf, type Plan } from './plan.decider';
import type { ReadingPorts } from './ports';
import { ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { reviewState } from './review-stream';

/** The same row, computed from what is known now. */
const knownNow = shape.fields({
  status: indicatorFields.status,
  numerator: indicatorFields.numerator,
  denominator: indicatorFields.denominator,
  percent: indicatorFields.percent,
});

const rowBesideNow = shape.fields({ ...indicatorFields, now: knownNow });

export const computedIndicators = shape.fields({
  review: shape.text(),
  measuringDay: shape.day(),
  knownAt: shape.described(
    shape.orNull(shape.instant()),
    'What was known then is what the rows rest on: at the draw, unless another instant is asked for; null before the draw: what is known now',
  ),
  rows: shape.listOf(rowBesideNow),
});
export type ComputedIndicators = Shaped<typeof computedIndicators>;

export interface IndicatorOptions {
  readonly knownAt?: Instant;
  readonly progress?: OnFilesRead;
}

/**
 * Computes every published row of a review from the files: as known at the draw, or at the instant that is asked for, and beside it as known now. So a unit
 * that repairs its files after the draw changes only the figure of now. The instant limits only the events of the personal files: the drawn cases are taken
 * from `SampleDrawn` even if it was recorded later. @throws ReviewRefused UNKNOWN_REVIEW
 */
export const computeIndicators = async (
  ports: ReadingPorts,
  reviewId: string,
  { knownAt: asked, progress }: IndicatorOptions,
): Promise<ComputedIndicators> => {
  const definition = reviewDefinition(reviewId);
  if (!definition) throw unknownReview(reviewId);
  const { planned, drawn } = await reviewState(ports.store, reviewId);
  const plan = planned?.data ?? definition.plan;
  const rowsAt = (knownAt?: Instant) =>
    reportRows(ports, definition.report, { plan, drawn: drawn?.data, knownAt, progress });
  const knownAt = asked ?? drawn?.data.frame.knownAt;
  const now = await rowsAt();
  const rows = knownAt === undefined ? now : await rowsAt(knownAt);
  return {
    review: reviewId,
    measuringDay: plan.measuringDay,
    knownAt: knownAt ?? null,
    rows: rows.map((row, index) => {
      const { status, numerator, denominator, percent } = now[index] ?? row;
      return { ...row, now: { status, numerator, denominator, percent } };
    }),
  };
};

interface RowsQuestion {
  readonly plan: Plan;
  readonly drawn: SampleDrawn['data'] | undefined;
  readonly knownAt: Instant | undefined;
  readonly progress: OnFilesRead | undefined;
}

const reportRows = async (
  ports: ReadingPorts,
  report: Report,
  { plan, drawn, knownAt, progress }: RowsQuestion,
) => {
  const populations = populationsOf(plan);
  const reviewed = [...(drawn?.cases ?? []), ...(drawn?.reviewedWhole ?? [])];
  const also = reviewed.map(({ fileId }) => fileId);
  const files = filesOf(ports, { populations, also, knownAt }, progress);
  const question = { populations, drawn, measuringDay: plan.measuringDay, knownAt };
  return indicatorRows(report, await gatherEvidence(files, question, (await ports.ruleset.load()).recorded));
};

const unknownReview = (reviewId: string): ReviewRefused => {
  const known = REVIEWS.map(({ plan }) => plan.reviewId).join(', ');
  return new ReviewRefused(
    'UNKNOWN_REVIEW',
    {
      sv: `Det finns inga mått för granskningen ${reviewId}; mått finns för ${known}.`,
      en: `There are no indicators for the review ${reviewId}; there are for ${known}.`,
    },
    'reviewId',
  );
};
