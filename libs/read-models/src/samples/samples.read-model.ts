import type { ReviewModel } from '../read-model';
import { reviewsTable, sampledFilesTable } from './samples.table';

/**
 * The reviews, and the files that each open review drew or reviews whole. When a review is closed, its files leave the rows. A plan of version 2 opens no
 * file unless somebody approved it; one of version 1 keeps its reach.
 */
export const samples: ReviewModel = {
  of: 'reviews',
  name: 'samples',
  version: '2',
  tables: [reviewsTable, sampledFilesTable],
  rowsOf: ({ id: reviewId, recorded }, emit) => {
    if (recorded.length === 0) return;
    emit(reviewsTable, { reviewId });
    if (recorded.some(({ type }) => type === 'ReviewClosed')) return;
    const needsApproval = recorded.some(
      (event) => event.type === 'ReviewPlanned' && event.data.commitment !== null,
    );
    if (needsApproval && !recorded.some(({ type }) => type === 'ReviewApproved')) return;
    const drawn = recorded.flatMap((event) =>
      event.type === 'SampleDrawn' ? [...event.data.cases, ...event.data.reviewedWhole] : [],
    );
    for (const fileId of new Set(drawn.map((each) => each.fileId)))
      emit(sampledFilesTable, { reviewId, fileId });
  },
};
