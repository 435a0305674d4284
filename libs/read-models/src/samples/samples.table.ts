import type { FileId, ReviewId } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** The reviews that were planned, open or closed. */
export const reviewsTable = table(
  'reviews',
  { reviewId: c.id<ReviewId>() },
  { owner: 'reviewId', key: [], indexes: [] },
);
export type ReviewRow = RowOf<typeof reviewsTable>;

/** The files in the sample of an open review: the inspectors reach them. */
export const sampledFilesTable = table(
  'sampledFiles',
  { reviewId: c.id<ReviewId>(), fileId: c.uuid<FileId>() },
  { owner: 'reviewId', key: ['fileId'], indexes: [{ name: 'byFile', columns: ['fileId', 'reviewId'] }] },
);
export type SampledFileRow = RowOf<typeof sampledFilesTable>;
