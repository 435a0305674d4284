export const reviewStreamOf = (reviewId: string): string => `review-${reviewId}`;
