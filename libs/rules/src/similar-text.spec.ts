import fc from 'fast-check';
import { isSameText } from './similar-text';

/** Content words of at least six letters. No two begin with the same letters. */
const WORDS = [
  ...[
    'promenera',
    'simhallen',
    'matlagning',
    'umgänge',
    'biblioteket',
    'handla',
    'kollektivtrafik',
    'självständigt',
  ],
  ...[
    'fritidsaktiviteter',
    'trädgården',
    'aktivitet',
    'daglig',
    'veckovis',
    'läkarbesök',
    'ekonomi',
    'olika',
    'resor',
  ],
].filter((word) => word.length >= 6);

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 });
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzåäö'];

/** One typing error in a word, never in its first letter. */
const slipped = (word: string, at: number, kind: number, letter: string): string => {
  const place = 1 + (at % (word.length - 1));
  const [before, after] = [word.slice(0, place), word.slice(place)];
  if (kind === 0) return before + after.slice(1);
  if (kind === 1) return before + letter + after;
  if (kind === 2) return before + letter + after.slice(1);
  return after.length < 2 ? word : `${before}${after[1]}${after[0]}${after.slice(2)}`;
};

describe('isSameText', () => {
  it('a typing error is no change', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom(...LETTERS),
        (words, which, at, kind, letter) => {
          const wrong = words.with(
            which % words.length,
            slipped(words[which % words.length] as string, at, kind, letter),
          );
          expect(isSameText(words.join(' '), wrong.join(' '))).toBe(true);
          expect(isSameText(wrong.join(' '), words.join(' '))).toBe(true);
        },
      ),
    );
  });

  it('another word, one word more and one word less are changes', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.constantFrom(...WORDS), (words, which, other) => {
        const at = which % words.length;
        const replaced = words.with(at, other).join(' ');
        expect(isSameText(words.join(' '), replaced)).toBe(words[at] === other);
        expect(isSameText(words.join(' '), [...words, other].join(' '))).toBe(false);
        expect(isSameText(words.join(' '), words.toSpliced(at, 1).join(' '))).toBe(false);
      }),
    );
  });

  it('case, punctuation, spacing and joining words do not count', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(', ', ' och ', '; ', '  ', ' samt att '), (words, between) => {
        expect(isSameText(words.join(' '), `${words.join(between).toUpperCase()}.`)).toBe(true);
      }),
    );
  });

  it.each([
    ['Kunna åka buss själv', 'Kunna åka bus sjävl'],
    ['Delta i fritidsaktiviteter', 'Delta i fritids aktiviteter'],
    ['Promenera självständigt', 'Promenera sjalvständigt'],
    ['Gå till simhallen två gånger i veckan', 'Gå till simhalen två gånger i vekan'],
  ])('the same but for typing: %s / %s', (a, b) => {
    expect(isSameText(a, b)).toBe(true);
  });

  it.each([
    ['Gå till simhallen 2 gånger i veckan', 'Gå till simhallen 3 gånger i veckan'],
    ['Vill åka ensam', 'Vill inte åka ensam'],
    ['Ute på tisdagar', 'Ute på torsdagar'],
    ['Delta utanför hemmet', 'Delta i hemmet'],
    ['Bli mer oberoende', 'Bli mer beroende'],
    ['Kunna baka', 'Kunna bada'],
    ['Klara vardagen med stöd', 'Klara vardagen utan stöd'],
    ['Vara mer ute och mindre hemma', 'Vara mindre ute och mer hemma'],
    ['Välja kläder', 'Sälja kläder'],
    ['Minska oron', 'Öka oron'],
  ])('a change, however small: %s / %s', (a, b) => {
    expect(isSameText(a, b)).toBe(false);
  });
});
