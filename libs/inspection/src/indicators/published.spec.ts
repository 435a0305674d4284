import { agrees, percentOf, PRINTED_WORDS, readingOf, type Published } from './published';

const printed = (figure: Partial<Published>): Published => ({
  id: 'L10',
  district: 'ALL',
  num: null,
  den: null,
  pct: null,
  ...figure,
});
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('agreement with what was printed', () => {
  it('wants printed numbers to be equal', () => {
    expect(agrees(share(103, 118), printed({ num: 103, den: 118 }), 'share')).toBe(true);
    expect(agrees(share(102, 118), printed({ num: 103, den: 118 }), 'share')).toBe(false);
    expect(agrees(share(103, 117), printed({ num: 103, den: 118 }), 'share')).toBe(false);
  });

  it('wants a percentage that rounds to the printed one', () => {
    expect(agrees(share(145, 1000), printed({ pct: 15 }), 'share')).toBe(true);
    expect(agrees(share(1449, 10000), printed({ pct: 14 }), 'share')).toBe(true);
    expect(agrees(share(1449, 10000), printed({ pct: 15 }), 'share')).toBe(false);
  });

  it('wants a mean that rounds to the printed one', () => {
    const mean = (numerator: number) => ({ numerator, denominator: null });
    expect(agrees(mean(11.5), printed({ num: 12 }), 'meanHours')).toBe(true);
    expect(agrees(mean(12.49), printed({ num: 12 }), 'meanHours')).toBe(true);
    expect(agrees(mean(12.5), printed({ num: 12 }), 'meanHours')).toBe(false);
    expect(agrees(mean(11.5), printed({ num: 12 }), 'count')).toBe(false);
  });

  it.each([
    ['cirka 30', [25, 35], [24.9, 35.1]],
    ['cirka 60', [55, 65], [54.9, 65.1]],
    ['drygt hälften', [50.1, 60], [50, 60.1]],
    ['hälften', [50], [49.9, 50.1]],
  ] as const)('reads "%s" as its words are said to be read', (pct, within, outside) => {
    for (const percent of within)
      expect(agrees(share(percent * 10, 1000), printed({ pct }), 'share')).toBe(true);
    for (const percent of outside)
      expect(agrees(share(percent * 10, 1000), printed({ pct }), 'share')).toBe(false);
  });

  it('says beside the figure how the words are read', () => {
    expect(readingOf('drygt hälften')?.en).toBe('"drygt hälften" is read as more than 50 and at most 60 %.');
    expect(readingOf('cirka 30')?.sv).toBe('”cirka 30” läses som 25 till 35 %.');
    expect(readingOf(87)).toBeUndefined();
    expect(Object.keys(PRINTED_WORDS)).toHaveLength(4);
  });

  it('gives a percentage two decimals, and none without a denominator', () => {
    expect(percentOf(share(103, 118))).toBe(87.29);
    expect(percentOf({ numerator: 118, denominator: null })).toBeNull();
  });
});
