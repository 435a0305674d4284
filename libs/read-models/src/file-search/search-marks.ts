import type { BoardId, CaseId, Person, PersonalFile } from '@rt/domain';
import type { FileTexts } from '../file-texts';
import { caseNumberOf, foundBy, kindOfTerm, namePartsOf, numberOf, type SearchTermKind } from './search-term';

/** The purpose of the hashes: another purpose gives other hashes for the same text. */
export const SEARCH = 'file-search';

type Hash = Pick<FileTexts, 'hash'>;

/** The hashed text contains the board, so that equal hashes do not reveal that two boards know the same person. */
const markOf = (hash: Hash, boardId: BoardId, kind: SearchTermKind, text: string): string =>
  hash.hash(SEARCH, JSON.stringify([boardId, kind, text]));

/**
 * The letters that decide the group of a word. A part of a term with fewer letters has no group: it is left to `isFoundBy` if the term has a longer part, and
 * alone it finds only words that are no longer.
 */
const beginningLetters = 3;
/**
 * The number of groups. A row says in which group a word begins, and some twenty beginnings that occur share a group: how often a group occurs says
 * little about names, while the files of a board in one group are few enough to be opened and looked at.
 */
const groups = 64;

/** The mark of the group in which a word begins. */
const groupMark = (hash: Hash, boardId: BoardId, word: string): string => {
  const beginning = [...word].slice(0, beginningLetters).join('');
  const group = Number.parseInt(markOf(hash, boardId, 'name', beginning).slice(0, 4), 16) % groups;
  return markOf(hash, boardId, 'name', `group ${group}`);
};

/** The hashes by which a search finds a file: of the beginnings of its names, every personal number recorded in the file, and the case numbers. */
export const marksOfFile = (
  hash: Hash,
  boardId: BoardId,
  words: readonly string[],
  file: PersonalFile,
): readonly string[] => {
  const marks = [
    ...words.map((word) => groupMark(hash, boardId, word)),
    ...personalNumbersIn(file).flatMap((number) =>
      [number, number.slice(2)].map((form) => markOf(hash, boardId, 'personalNumber', form)),
    ),
    // A case number gets the hashes of the same text as a search term, whatever kind of term it looks like.
    ...caseNumbersIn(file).flatMap((number) => marksOfTerm(hash, boardId, number).flat()),
  ];
  return [...new Set(marks)];
};

/**
 * The hashes of a term. A file may match if it has one of each list; for a name, its words have to be looked at as well (`isFoundBy`). Empty if the
 * term contains nothing to search for.
 */
export const marksOfTerm = (hash: Hash, boardId: BoardId, term: string): readonly (readonly string[])[] => {
  const kind = kindOfTerm(term);
  switch (kind) {
    case 'personalNumber':
      return [[markOf(hash, boardId, kind, numberOf(term))]];
    case 'caseNumber':
      return [[markOf(hash, boardId, kind, caseNumberOf(term))]];
    case 'name': {
      const parts = namePartsOf(term);
      const long = parts.filter(({ joined }) => [...joined].length >= beginningLetters);
      return (long.length > 0 ? long : parts).map(({ words, joined }) => [
        ...new Set([joined, ...words.slice(0, 1)].map((word) => groupMark(hash, boardId, word))),
      ]);
    }
  }
};

export const caseNumbersIn = (file: PersonalFile): readonly string[] => Object.values(numberedCasesIn(file));

/** The number of each case of a file. */
export const numberedCasesIn = (file: PersonalFile): Readonly<Record<CaseId, string>> =>
  Object.fromEntries(file.events('CaseOpened').map(({ data }) => [data.caseId, data.caseNumber]));

const personsIn = (file: PersonalFile): readonly Person[] =>
  [...file.events('PersonalFileOpened'), ...file.events('PersonDetailsChanged')].map(
    ({ data }) => data.person,
  );

/**
 * The words by which a person is found: of the present name, and of earlier ones unless the identity is protected. A person with a protected identity may
 * have changed name in order not to be found.
 */
export const nameWordsIn = (person: Person, file: PersonalFile): readonly string[] => {
  const earlier = person.protectedIdentity ? [] : personsIn(file);
  return [...new Set([person, ...earlier].flatMap(({ name }) => foundBy(name)))];
};

/** All numbers the person has had, so that an earlier coordination number still finds the file. A day of birth is not a permitted search term. */
export const personalNumbersIn = (file: PersonalFile): readonly string[] =>
  personsIn(file).flatMap(({ identity: { kind, value } }) => (kind === 'birthDate' ? [] : [value]));
