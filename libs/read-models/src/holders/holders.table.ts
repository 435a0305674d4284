import type { BoardId, FileId, HolderPeriod } from '@rt/domain';
import type { Table } from '../database/table';

/** A file and the board it belongs to. */
export interface OpenedFileRow {
  readonly fileId: FileId;
  readonly boardId: BoardId;
}

export const openedFilesTable: Table<OpenedFileRow> = {
  name: 'openedFiles',
  columns: { fileId: 'id', boardId: 'id' },
  key: [],
  indexes: [],
};

/** A period in which a user has a file, past or future. */
export interface FileHolderRow extends HolderPeriod {
  readonly fileId: FileId;
  /** The position among the periods of the file. */
  readonly ordinal: number;
}

export const fileHoldersTable: Table<FileHolderRow> = {
  name: 'fileHolders',
  columns: {
    fileId: 'id',
    ordinal: 'integer',
    role: 'code',
    userId: 'id?',
    unitId: 'id',
    heldFrom: 'day',
    heldUntil: 'day',
  },
  key: ['ordinal'],
  // Rows of other tables name the responsible worker themselves, so only substitutes are looked up here by user.
  indexes: [{ name: 'bySubstitute', columns: ['userId', 'fileId'], where: ['role', 'substitute'] }],
};
