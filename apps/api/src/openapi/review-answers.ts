import { ACTS, OUTCOMES, SAMPLING_UNITS, SEXES } from '@rt/domain';
import { INDICATOR_STATUSES } from '@rt/inspection';
import {
  amount,
  anyOf,
  count,
  date,
  fields,
  flag,
  id,
  inBoth,
  listOf,
  moment,
  nothing,
  oneOfWords,
  orNull,
  position,
  ref,
  text,
} from './schema-words';

const population = fields(
  {
    measures: listOf(text),
    outcomes: listOf(oneOfWords(OUTCOMES)),
    decidedFrom: date,
    decidedTo: date,
    unitIds: listOf(text),
    ageMin: count,
  },
  ['ageMin'],
);

const stratum = { unitId: text, sex: oneOfWords(SEXES), act: oneOfWords(ACTS), wanted: count };

const sample = {
  reviewId: text,
  drawnAt: moment,
  seed: text,
  algorithm: text,
  frame: fields({
    size: count,
    hash: { ...text, description: 'SHA-256 of the frame as text' },
    knownAt: { ...moment, description: 'Until when what the frame rests on was known' },
  }),
  strata: listOf(
    fields({
      ...stratum,
      available: count,
      drawn: count,
      takeAll: { ...flag, description: 'Fewer than wanted were there, so all were taken' },
    }),
  ),
};

const frame = fields({ size: count, hash: text });

const review = {
  reviewId: text,
  title: text,
  population,
  samplingUnit: oneOfWords(SAMPLING_UNITS),
  strata: listOf(fields(stratum)),
  reviewedWhole: listOf(population),
  seed: text,
  measuringDay: date,
  plannedAt: moment,
  drawnAt: orNull(moment),
  closedAt: orNull(moment),
  progress: {
    ...orNull(fields({ drawn: count, reviewedWhole: count, opened: count })),
    description:
      'Cases that were drawn, that are reviewed whole, and of both those opened since; null before the draw',
  },
};

/** What is answered about reviews. */
export const REVIEW_ANSWERS = {
  Review: fields(review),
  WrittenReview: fields({ ...review, position }),
  Reviews: fields({ reviews: listOf(ref('Review')) }),
  DrawnSample: fields({ ...sample, position }),
  Sample: fields({
    ...sample,
    cases: listOf(
      fields({
        number: count,
        fileId: id,
        caseId: id,
        decisionId: id,
        stratum: { ...orNull(text), description: 'Null: of a population that is reviewed whole' },
        state: oneOfWords(['notOpened', 'opened']),
        openedAt: orNull(moment),
      }),
    ),
    next: orNull(text),
  }),
  SampleVerification: fields({ reviewId: text, same: flag, stored: frame, again: frame }),
  Indicators: fields({
    review: text,
    measuringDay: date,
    knownAt: orNull(moment),
    rows: listOf(
      fields({
        id: text,
        district: text,
        population: oneOfWords(['sample', 'year', 'reviewedWhole']),
        status: {
          ...oneOfWords(INDICATOR_STATUSES),
          description: '`notComputable`: there is no figure, and the note says why',
        },
        pausedRules: {
          ...listOf(text),
          description: 'The rules whose pause is why the row cannot be computed',
        },
        numerator: {
          ...orNull(amount),
          description: 'A count, the part of a share, or a mean; null: the note says why',
        },
        denominator: { ...orNull(count), description: 'Null for a count and for a mean' },
        percent: orNull(amount),
        published: fields({ num: orNull(amount), den: orNull(amount), pct: anyOf([amount, text, nothing]) }),
        agrees: orNull(flag),
        note: orNull(text),
        definitionVersion: count,
        text: fields({ title: inBoth, definition: inBoth, note: orNull(inBoth) }),
      }),
    ),
  }),
} as const;
