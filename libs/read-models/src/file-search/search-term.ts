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

/**
 * The digits of a number in any of its forms: twelve with the century, ten without. A plus says that the person turns 100 in the year or is older, so the
 * century is known; numbers that are stored begin with 19 or 20.
 */
export const numberOf = (term: string): string => {
  const digits = withoutBlanks(term).replace(/[-+]/, '');
  return digits.length === 10 && term.includes('+') ? `19${digits}` : digits;
};

/** A case number in the form that is compared: without blanks and in lower case. */
export const caseNumberOf = (term: string): string => withoutBlanks(term.normalize('NFKC')).toLowerCase();

/** Letters that no decomposition takes apart. ø and æ are the Danish and Norwegian ö and ä. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'ö',
  æ: 'ä',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  œ: 'oe',
};
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * The words of a name in the form that is compared. Accents are removed (Á becomes a, É becomes e), because they are often left out in writing; å, ä
 * and ö are letters of their own and stay. A double name becomes two words.
 */
export const nameWordsOf = (name: string): readonly string[] => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(FOLDED, (letter) => LETTERS[letter] as string);
  return [...new Set(plain.match(/[\p{L}]+/gu) ?? [])].slice(0, nameWordsMax);
};

/** A part of a name between blanks: its words, and the same written as one word. "Anna-Lena" is anna, lena and annalena. */
export interface NamePart {
  readonly words: readonly string[];
  readonly joined: string;
}

export const namePartsOf = (name: string): readonly NamePart[] =>
  name
    .split(/\s+/u)
    .map((part) => ({ words: nameWordsOf(part), joined: nameWordsOf(part).join('') }))
    .filter(({ joined }) => joined !== '')
    .slice(0, nameWordsMax);

/** All words by which a name is found: also without ø and æ as ö and ä, as they are written where those letters are missing. */
export const foundBy = (name: string): readonly string[] => [
  ...new Set(
    [name, name.replace(/ø/giu, 'o').replace(/æ/giu, 'ae')].flatMap((written) =>
      namePartsOf(written).flatMap(({ words, joined }) => [...words, joined]),
    ),
  ),
];

/** True if each part of a term begins a word by which a name is found, joined or word by word. */
export const isFoundBy = (words: readonly string[], term: string): boolean => {
  const begins = (start: string) => words.some((word) => word.startsWith(start));
  return namePartsOf(term).every(
    (part) => isFoundWhole(words, part) || begins(part.joined) || part.words.every(begins),
  );
};

/** Two words of a name that are written as one in the term: "Anna Lena" is found by annalena. */
const isFoundWhole = (words: readonly string[], { joined }: NamePart): boolean =>
  words.some(
    (word) =>
      word.length < joined.length && joined.startsWith(word) && words.includes(joined.slice(word.length)),
  );

const withoutBlanks = (text: string): string => text.replace(/\s/gu, '');
