import { addDays, type FileId, type Instant, type LocalDate } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { absentFor, isHeldOn, stoodInFor, type Whose } from '../holders/held-by.sql';
import type { NoticeRow } from './notices.table';

/** Notices that ended more days ago are not shown. */
const shownAfterEndDays = 14;
/** Notices that appeared more days ago are not shown, even if they have not ended: the findings still show them. */
const shownDays = 365;

/** Whose notices are asked for: those in a case worker's files, or in a unit's. */
export type NoticeReach = Required<Pick<Whose, 'worker'>> | Required<Pick<Whose, 'unit'>>;

/** The part of a notice that decides whether it is shown. */
export type ShownNotice = Pick<NoticeRow, 'id' | 'fileId' | 'kind' | 'appearsOn' | 'endsOn'>;

/**
 * All notices of a case worker or unit on a day: those in files that they have on that day, that have appeared by then and did not end long ago,
 * the newest first.
 */
export const noticesShown = async (
  db: ReadDatabase,
  on: LocalDate,
  reach: NoticeReach,
): Promise<readonly ShownNotice[]> => {
  const { reader } = db;
  const current = reader
    .selectFrom('notices')
    .select(['id', 'fileId', 'kind', 'appearsOn', 'endsOn'])
    .where('appearsOn', '<=', on)
    .where('appearsOn', '>', addDays(on, -shownDays))
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', addDays(on, -shownAfterEndDays))]))
    .where(isHeldOn(on));
  // Two queries in one: the first is answered by an index alone, the second looks up the few files with a substitute or a stand-in.
  const held =
    'unit' in reach
      ? current.where('unitId', '=', reach.unit)
      : current
          .where('workerId', '=', reach.worker)
          .union(
            current.where(
              'fileId',
              'in',
              stoodInFor(reach.worker, await absentFor(db, reach.worker, on), on),
            ),
          );
  return held.orderBy('appearsOn', 'desc').orderBy('id', 'desc').execute();
};

/** Whole notices as on a day, in the order of the ids. */
export const noticesById = async (
  { reader }: ReadDatabase,
  ids: readonly string[],
  on: LocalDate,
): Promise<readonly NoticeRow[]> => {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('notices')
    .selectAll()
    .where('id', 'in', ids)
    .where(isHeldOn(on))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** The notices in some files that became known since an instant and are current on a day. */
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
        .where(isHeldOn(on))
        .orderBy('appearsOn')
        .orderBy('id')
        .execute();
