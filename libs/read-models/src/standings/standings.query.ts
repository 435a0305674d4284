import type { FileId, LocalDate, UnitId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { FileAssignmentRow, FileStandingRow } from './standings.table';

/** A file's opening and assignments, from which the holder on any day follows. */
export interface FileStanding extends FileStandingRow {
  /** In the order of recording. */
  readonly assignments: readonly FileAssignmentRow[];
}

/** The standings of several files. Files that do not exist are left out. */
export const fileStandingsOf = async (
  { reader }: ReadDatabase,
  files: readonly FileId[],
): Promise<ReadonlyMap<FileId, FileStanding>> => {
  if (files.length === 0) return new Map();
  const opened = await reader.selectFrom('fileStandings').selectAll().where('fileId', 'in', files).execute();
  const assignments = await reader
    .selectFrom('fileAssignments')
    .selectAll()
    .where('fileId', 'in', files)
    .orderBy('revision')
    .execute();
  const byFile = Map.groupBy(assignments, ({ fileId }) => fileId);
  return new Map(opened.map((row) => [row.fileId, { ...row, assignments: byFile.get(row.fileId) ?? [] }]));
};

/** `unitOn` of the domain, computed from the rows. A spec proves that both agree. */
export const unitOfStanding = ({ assignments, openedIn }: FileStanding, day: LocalDate): UnitId => {
  const begun = assignments.filter(({ role, firstDay }) => role === 'responsible' && firstDay <= day);
  return (lastBegun(begun.filter((one) => holdsOn(one, day))) ?? lastBegun(begun))?.unitId ?? openedIn;
};

const holdsOn = ({ lastDay, endedOn }: FileAssignmentRow, day: LocalDate): boolean =>
  (lastDay === null || day <= lastDay) && (endedOn === null || day < endedOn);

const lastBegun = (assignments: readonly FileAssignmentRow[]): FileAssignmentRow | undefined =>
  [...assignments]
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : a.place - b.place))
    .at(-1);
