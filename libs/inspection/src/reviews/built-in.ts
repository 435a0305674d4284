import { LEDSAGNING_2021 } from './ledsagning-2021.review';
import type { ReviewDefinition } from './review-definition';

/** The reviews that are part of the program. */
export const REVIEWS: readonly ReviewDefinition[] = [LEDSAGNING_2021];

export const reviewDefinition = (reviewId: string): ReviewDefinition | undefined =>
  REVIEWS.find(({ plan }) => plan.reviewId === reviewId);
