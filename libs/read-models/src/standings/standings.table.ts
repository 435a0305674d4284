import type { AssignmentId, BoardId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import type { Table } from '../database/table';

/** Where a file was opened and by whom. */
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

/** One assignment of a case worker to a file, with its days: what somebody is to the file is asked for with a day. */
export interface FileAssignmentRow {
  readonly fileId: FileId;
  readonly assignmentId: AssignmentId;
  /** Of the event that made it: the order of recording. */
  readonly revision: number;
  /** 0, 1, 2 … in the order of folding: of two that begin on one day, the later counts. */
  readonly place: number;
  readonly userId: UserId;
  readonly role: 'responsible' | 'substitute';
  readonly unitId: UnitId;
  readonly firstDay: LocalDate;
  /** Where it was given beforehand. */
  readonly lastDay: LocalDate | null;
  /** The day it was ended: no longer part of it. */
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
  // Substitutes are few among the assignments, and only they are looked up by name.
  indexes: [{ name: 'bySubstitute', columns: ['userId', 'fileId'], where: ['role', 'substitute'] }],
};
