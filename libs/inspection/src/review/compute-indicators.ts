import { shape, type Instant, type Shaped } from '@rt/domain';
import { gatherEvidence } from '../evidence';
import { indicatorRow, indicatorRows } from '../indicators/indicator-rows';
import { REVIEWS, reviewDefinition } from '../reviews/built-in';
import { populationsOf } from './plan.decider';
import type { ReadingPorts } from './ports';
import { ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { reviewState } from './review-stream';

export const computedIndicators = shape.fields({
  review: shape.text(),
  measuringDay: shape.day(),
  /** Null: computed from what is known now. */
  knownAt: shape.orNull(shape.instant()),
  rows: shape.listOf(indicatorRow),
});
export type ComputedIndicators = Shaped<typeof computedIndicators>;

export interface IndicatorOptions {
  readonly knownAt?: Instant;
  readonly progress?: OnFilesRead;
}

/**
 * Computes every published row of a review from the files, as known now or at an earlier instant. The instant limits only the events of the personal
 * files: the drawn cases are taken from `SampleDrawn` even if it was recorded later. @throws ReviewRefused UNKNOWN_REVIEW
 */
export const computeIndicators = async (
  ports: ReadingPorts,
  reviewId: string,
  { knownAt, progress }: IndicatorOptions,
): Promise<ComputedIndicators> => {
  const definition = reviewDefinition(reviewId);
  if (!definition) throw unknownReview(reviewId);
  const { planned, drawn } = await reviewState(ports.store, reviewId);
  const plan = planned?.data ?? definition.plan;
  const populations = populationsOf(plan);
  const reviewed = [...(drawn?.data.cases ?? []), ...(drawn?.data.reviewedWhole ?? [])];
  const files = filesOf(
    ports,
    { populations, also: reviewed.map(({ fileId }) => fileId), knownAt },
    progress,
  );
  const question = { populations, drawn: drawn?.data, measuringDay: plan.measuringDay, knownAt };
  const evidence = await gatherEvidence(files, question, (await ports.ruleset.load()).recorded);
  return {
    review: reviewId,
    measuringDay: plan.measuringDay,
    knownAt: knownAt ?? null,
    rows: indicatorRows(definition.report, evidence),
  };
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
