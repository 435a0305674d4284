/** The only kinds of term by which a case worker may search: name, personal number, case number. Source: förordning (2001:637) 15 §. */
export type SearchTermKind = 'name' | 'personalNumber' | 'caseNumber';

/** The most words of a name that a search uses; no real name has more. */
export const nameWordsMax = 12;

/** A personal or coordination number in any usual form: with or without the century, with or without the separator. */
const PERSONAL_NUMBER = /^(\d{2})?\d{6}[-+]?\d{4}$/;

/** The kind of a term: a personal number if it looks like one, a case number if it contains another digit, otherwise a name. */
export const kindOfTerm = (term: string): SearchTermKind => {
  if (PERSONAL_NUMBER.test(withoutBlanks(term))) return 'personalNumber';
  return /\p{Nd}/u.test(term) ? 'caseNumber' : 'name';
};

/** The digits of a number in any of its forms: twelve with the century, ten without. */
export const numberOf = (term: string): string => withoutBlanks(term).replace(/[-+]/, '');

/** A case number in the form that is compared: without blanks and in lower case. */
export const caseNumberOf = (term: string): string => withoutBlanks(term.normalize('NFKC')).toLowerCase();

/**
 * The words of a name in the form that is compared. Accents are removed (Á becomes a, É becomes e), because they are often left out in writing; å, ä
 * and ö are letters of their own and stay. A double name becomes two words.
 */
export const nameWordsOf = (name: string): readonly string[] => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
  return [...new Set(plain.match(/[\p{L}]+/gu) ?? [])].slice(0, nameWordsMax);
};

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
