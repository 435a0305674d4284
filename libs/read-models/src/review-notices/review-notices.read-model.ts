import { dayOf } from '@rt/domain';
import type { ReviewModel } from '../read-model';
import { REVIEW_NOTICE_KINDS, reviewNoticesTable } from './review-notices.table';

/**
 * Tells the units of a review that it was approved and that it was closed. A review that was closed without an approval never reached a file, so no unit is
 * told of it.
 */
export const reviewNotices: ReviewModel = {
  of: 'reviews',
  name: 'review-notices',
  version: '1',
  tables: [reviewNoticesTable],
  rowsOf: ({ id: reviewId, recorded }, emit) => {
    const planned = recorded.find((event) => event.type === 'ReviewPlanned');
    const approval = recorded.find(({ type }) => type === 'ReviewApproved');
    if (planned === undefined || approval === undefined) return;
    const { population, reviewedWhole } = planned.data;
    const units = new Set([population, ...reviewedWhole].flatMap(({ unitIds }) => unitIds));
    for (const eventType of REVIEW_NOTICE_KINDS) {
      const event = recorded.findLast(({ type }) => type === eventType);
      if (event === undefined) continue;
      const { id, recordedAt: knownAt } = event;
      for (const unitId of units)
        emit(reviewNoticesTable, { reviewId, id, unitId, eventType, appearsOn: dayOf(knownAt), knownAt });
    }
  },
};
