import type { BoardId, Person, PersonalFile } from '@rt/domain';
import type { FileTexts } from '../file-texts';
import { caseNumberOf, kindOfTerm, nameWordsOf, numberOf, type SearchTermKind } from './search-term';

/** The purpose of the hashes: another purpose gives other hashes for the same text. */
export const SEARCH = 'file-search';

type Hash = Pick<FileTexts, 'hash'>;

/** The hashed text contains the board, so that equal hashes do not reveal that two boards know the same person. */
const markOf = (hash: Hash, boardId: BoardId, kind: SearchTermKind, text: string): string =>
  hash.hash(SEARCH, JSON.stringify([boardId, kind, text]));

/** The hashes by which a search finds a file: the words of the present name, every personal number recorded in the file, and the case numbers. */
export const marksOfFile = (
  hash: Hash,
  boardId: BoardId,
  { name }: Person,
  file: PersonalFile,
): readonly string[] => {
  const marks = [
    ...nameWordsOf(name).map((word) => markOf(hash, boardId, 'name', word)),
    ...numbersIn(file).flatMap((number) =>
      [number, number.slice(2)].map((form) => markOf(hash, boardId, 'personalNumber', form)),
    ),
    // A case number gets the hashes of the same text as a search term, whatever kind of term it looks like.
    ...caseNumbersIn(file).flatMap((number) => marksOfTerm(hash, boardId, number)),
  ];
  return [...new Set(marks)];
};

/** The hashes of a term; a file matches if it has all of them. Empty if the term contains nothing to search for. */
export const marksOfTerm = (hash: Hash, boardId: BoardId, term: string): readonly string[] => {
  const kind = kindOfTerm(term);
  switch (kind) {
    case 'personalNumber':
      return [markOf(hash, boardId, kind, numberOf(term))];
    case 'caseNumber':
      return [markOf(hash, boardId, kind, caseNumberOf(term))];
    case 'name':
      return nameWordsOf(term).map((word) => markOf(hash, boardId, kind, word));
  }
};

export const caseNumbersIn = (file: PersonalFile): readonly string[] =>
  file.events('CaseOpened').map(({ data }) => data.caseNumber);

/** All numbers the person has had, so that an earlier coordination number still finds the file. A day of birth is not a permitted search term. */
const numbersIn = (file: PersonalFile): readonly string[] =>
  [...file.events('PersonalFileOpened'), ...file.events('PersonDetailsChanged')].flatMap(({ data }) => {
    const { kind, value } = data.person.identity;
    return kind === 'birthDate' ? [] : [value];
  });
