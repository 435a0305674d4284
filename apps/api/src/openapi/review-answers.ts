import { reviewVocabulary, shape as s } from '@rt/domain';
import { computedIndicators } from '@rt/inspection';
import { position } from './position';

const { ReviewPlanned, SampleDrawn } = reviewVocabulary.events;

const SAMPLE = {
  ...s.omit(s.shapesOf(SampleDrawn.fields), 'cases', 'reviewedWhole'),
  drawnAt: s.instant(),
};

const frame = s.fields({ size: s.count(), hash: s.text() });

const REVIEW = {
  ...s.shapesOf(ReviewPlanned.fields),
  plannedAt: s.instant(),
  drawnAt: s.orNull(s.instant()),
  closedAt: s.orNull(s.instant()),
  progress: s.described(
    s.orNull(s.fields({ drawn: s.count(), reviewedWhole: s.count(), opened: s.count() })),
    'Cases that were drawn, that are reviewed whole, and of both those opened since; null before the draw',
  ),
};
const review = s.fields(REVIEW);

/** One line of the sample: a case that was drawn, or a case of a population that is reviewed whole. */
const sampleCase = s.fields({
  /** 1, 2, 3 … in the order of drawing. Cases that are reviewed whole come after the drawn cases. */
  number: s.count(),
  fileId: s.uuid(),
  caseId: s.uuid(),
  decisionId: s.uuid(),
  stratum: s.described(s.orNull(s.text()), 'Null: of a population that is reviewed whole'),
  state: s.oneOf(['notOpened', 'opened']),
  /** When an inspector last opened the file after the draw. */
  openedAt: s.orNull(s.instant<string>()),
});

/** The schemas of answers about reviews. */
export const REVIEW_ANSWERS = {
  Review: review,
  WrittenReview: s.fields({ ...REVIEW, position: position() }),
  Reviews: s.fields({ reviews: s.listOf(s.refTo('Review', review)) }),
  DrawnSample: s.fields({ ...SAMPLE, position: position() }),
  Sample: s.fields({ ...SAMPLE, cases: s.listOf(sampleCase), next: s.orNull(s.text()) }),
  SampleVerification: s.fields({ reviewId: s.text(), same: s.flag(), stored: frame, again: frame }),
  Indicators: computedIndicators,
};
