import type { BoardId, Person, PersonalFile } from '@rt/domain';
import type { FileTexts } from '../read-model';
import { caseNumberOf, kindOfTerm, nameWordsOf, numberOf, type SearchTermKind } from './search-term';

/** What a hash is made for: marks of other purposes are others. */
export const SEARCH = 'file-search';

type Hash = Pick<FileTexts, 'hash'>;

/** The board stands in what is hashed, so that a person who is known to two boards is not seen to be. */
const markOf = (hash: Hash, boardId: BoardId, kind: SearchTermKind, text: string): string =>
  hash.hash(SEARCH, JSON.stringify([boardId, kind, text]));

/** The marks by which a file is found: the words of the name as it is, every number the person has had here, the numbers of the cases. */
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
    // By whatever somebody who writes it into the field is taken to search for.
    ...caseNumbersIn(file).flatMap((number) => marksOfTerm(hash, boardId, number)),
  ];
  return [...new Set(marks)];
};

/** The marks of a term, of which a file must bear all. Empty where it says nothing that could be found. */
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

/** Whoever knew the person by a coordination number finds them by it still. A day of birth is none of what one may search by. */
const numbersIn = (file: PersonalFile): readonly string[] =>
  [...file.events('PersonalFileOpened'), ...file.events('PersonDetailsChanged')].flatMap(({ data }) => {
    const { kind, value } = data.person.identity;
    return kind === 'birthDate' ? [] : [value];
  });
