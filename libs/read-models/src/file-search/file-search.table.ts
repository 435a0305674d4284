import type { BoardId, FileId } from '@rt/domain';
import { SHARED_KINDS } from './shared-marks';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/**
 * The persons of the files. Name and case numbers are sealed with the file's own key. Whether the identity is protected is asked for many files at once,
 * before any of them is opened, so it is a hash with a key of the installation.
 */
export const filePersonsTable = table(
  'filePersons',
  {
    fileId: c.uuid<FileId>(),
    boardId: c.id<BoardId>(),
    name: c.sealed(),
    /** A JSON array of the words by which the person is found. */
    words: c.sealed(),
    /** A JSON object: the number of each case, by the id of the case. */
    caseNumbers: c.sealed(),
    /** See `protectionOf`. */
    protection: c.hash(),
  },
  { key: [], indexes: [] },
);
export type FilePersonRow = RowOf<typeof filePersonsTable>;

/** The keyed hashes by which a search finds a file. They do not show what was hashed. */
export const searchMarksTable = table(
  'searchMarks',
  { fileId: c.uuid<FileId>(), mark: c.hash() },
  { key: ['mark'], indexes: [{ name: 'byMark', columns: ['mark', 'fileId'] }] },
);
export type SearchMarkRow = RowOf<typeof searchMarksTable>;

/** The keyed hashes of what only one file of a board should have: the person's numbers, and the numbers of its cases. */
export const sharedMarksTable = table(
  'sharedMarks',
  { fileId: c.uuid<FileId>(), what: c.code(SHARED_KINDS), mark: c.hash() },
  { key: ['what', 'mark'], indexes: [{ name: 'byMark', columns: ['mark', 'fileId'] }] },
);
export type SharedMarkRow = RowOf<typeof sharedMarksTable>;
