import type { EventId, ReviewId, UnitId } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** What a unit is told of a review: it was approved, so that files open, or it was closed. */
export const REVIEW_NOTICE_KINDS = ['ReviewApproved', 'ReviewClosed'] as const;

/** The notices of reviews, one for each unit whose files the review reaches. */
export const reviewNoticesTable = table(
  'reviewNotices',
  {
    reviewId: c.id<ReviewId>(),
    /** The id of the event. */
    id: c.uuid<EventId>(),
    unitId: c.id<UnitId>(),
    eventType: c.code(REVIEW_NOTICE_KINDS),
    appearsOn: c.day(),
    knownAt: c.instant(),
  },
  {
    owner: 'reviewId',
    key: ['id', 'unitId'],
    indexes: [{ name: 'byUnit', columns: ['unitId', 'appearsOn', 'id'] }],
  },
);
export type ReviewNoticeRow = RowOf<typeof reviewNoticesTable>;
