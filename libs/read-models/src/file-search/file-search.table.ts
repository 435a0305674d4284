import type { BoardId, FileId } from '@rt/domain';
import type { Flag, Table } from '../database/table';

/** The person of a file. Name and case numbers are sealed with the file's own key. */
export interface FilePersonRow {
  readonly fileId: FileId;
  readonly boardId: BoardId;
  readonly name: string;
  /** A JSON array. */
  readonly caseNumbers: string;
  readonly protectedIdentity: Flag;
}

export const filePersonsTable: Table<FilePersonRow> = {
  name: 'filePersons',
  columns: { fileId: 'id', boardId: 'id', name: 'sealed', caseNumbers: 'sealed', protectedIdentity: 'flag' },
  key: [],
  indexes: [],
};

/** A keyed hash by which a search finds a file. It does not show what was hashed. */
export interface SearchMarkRow {
  readonly fileId: FileId;
  readonly mark: string;
}

export const searchMarksTable: Table<SearchMarkRow> = {
  name: 'searchMarks',
  columns: { fileId: 'id', mark: 'hash' },
  key: ['mark'],
  indexes: [{ name: 'byMark', columns: ['mark', 'fileId'] }],
};
