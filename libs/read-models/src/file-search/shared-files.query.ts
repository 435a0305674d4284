import type { BoardId, FileId, LocalDate, UnitId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { isHeldOn } from '../holders/held-by.sql';
import type { SearchPorts } from './file-search.query';
import { caseNumberOf } from './search-term';
import { sharedMarkOf, type SharedKind } from './shared-marks';

/** The files of a board that have the same personal number or case number. @param text twelve digits, or the case number as it was written */
export const filesSharing = async (
  { store, db }: SearchPorts,
  boardId: BoardId,
  kind: SharedKind,
  text: string,
): Promise<readonly FileId[]> => {
  const hash = { hash: (purpose: string, said: string) => store.keyedHash(purpose, said) };
  const mark = sharedMarkOf(hash, boardId, kind, kind === 'caseNumber' ? caseNumberOf(text) : text);
  const rows = await db.reader.selectFrom('sharedMarks').select('fileId').where('mark', '=', mark).execute();
  return rows.map(({ fileId }) => fileId);
};

/** A file of a unit that shares a personal number or a case number with another file of the board. */
export interface SharedFile {
  readonly fileId: FileId;
  readonly what: SharedKind;
  readonly otherFileId: FileId;
}

/** The files of a unit on a day that share what only one file of the board should have, by id. It looks up each file of the unit in an index. */
export const sharedFilesOn = async (
  db: ReadDatabase,
  unitId: UnitId,
  day: LocalDate,
): Promise<readonly SharedFile[]> => sharedFilesQuery(db, unitId, day).execute();

export const sharedFilesQuery = ({ reader }: ReadDatabase, unitId: UnitId, day: LocalDate) =>
  reader
    .selectFrom('fileHolders')
    .innerJoin('sharedMarks as own', 'own.fileId', 'fileHolders.fileId')
    .innerJoin('sharedMarks as other', 'other.mark', 'own.mark')
    .select(['own.fileId', 'own.what', 'other.fileId as otherFileId'])
    .where('fileHolders.role', '=', 'responsible')
    .where('fileHolders.unitId', '=', unitId)
    .where(isHeldOn(day))
    .whereRef('other.fileId', '<>', 'own.fileId')
    .orderBy('own.fileId')
    .orderBy('own.what')
    .orderBy('otherFileId');
