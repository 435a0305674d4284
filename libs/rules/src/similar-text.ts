/**
 * Whether two texts say the same, apart from typing errors. They do when their words, in the same order, are equal or differ by one
 * typing error each. So a typing error is not a change, and another word is not a typing error.
 *
 * - Case, punctuation and spacing do not count, and neither do the joining words below. A compound written as two words (fritids
 *   aktiviteter) equals the compound.
 * - A typing error is, in a word of at least four letters: two neighbouring letters swapped, or a letter doubled or not doubled. In a
 *   word of at least five letters also: a letter too many or too few, or å, ä, ö, é without its mark. In a word of at least six letters
 *   also: one wrong letter.
 * - The first letter is never a typing error: a word with another first letter is another word (beroende, oberoende; välja, sälja).
 * - Numbers, and words that change the sense of a sentence (inte, utan, endast …), must be equal.
 *
 * Words in another order are a change: "mer ute, mindre hemma" is not "mindre ute, mer hemma". The machine sees words; the reader
 * judges whether two wordings mean the same.
 */
export const isSameText = (a: string, b: string): boolean => a === b || isSameWords(wordsOf(a), wordsOf(b));

const JOINING_WORDS = new Set([
  'och',
  'samt',
  'att',
  'en',
  'ett',
  'den',
  'det',
  'de',
  'som',
  'är',
  'ska',
  'skall',
]);
const TURNING_WORDS = new Set([
  ...['inte', 'ej', 'icke', 'aldrig', 'ingen', 'inget', 'inga', 'utan', 'utom', 'endast', 'bara'],
  ...['minst', 'högst', 'före', 'efter', 'mer', 'mindre'],
]);

const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !JOINING_WORDS.has(word));

const isSameWords = (a: readonly string[], b: readonly string[]): boolean => {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [wordA, wordB] = [a[i] as string, b[j] as string];
    if (isSameWord(wordA, wordB)) {
      i += 1;
      j += 1;
    } else if (isWrittenApart(wordA, a[i + 1], wordB)) {
      i += 2;
      j += 1;
    } else if (isWrittenApart(wordB, b[j + 1], wordA)) {
      i += 1;
      j += 2;
    } else return false;
  }
  return i === a.length && j === b.length;
};

const isFixed = (word: string): boolean => TURNING_WORDS.has(word) || /\p{N}/u.test(word);

const isWrittenApart = (first: string, second: string | undefined, together: string): boolean =>
  second !== undefined && !isFixed(first) && !isFixed(second) && first + second === together;

const isSameWord = (a: string, b: string): boolean =>
  a === b || (a[0] === b[0] && !isFixed(a) && !isFixed(b) && isSlip(a, b));

const UNMARKED: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e' };

/** Whether two words differ by one typing error. The caller knows that they differ and begin with the same letter. */
const isSlip = (a: string, b: string): boolean => {
  const length = Math.max(a.length, b.length);
  if (length < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length !== restB.length) {
    const [more, extra] = a.length > b.length ? [a, restA] : [b, restB];
    return extra.length === 1 && (length >= 5 || more[start - 1] === extra || more[start + 1] === extra);
  }
  if (restA.length === 2) return restA[0] === restB[1] && restA[1] === restB[0];
  if (restA.length > 2) return false;
  return length >= 6 || (length >= 5 && (UNMARKED[restA] === restB || UNMARKED[restB] === restA));
};
