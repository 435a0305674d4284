import fc from 'fast-check';
import { wordRuns } from './word-difference';

const said = (ordered: string, planned: string): string =>
  wordRuns(ordered, planned)
    .map(({ side, text }) => (side === 'order' ? `[-${text}-]` : side === 'plan' ? `{+${text}+}` : text))
    .join('');

describe('the words of an order and of its plan', () => {
  it.each([
    ['Simma varje vecka', 'Simma varje vecka', 'Simma varje vecka'],
    [
      'Att självständigt klara två',
      'Att med handledning prova två',
      'Att [-självständigt klara-]{+med handledning prova+} två',
    ],
    [
      'bakning, kassa och servering, med stöd',
      'bakning och disk, med stöd',
      'bakning[-, kassa-] och [-servering-]{+disk+}, med stöd',
    ],
    ['Simma', 'Simma varje vecka', 'Simma{+ varje vecka+}'],
    ['', 'Simma', '{+Simma+}'],
  ])('%s | %s', (ordered, planned, expected) => {
    expect(said(ordered, planned)).toBe(expected);
  });

  it('loses no character of either text, and never tells a blank alone as what both have between two changes', () => {
    const words = fc
      .array(fc.constantFrom('a', 'å', ' ', '  ', '\n', ',', 'simma', 'simning', '3', '½', '👩‍🦽'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (ordered, planned) => {
        const runs = wordRuns(ordered, planned);
        const textOf = (side: string): string =>
          runs
            .filter((run) => run.side === 'both' || run.side === side)
            .map(({ text }) => text)
            .join('');
        expect([textOf('order'), textOf('plan')]).toEqual([ordered, planned]);
        expect(
          runs.some(
            ({ side, text }, index) =>
              side === 'both' && text.trim() === '' && index > 0 && index < runs.length - 1,
          ),
        ).toBe(false);
      }),
    );
  });

  it('shows two long texts that have nothing in common whole, at once', () => {
    const long = (word: string): string =>
      Array.from({ length: 600 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordRuns(long('a'), long('b')).map(({ side }) => side)).toEqual(['order', 'plan']);
  });
});
