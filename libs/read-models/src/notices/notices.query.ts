import { addDays, type FileId, type Instant, type LocalDate, type UnitId, type UserId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { NoticeRow } from './notices.table';

/** What ended longer ago is no longer shown. */
const shownAfterEndDays = 14;
/** What appeared longer ago is no news, whether or not it has ended: it stands among the findings. */
const shownDays = 365;

/** Whose notices: those of a case worker's files, or of a unit's. */
export type NoticeReach = { readonly worker: UserId } | { readonly unit: UnitId };

/** As much of a notice as says whether it is to be shown. */
export type ShownNotice = Pick<NoticeRow, 'id' | 'fileId' | 'appearsOn' | 'endsOn'>;

/** Every notice that somebody has on a day: what has appeared by then and did not end long ago, the newest first. */
export const noticesShown = async (
  { reader }: ReadDatabase,
  on: LocalDate,
  reach: NoticeReach,
): Promise<readonly ShownNotice[]> =>
  reader
    .selectFrom('notices')
    .select(['id', 'fileId', 'appearsOn', 'endsOn'])
    .where('worker' in reach ? 'workerId' : 'unitId', '=', 'worker' in reach ? reach.worker : reach.unit)
    .where('appearsOn', '<=', on)
    .where('appearsOn', '>', addDays(on, -shownDays))
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', addDays(on, -shownAfterEndDays))]))
    .orderBy('appearsOn', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Notices with all they say, in the order of the ids. */
export const noticesById = async (
  { reader }: ReadDatabase,
  ids: readonly string[],
): Promise<readonly NoticeRow[]> => {
  if (ids.length === 0) return [];
  const rows = await reader.selectFrom('notices').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** What has been learnt since an instant, and is to be told by a day, in some files. */
export const noticesLearnt = async (
  { reader }: ReadDatabase,
  files: readonly FileId[],
  { since, on }: { readonly since: Instant; readonly on: LocalDate },
): Promise<readonly NoticeRow[]> =>
  files.length === 0
    ? []
    : reader
        .selectFrom('notices')
        .selectAll()
        .where('fileId', 'in', files)
        .where('knownAt', '>=', since)
        .where('appearsOn', '<=', on)
        .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', on)]))
        .orderBy('appearsOn')
        .orderBy('id')
        .execute();
