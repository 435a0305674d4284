import type { AssignmentId, BoardId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import type { Table } from '../database/table';

/** The board, unit and user that opened a file. */
export interface FileStandingRow {
  readonly fileId: FileId;
  readonly boardId: BoardId;
  readonly openedIn: UnitId;
  readonly openedBy: UserId;
}

export const fileStandingsTable: Table<FileStandingRow> = {
  name: 'fileStandings',
  columns: { fileId: 'id', boardId: 'id', openedIn: 'id', openedBy: 'id' },
  key: [],
  indexes: [],
};

/** One assignment of a case worker to a file, with its days. The day of the question decides whether it holds. */
export interface FileAssignmentRow {
  readonly fileId: FileId;
  readonly assignmentId: AssignmentId;
  /** The revision of the event that made it; gives the order of recording. */
  readonly revision: number;
  /** 0, 1, 2 … in the order of folding: if two assignments begin on the same day, the later one counts. */
  readonly place: number;
  readonly userId: UserId;
  readonly role: 'responsible' | 'substitute';
  readonly unitId: UnitId;
  readonly firstDay: LocalDate;
  /** The last day, if the assignment states one. */
  readonly lastDay: LocalDate | null;
  /** The day of the unassignment; the assignment does not hold on it any more. */
  readonly endedOn: LocalDate | null;
}

export const fileAssignmentsTable: Table<FileAssignmentRow> = {
  name: 'fileAssignments',
  columns: {
    fileId: 'id',
    assignmentId: 'id',
    revision: 'integer',
    place: 'integer',
    userId: 'id',
    role: 'code',
    unitId: 'id',
    firstDay: 'day',
    lastDay: 'day?',
    endedOn: 'day?',
  },
  key: ['revision'],
  // Only substitutes are looked up by user, and they are few among the assignments.
  indexes: [{ name: 'bySubstitute', columns: ['userId', 'fileId'], where: ['role', 'substitute'] }],
};
