import type { Text } from '@rt/domain';

export type ReviewRefusalCode =
  | 'UNKNOWN_REVIEW'
  | 'PLAN_INVALID'
  | 'ALREADY_PLANNED'
  | 'NOT_PLANNED'
  | 'NOT_DRAWN'
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
