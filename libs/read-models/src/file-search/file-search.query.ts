import type { BoardId, FileId } from '@rt/domain';
import type { EventStore, TextSeal } from '@rt/event-store';
import type { ReadDatabase } from '../database/read-database';
import { streamOfFile } from '@rt/files';
import type { FilePersonRow } from './file-search.table';
import { marksOfTerm } from './search-marks';

export interface SearchPorts {
  readonly store: EventStore;
  readonly db: ReadDatabase;
}

/** Whose file it is, in words. */
export interface FileName {
  readonly name: string;
  readonly protectedIdentity: boolean;
}

/** A file that bears what was searched for, its name still sealed. */
export interface FoundFile extends FilePersonRow {
  /** Opens name and case numbers. Undefined where the file was erased meanwhile. */
  open(): Promise<(FileName & { readonly caseNumbers: readonly string[] }) | undefined>;
}

/**
 * The files of a board that bear all that a term says. Who may see them is the caller's to ask, before anything is opened.
 * @param filesMax files at most, by their ids
 */
export const filesFound = async (
  { store, db }: SearchPorts,
  boardId: BoardId,
  term: string,
  filesMax: number,
): Promise<readonly FoundFile[]> => {
  const marks = marksOfTerm({ hash: (purpose, text) => store.keyedHash(purpose, text) }, boardId, term);
  if (marks.length === 0) return [];
  const rows = await db.reader
    .selectFrom('filePersons')
    .selectAll()
    .where('fileId', 'in', (found) =>
      found
        .selectFrom('searchMarks')
        .select('fileId')
        .where('mark', 'in', marks)
        .groupBy('fileId')
        .having((eb) => eb.fn.countAll<number>(), '=', marks.length),
    )
    .where('boardId', '=', boardId)
    .orderBy('fileId')
    .limit(filesMax)
    .execute();
  return rows.map((row) => ({
    ...row,
    open: async () => {
      const seal = await store.textSeal(streamOfFile(row.fileId));
      const name = nameIn(row, seal);
      const caseNumbers = seal?.open('caseNumbers', row.caseNumbers);
      return name && caseNumbers !== undefined
        ? { ...name, caseNumbers: JSON.parse(caseNumbers) as string[] }
        : undefined;
    },
  }));
};

/**
 * The names of files, for lists of them. It opens what it is asked for: whom a protected identity shows to is for the caller to say
 * (`showsPerson`), before the names go anywhere. A file that is not there, or was erased, is not among them.
 */
export const namesOf = async (
  { store, db }: SearchPorts,
  files: readonly FileId[],
): Promise<ReadonlyMap<FileId, FileName>> => {
  if (files.length === 0) return new Map();
  const rows = await db.reader.selectFrom('filePersons').selectAll().where('fileId', 'in', files).execute();
  const names = new Map<FileId, FileName>();
  for (const row of rows) {
    const name = nameIn(row, await store.textSeal(streamOfFile(row.fileId)));
    if (name !== undefined) names.set(row.fileId, name);
  }
  return names;
};

const nameIn = (row: FilePersonRow, seal: TextSeal | undefined): FileName | undefined => {
  const name = seal?.open('name', row.name);
  return name === undefined ? undefined : { name, protectedIdentity: row.protectedIdentity === 1 };
};
