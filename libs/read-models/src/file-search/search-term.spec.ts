import fc from 'fast-check';
import {
  caseNumberOf,
  foundBy,
  isFoundBy,
  kindOfTerm,
  nameWordsMax,
  nameWordsOf,
  numberOf,
} from './search-term';

describe('a search term', () => {
  it.each([
    ['19840517-9808', 'personalNumber'],
    ['198405179808', 'personalNumber'],
    ['840517-9808', 'personalNumber'],
    ['840517+9808', 'personalNumber'],
    ['8405179808', 'personalNumber'],
    [' 19840577 - 9808 ', 'personalNumber'],
    ['19840517', 'caseNumber'],
    ['19840517-980', 'caseNumber'],
    ['2026-0117', 'caseNumber'],
    ['SN 2026/0117', 'caseNumber'],
    ['Kim', 'name'],
    ['Åsa-Lena Öhrn', 'name'],
    ['', 'name'],
    ['--', 'name'],
  ])('«%s» is a %s', (term, kind) => expect(kindOfTerm(term)).toBe(kind));

  it('is the same number in every written form, with or without its century', () => {
    for (const written of ['19840517-9808', '198405179808', ' 19840517 9808 '])
      expect(numberOf(written)).toBe('198405179808');
    for (const written of ['840517-9808', '8405179808']) expect(numberOf(written)).toBe('8405179808');
    expect([numberOf('121212+1212'), numberOf('121212-1212')]).toEqual(['191212121212', '1212121212']);
  });

  it('is the same case number in upper or lower case, with or without blanks', () => {
    expect(caseNumberOf('SN 2026/0117')).toBe(caseNumberOf('sn2026/0117 '));
    expect(caseNumberOf('2026-0117')).not.toBe(caseNumberOf('2026-0118'));
  });

  it('is split into words without accents, but å, ä and ö stay letters of their own', () => {
    expect(nameWordsOf('Åsa-Lena  ÖHRN')).toEqual(['åsa', 'lena', 'öhrn']);
    expect(nameWordsOf('A\u030Asa')).toEqual(['åsa']);
    expect(nameWordsOf('André Müller')).toEqual(['andre', 'muller']);
    expect(nameWordsOf('Asa')).not.toEqual(nameWordsOf('Åsa'));
    expect(nameWordsOf("O'Brien, Anna Anna")).toEqual(['o', 'brien', 'anna']);
    expect(nameWordsOf(' .-_%* ')).toEqual([]);
  });

  it.each([
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sörensen'],
    ['Sørensen', 'Sorensen'],
    ['Işık', 'isik'],
    ['Weiß', 'weiss'],
    ['Þórður', 'thordur'],
    ['Anna-Lena Åsén', 'annalena'],
    ['Annalena Åsén', 'Anna-Lena'],
    ['Anna Lena Åsén', 'annalena'],
    ['Jo-Ann Åsén', 'Joann'],
    ['Kim Exempelsson', 'exemp ki'],
  ])('finds «%s» by «%s»', (name, term) => expect(isFoundBy(foundBy(name), term)).toBe(true));

  it.each([
    ['Kim Åsén', 'Asen'],
    ['Kim Åsén', 'sén'],
    ['Kim Åsén', 'Kim Svensk'],
  ])('does not find «%s» by «%s»', (name, term) => expect(isFoundBy(foundBy(name), term)).toBe(false));

  it('gives the same words when it is decomposed, normalised again or in another order', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (term) => {
        const words = nameWordsOf(term);
        expect(words.length).toBeLessThanOrEqual(nameWordsMax);
        expect(nameWordsOf(term.normalize('NFD'))).toEqual(words);
        expect(nameWordsOf(words.join(' '))).toEqual(words);
        expect(new Set(nameWordsOf([...words].reverse().join(' ')))).toEqual(new Set(words));
      }),
      { numRuns: 1_000 },
    ));
});
