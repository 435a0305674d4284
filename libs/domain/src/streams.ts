import type { UnitId } from './ids';

const reviewPrefix = 'review-';

export const reviewStreamOf = (reviewId: string): string => reviewPrefix + reviewId;

/** The id of the review that the stream belongs to; undefined for other streams. */
export const reviewOfStream = (stream: string): string | undefined =>
  stream.startsWith(reviewPrefix) ? stream.slice(reviewPrefix.length) : undefined;

/** The stream that records which files of a board were erased. The store knows it by its beginning, `erasuresPrefix`. */
export const erasuresStreamOf = (boardId: string): string => `erasures-${boardId}`;

const unitPrefix = 'unit-';

export const unitStreamOf = (unitId: UnitId): string => unitPrefix + unitId;

/** The unit that the stream belongs to; undefined for other streams. */
export const unitOfStream = (stream: string): UnitId | undefined =>
  stream.startsWith(unitPrefix) ? (stream.slice(unitPrefix.length) as UnitId) : undefined;
