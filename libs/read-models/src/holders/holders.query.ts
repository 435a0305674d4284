import { holderIn, type BoardId, type FileId, type Holder, type LocalDate } from '@rt/domain';
import { absencesOn } from '../absences/absences.query';
import type { ReadDatabase } from '../database/read-database';

/** A file's board, and who has the file on a day. */
export interface FileHolder extends Holder {
  readonly boardId: BoardId;
}

/** Who has each of the given files on a day. Files that do not exist are left out. */
export const fileHoldersOn = async (
  db: ReadDatabase,
  files: readonly FileId[],
  day: LocalDate,
): Promise<ReadonlyMap<FileId, FileHolder>> => {
  if (files.length === 0) return new Map();
  const { reader } = db;
  const opened = await reader.selectFrom('openedFiles').selectAll().where('fileId', 'in', files).execute();
  const periods = await reader
    .selectFrom('fileHolders')
    .selectAll()
    .where('fileId', 'in', files)
    .orderBy('fileId')
    .orderBy('ordinal')
    .execute();
  const absences = await absencesOn(db, day);
  const byFile = Map.groupBy(periods, ({ fileId }) => fileId);
  return new Map(
    opened.flatMap(({ fileId, boardId }) => {
      const holder = holderIn(byFile.get(fileId) ?? [], absences, day);
      return holder ? [[fileId, { boardId, ...holder }] as const] : [];
    }),
  );
};
