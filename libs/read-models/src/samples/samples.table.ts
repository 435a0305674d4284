import type { FileId, ReviewId } from '@rt/domain';
import type { Table } from '../database/table';

/** A review that was planned, open or closed. */
export interface ReviewRow {
  readonly reviewId: ReviewId;
}

export const reviewsTable: Table<ReviewRow> = {
  name: 'reviews',
  owner: 'reviewId',
  columns: { reviewId: 'id' },
  key: [],
  indexes: [],
};

/** A file in the sample of an open review: the inspectors reach it. */
export interface SampledFileRow {
  readonly reviewId: ReviewId;
  readonly fileId: FileId;
}

export const sampledFilesTable: Table<SampledFileRow> = {
  name: 'sampledFiles',
  owner: 'reviewId',
  columns: { reviewId: 'id', fileId: 'id' },
  key: ['fileId'],
  indexes: [{ name: 'byFile', columns: ['fileId', 'reviewId'] }],
};
