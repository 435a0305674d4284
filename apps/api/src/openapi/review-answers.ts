import { reviewVocabulary, shape as s, type CaseId, type FileId } from '@rt/domain';
import { computedIndicators, reviewGaps, reviewOutlook } from '@rt/inspection';
import { OPEN_STATUSES } from '@rt/rules';
import { labelsOfCases, persons } from './list-answers';
import { position } from './position';

const { ReviewPlanned, SampleDrawn } = reviewVocabulary.events;

const SAMPLE = {
  ...s.omit(s.shapesOf(SampleDrawn.fields), 'cases', 'reviewedWhole', 'outside'),
  drawnAt: s.instant(),
  outside: s.described(
    s.orNull(s.count()),
    'Decisions of the population that no group takes; null in a draw of version 1',
  ),
};

const frame = s.fields({ size: s.count(), hash: s.text() });

const REVIEW = {
  ...s.shapesOf(ReviewPlanned.fields),
  plannedAt: s.instant(),
  plannedBy: s.text(),
  approvedAt: s.orNull(s.instant()),
  approvedBy: s.orNull(s.text()),
  filesReviewedWhole: s.described(
    s.orNull(s.count()),
    'The number of files that the approval confirmed; null where none was asked for',
  ),
  closureProposedAt: s.orNull(s.instant()),
  closureProposedBy: s.orNull(s.text()),
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
  fileId: s.uuid<FileId>(),
  caseId: s.uuid<CaseId>(),
  decisionId: s.uuid(),
  stratum: s.described(s.orNull(s.text()), 'Null: of a population that is reviewed whole'),
  open: s.described(
    s.countsOf(OPEN_STATUSES),
    'What is open on the measuring day in the case, and in its file beside cases, by what was known at the draw',
  ),
  openNow: s.described(s.countsOf(OPEN_STATUSES), 'The same, by what is known now'),
  state: s.oneOf(['notOpened', 'opened']),
  /** When an inspector last opened the file after the draw. */
  openedAt: s.orNull(s.instant<string>()),
});

/** One unit of the frame: a decision that could be drawn, with the facts that decide its stratum. */
const frameUnit = s.fields({
  decisionId: s.uuid(),
  fileId: s.uuid(),
  caseId: s.uuid(),
  unitId: s.text(),
  sex: s.text(),
  act: s.text(),
  decidedOn: s.day(),
});

/** The schemas of answers about reviews. */
export const REVIEW_ANSWERS = {
  Review: review,
  WrittenReview: s.fields({ ...REVIEW, position: position() }),
  Reviews: s.fields({ reviews: s.listOf(s.refTo('Review', review)) }),
  DrawnSample: s.fields({ ...SAMPLE, position: position() }),
  Sample: s.fields({
    on: s.described(s.day(), 'The measuring day: the counts are of it'),
    ...SAMPLE,
    cases: s.listOf(sampleCase),
    persons,
    caseLabels: labelsOfCases,
    next: s.orNull(s.text()),
  }),
  ReviewOutlook: reviewOutlook,
  ReviewGaps: reviewGaps,
  ReviewFrame: s.fields({
    reviewId: s.text(),
    algorithm: s.text(),
    commitment: s.orNull(s.text()),
    value: s.orNull(s.text()),
    spoken: s.orNull(s.text()),
    seed: s.orNull(s.text()),
    knownAt: s.instant(),
    stored: frame,
    again: frame,
    units: s.described(
      s.listOf(frameUnit),
      'In ascending order of the decision’s id; empty where the frame can no longer be made again',
    ),
    strata: SAMPLE.strata,
    cases: s.described(s.listOf(s.uuid()), 'The ids of the drawn decisions, in the order of drawing'),
  }),
  SampleVerification: s.fields({ reviewId: s.text(), same: s.flag(), stored: frame, again: frame }),
  Indicators: computedIndicators,
};
