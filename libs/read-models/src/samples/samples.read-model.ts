import type { ReviewModel } from '../read-model';
import { reviewsTable, sampledFilesTable } from './samples.table';

/** The reviews, and the files that each open review drew or reviews whole. When a review is closed, its files leave the rows. */
export const samples: ReviewModel = {
  of: 'reviews',
  name: 'samples',
  version: '1',
  tables: [reviewsTable, sampledFilesTable],
  rowsOf: ({ id: reviewId, recorded }, emit) => {
    if (recorded.length === 0) return;
    emit(reviewsTable, { reviewId });
    if (recorded.some(({ type }) => type === 'ReviewClosed')) return;
    const drawn = recorded.flatMap((event) =>
      event.type === 'SampleDrawn' ? [...event.data.cases, ...event.data.reviewedWhole] : [],
    );
    for (const fileId of new Set(drawn.map((each) => each.fileId)))
      emit(sampledFilesTable, { reviewId, fileId });
  },
};
