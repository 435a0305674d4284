import type { Text } from '@rt/domain';

export type ReviewRefusalCode =
  | 'UNKNOWN_REVIEW'
  | 'PLAN_INVALID'
  | 'ALREADY_PLANNED'
  | 'NOT_PLANNED'
  | 'NOT_APPROVED'
  | 'NOT_PROPOSED'
  | 'NOT_DRAWN'
  | 'OWN_PLAN'
  | 'PLAN_OUTDATED'
  | 'DRAWS_NOTHING'
  | 'CONFIRM_NUMBER'
  | 'REACH_GREW'
  | 'SECOND_PERSON'
  | 'VALUE_LOST'
  | 'REVIEW_CLOSED'
  | 'COMMAND_REUSED'
  | 'CONFLICT'
  | 'TOO_LARGE';

/** A command or a query about a review was refused. The text says what would be right. */
export class ReviewRefused extends Error {
  constructor(
    readonly code: ReviewRefusalCode,
    readonly text: Text,
    /** Path in the input, if the refusal is about a field. */
    readonly field?: string,
  ) {
    super(text.en);
  }
}

export const notPlanned = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'NOT_PLANNED',
    {
      sv: `Granskningen ${reviewId} är inte planerad; planera den först.`,
      en: `The review ${reviewId} is not planned; plan it first.`,
    },
    'reviewId',
  );

export const reviewClosed = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'REVIEW_CLOSED',
    {
      sv: `Granskningen ${reviewId} är avslutad; planera en ny.`,
      en: `The review ${reviewId} is closed; plan a new one.`,
    },
    'reviewId',
  );

/** An older program planned it: its seed was chosen by a person and is not sealed. */
export const outdatedPlan = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'PLAN_OUTDATED',
    {
      sv: `Granskningen ${reviewId} planerades med ett frö som någon valde; planera den på nytt, så drar systemet med ett förseglat värde.`,
      en: `The review ${reviewId} was planned with a seed that somebody chose; plan it anew, so that it is drawn with a sealed value.`,
    },
    'reviewId',
  );

export const drawsNothing = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'DRAWS_NOTHING',
    {
      sv: `Planen för ${reviewId} skulle inte dra något ärende: ingen grupp har något beslut att dra bland.`,
      en: `The plan of ${reviewId} would draw no case: no stratum has a decision to draw among.`,
    },
    'population',
  );
