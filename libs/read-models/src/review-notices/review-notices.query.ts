import { addDays, type Instant, type LocalDate, type UnitId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { ReviewNoticeRow } from './review-notices.table';

/** For how many days a notice of a review is shown. */
const shownDays = 365;

/** The notices of reviews that a unit is shown on a day, the newest first. */
export const reviewNoticesShown = async (
  { reader }: ReadDatabase,
  unit: UnitId,
  on: LocalDate,
): Promise<readonly ReviewNoticeRow[]> =>
  reader
    .selectFrom('reviewNotices')
    .selectAll()
    .where('unitId', '=', unit)
    .where('appearsOn', '<=', on)
    .where('appearsOn', '>', addDays(on, -shownDays))
    .orderBy('appearsOn', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Those of all units that became known since an instant. The table has a row or two for each review and unit. */
export const reviewNoticesLearnt = async (
  { reader }: ReadDatabase,
  since: Instant,
): Promise<readonly ReviewNoticeRow[]> =>
  reader.selectFrom('reviewNotices').selectAll().where('knownAt', '>=', since).orderBy('id').execute();
