import type { BoardId, CaseId, FileId } from '@rt/domain';
import type { EventStore, TextSeal } from '@rt/event-store';
import type { ReadDatabase } from '../database/read-database';
import { streamOfFile } from '@rt/files';
import type { FilePersonRow } from './file-search.table';
import { sealShown, type FileTexts } from '../file-texts';
import { isProtectedBy } from './protection';
import { marksOfTerm } from './search-marks';
import { isFoundBy, kindOfTerm } from './search-term';

export interface SearchPorts {
  readonly store: EventStore;
  readonly db: ReadDatabase;
}

/** The name of a file's person. */
export interface FileName {
  readonly name: string;
  readonly protectedIdentity: boolean;
}

/** The name of a file's person, and the numbers of its cases. */
export interface NamedFile extends FileName {
  readonly caseNumbers: Readonly<Record<CaseId, string>>;
}

/** A file that matches the search; its name is still sealed. */
export interface FoundFile {
  readonly fileId: FileId;
  readonly protectedIdentity: boolean;
  /**
   * Opens name and case numbers. Undefined if the words of its names do not match after all, because only their beginnings are hashed, or if the file has
   * been erased in the meantime. @throws KeyDamaged: without the words nobody can say whether the search finds this file
   */
  open(): Promise<(FileName & { readonly caseNumbers: readonly string[] }) | undefined>;
}

/** The most files that a search returns to be looked at. Only the beginnings of names are hashed, so many of them may not match. */
export const FILES_LOOKED_AT_MAX = 2_000;

/**
 * The files of a board that may match every part of a term, in the order of their ids: opening one says whether it does. The caller must check who may see
 * them before it opens anything.
 */
export const filesFound = async (
  { store, db }: SearchPorts,
  boardId: BoardId,
  term: string,
): Promise<readonly FoundFile[]> => {
  const by = hashOf(store);
  const marks = marksOfTerm(by, boardId, term);
  if (marks.length === 0) return [];
  let query = db.reader.selectFrom('filePersons').selectAll().where('boardId', '=', boardId);
  for (const some of marks)
    query = query.where('fileId', 'in', (found) =>
      found.selectFrom('searchMarks').select('fileId').where('mark', 'in', some),
    );
  const rows = await query.orderBy('fileId').limit(FILES_LOOKED_AT_MAX).execute();
  const isName = kindOfTerm(term) === 'name';
  return rows.map((row) => ({
    fileId: row.fileId,
    protectedIdentity: isProtectedBy(by, row),
    open: async () => {
      const seal = await store.textSeal(streamOfFile(row.fileId));
      const words = isName ? seal?.open('words', row.words) : undefined;
      if (isName && (words === undefined || !isFoundBy(JSON.parse(words) as string[], term)))
        return undefined;
      const found = namedIn(by, row, seal);
      return found && { ...found, caseNumbers: Object.values<string>(found.caseNumbers) };
    },
  }));
};

/** The boards that have a personal file. */
export const boardsWithFiles = async ({ reader }: ReadDatabase): Promise<readonly BoardId[]> => {
  const rows = await reader
    .selectFrom('filePersons')
    .select('boardId')
    .distinct()
    .orderBy('boardId')
    .execute();
  return rows.map(({ boardId }) => boardId);
};

/**
 * The names of files and the numbers of their cases, for lists. It opens every name it is asked for: before the caller passes any on, it must check who may
 * see a protected identity (`showsPerson`). Files that do not exist, were erased or whose key is damaged are left out.
 */
export const namesOf = async (
  { store, db }: SearchPorts,
  files: readonly FileId[],
): Promise<ReadonlyMap<FileId, NamedFile>> => {
  if (files.length === 0) return new Map();
  const rows = await db.reader.selectFrom('filePersons').selectAll().where('fileId', 'in', files).execute();
  const names = new Map<FileId, NamedFile>();
  for (const row of rows) {
    const named = namedIn(hashOf(store), row, await sealShown(store, row.fileId));
    if (named !== undefined) names.set(row.fileId, named);
  }
  return names;
};

/** Those of some files whose persons have a protected identity. Opens no name. */
export const protectedAmong = async (
  { store, db }: SearchPorts,
  files: readonly FileId[],
): Promise<ReadonlySet<FileId>> => {
  if (files.length === 0) return new Set();
  const rows = await db.reader
    .selectFrom('filePersons')
    .select(['fileId', 'protection'])
    .where('fileId', 'in', files)
    .execute();
  return new Set(rows.flatMap((row) => (isProtectedBy(hashOf(store), row) ? [row.fileId] : [])));
};

const hashOf = (store: EventStore): Pick<FileTexts, 'hash'> => ({
  hash: (purpose, text) => store.keyedHash(purpose, text),
});

const namedIn = (
  by: Pick<FileTexts, 'hash'>,
  row: FilePersonRow,
  seal: TextSeal | undefined,
): NamedFile | undefined => {
  const name = seal?.open('name', row.name);
  const numbers = seal?.open('caseNumbers', row.caseNumbers);
  return name === undefined || numbers === undefined
    ? undefined
    : {
        name,
        protectedIdentity: isProtectedBy(by, row),
        caseNumbers: JSON.parse(numbers) as NamedFile['caseNumbers'],
      };
};
