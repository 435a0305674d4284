const reviewPrefix = 'review-';

export const reviewStreamOf = (reviewId: string): string => reviewPrefix + reviewId;

/** The review whose stream it is; undefined for other streams. */
export const reviewOfStream = (stream: string): string | undefined =>
  stream.startsWith(reviewPrefix) ? stream.slice(reviewPrefix.length) : undefined;
