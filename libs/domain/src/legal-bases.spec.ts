import { on } from './calendar';
import { actOf } from './codes';
import { legalBasesOf } from './legal-bases';
import { DEFAULT_MEASURES } from './measures';

const bases = legalBasesOf(DEFAULT_MEASURES);
const sectionsOn = (measure: string, day: string): readonly string[] =>
  bases
    .filter(
      ({ measure: of, from, to }) => of === measure && from <= on(day) && (to === null || on(day) <= to),
    )
    .map(({ law }) => `${law.statute} ${law.section}`);

describe('the sections of law that measures rest on', () => {
  it('are those of the act in force: the old Social Services Act through June 2025, the new one from July', () => {
    expect(sectionsOn('ledsagning', '2025-06-30')).toEqual(['2001:453 4 kap. 1 §']);
    expect(sectionsOn('ledsagning', '2025-07-01')).toEqual(['2025:400 11 kap. 1 §']);
    expect(sectionsOn('ledsagarservice', '2026-03-02')).toEqual(['1993:387 9 § 3']);
    expect(sectionsOn('avlosarservice', '2026-03-02')).toEqual(['1993:387 9 § 5', '2025:400 11 kap. 1 §']);
  });

  it('exist for every measure on every day, each under a statute that the measure names', () => {
    for (const { code } of DEFAULT_MEASURES)
      for (const day of ['2010-01-01', '2025-06-30', '2025-07-01', '2026-12-31'])
        expect([code, sectionsOn(code, day).length]).not.toEqual([code, 0]);
    for (const { measure, law } of bases) {
      expect(DEFAULT_MEASURES.find(({ code }) => code === measure)?.statutes).toContain(law.statute);
      expect(actOf(law)).toBeDefined();
    }
  });

  it('are the whole paragraph of LSS for a measure that the municipality named itself', () => {
    const own = {
      code: 'toString',
      title: { sv: 'Egen', en: 'Own' },
      needsOrder: true,
      expenseAllowance: false,
    };
    expect(legalBasesOf([{ ...own, statutes: ['1993:387', '2017:900'] }]).map(({ law }) => law)).toEqual([
      { statute: '1993:387', section: '9 §' },
    ]);
  });
});
