/**
 * What one may search by while handling a case, and nothing else: a name, a personal number, a case number. Source: förordning
 * (2001:637) 15 §.
 */
export type SearchTermKind = 'name' | 'personalNumber' | 'caseNumber';

/** Words of a name that are looked at; nobody has more. */
export const nameWordsMax = 12;

/** A personal or coordination number as people write it: with the century or without, with or without its sign. */
const PERSONAL_NUMBER = /^(\d{2})?\d{6}[-+]?\d{4}$/;

/** What a term is taken for: what looks like a personal number is one, what holds a figure is a case number, and the rest is a name. */
export const kindOfTerm = (term: string): SearchTermKind => {
  if (PERSONAL_NUMBER.test(withoutBlanks(term))) return 'personalNumber';
  return /\p{Nd}/u.test(term) ? 'caseNumber' : 'name';
};

/** The digits of a number that was written in any of its ways: twelve with the century, ten without. */
export const numberOf = (term: string): string => withoutBlanks(term).replace(/[-+]/, '');

/** A case number as it is compared: no blanks, and no difference between large and small letters. */
export const caseNumberOf = (term: string): string => withoutBlanks(term.normalize('NFKC')).toLowerCase();

/**
 * The words of a name as they are compared: Á is a and É is e, since both are written either way, but å, ä and ö are letters of their
 * own. A double name is two words.
 */
export const nameWordsOf = (name: string): readonly string[] => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
  return [...new Set(plain.match(/[\p{L}]+/gu) ?? [])].slice(0, nameWordsMax);
};

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
