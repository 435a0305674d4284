import type { FileId, ReviewId } from '@rt/domain';
import { expressionBuilder } from 'kysely';
import type { ReadDatabase, ReadSchema } from '../database/read-database';

/** The files in the samples of open reviews, as a condition of another query. */
const sampledFiles = expressionBuilder<ReadSchema, never>()
  .selectFrom('sampledFiles')
  .select('sampledFiles.fileId');

/** The same, of one open review. @param review left out: of all */
export const sampledFilesOf = (review: ReviewId | undefined) =>
  review === undefined ? sampledFiles : sampledFiles.where('sampledFiles.reviewId', '=', review);

/** The files in the sample of a review while it is open, by id. */
export const filesInSample = async (
  { reader }: ReadDatabase,
  review: ReviewId,
): Promise<readonly FileId[]> => {
  const rows = await reader
    .selectFrom('sampledFiles')
    .select('fileId')
    .where('reviewId', '=', review)
    .orderBy('fileId')
    .execute();
  return rows.map(({ fileId }) => fileId);
};

/** For each of the files that stands in the sample of an open review: those reviews, by id. */
export const openReviewsOf = async (
  { reader }: ReadDatabase,
  files: readonly FileId[],
): Promise<ReadonlyMap<FileId, readonly ReviewId[]>> => {
  if (files.length === 0) return new Map();
  const rows = await reader
    .selectFrom('sampledFiles')
    .selectAll()
    .where('fileId', 'in', files)
    .orderBy('reviewId')
    .execute();
  const byFile = Map.groupBy(rows, ({ fileId }) => fileId);
  return new Map([...byFile].map(([fileId, found]) => [fileId, found.map(({ reviewId }) => reviewId)]));
};

/** All reviews that were planned, open or closed, by id. */
export const plannedReviews = async ({ reader }: ReadDatabase): Promise<readonly ReviewId[]> => {
  const rows = await reader.selectFrom('reviews').select('reviewId').orderBy('reviewId').execute();
  return rows.map(({ reviewId }) => reviewId);
};
