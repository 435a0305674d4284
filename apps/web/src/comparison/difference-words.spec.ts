import type { ComparedPair, ComparisonAnswer } from './comparison.queries';
import { moreWords, returnReasons, summaryOfDifferences } from './difference-words';

const pair = (some: Partial<ComparedPair>): ComparedPair => ({
  part: 'goal',
  compared: 'same',
  place: 1,
  ordered: { goalId: 'g', text: 'Simma varje vecka' },
  planned: [{ goalId: 'p', text: 'Simma varje månad', words: [] }],
  ...some,
});
const days = (amount: number) => ({ amount, unit: 'days' as const, per: 'week' as const, activities: [] });
const hours = (some: Partial<ComparisonAnswer['hours']> = {}): ComparisonAnswer['hours'] => ({
  compared: 'changed',
  ordered: days(3),
  planned: days(1),
  granted: days(3),
  more: -2,
  ...some,
});
const answer = (pairs: readonly ComparedPair[], some: Partial<ComparisonAnswer['hours']> = {}) =>
  ({
    pairs: [...pairs],
    hours: hours(some),
    content: [
      { part: 'cooperationStated', title: { sv: 'samverkan', en: 'cooperation' }, stated: false },
      { part: 'goalsServeOrder', title: { sv: 'vilket mål', en: 'which goal' }, stated: false },
      { part: 'goalsStated', title: { sv: 'mål', en: 'goals' }, stated: true },
    ],
  }) as unknown as ComparisonAnswer;

describe('a comparison in words', () => {
  const differing = answer([
    pair({ part: 'task', place: null, compared: 'changed' }),
    pair({ part: 'purpose', place: null }),
    pair({ compared: 'changed' }),
    pair({ compared: 'missing', place: 2, planned: [] }),
    pair({ compared: 'added', place: null, ordered: null }),
    pair({ compared: 'reworded', place: 3 }),
    pair({ compared: 'unstated', place: null, planned: [] }),
  ]);

  it('counts every place that differs, by its kind', () => {
    expect(summaryOfDifferences(differing)).toEqual({
      count: 6,
      title: { sv: 'Planen skiljer sig på 6 ställen', en: 'The plan differs in 6 places' },
      kinds: {
        sv: 'Tiden, uppdraget, 1 mål ändrat, 1 mål med andra ord, 1 mål saknas, 1 mål finns bara i planen.',
        en: 'The time, the task, 1 goal changed, 1 goal in other words, 1 goal missing, 1 goal only in the plan.',
      },
    });
  });

  it('says when nothing differs', () => {
    const { count, title, kinds } = summaryOfDifferences(answer([pair({})], { compared: 'same' }));
    expect([count, title.sv, kinds.sv]).toEqual([0, 'Planen säger vad beställningen säger', '']);
  });

  it('asks about what is changed or missing, and offers what is more or otherwise worded', () => {
    expect(returnReasons(differing).map(({ text, preselected }) => [text.sv, preselected])).toEqual([
      ['Tiden: 1 dag per vecka. Beställningen ger 3 dagar per vecka.', true],
      ['Uppdraget: beställningen säger ”Simma varje vecka”.', true],
      ['Mål 1: beställningen säger ”Simma varje vecka”.', true],
      ['Mål 2 saknas: Simma varje vecka', true],
      ['Bara i planen: Simma varje månad', false],
      ['Mål 3: är det samma sak som ”Simma varje vecka”?', false],
      ['Av planen framgår inte samverkan.', true],
    ]);
  });

  it('repeats no more of a long text than a reason holds', () => {
    const long = answer([pair({ compared: 'missing', ordered: { goalId: 'g', text: 'x'.repeat(4000) } })]);
    expect(Math.max(...returnReasons(long).map(({ text }) => text.sv.length))).toBeLessThan(400);
  });

  it.each([
    [hours(), '2 dagar mindre per vecka än beställt'],
    [hours({ more: 1 }), '1 dag mer per vecka än beställt'],
    [hours({ more: null }), undefined],
    [hours({ more: 0 }), undefined],
  ])('%#: how much more or less', (given, expected) => {
    expect(moreWords(given)?.sv).toBe(expected);
  });
});
