import { parameterText, RULES } from './index';

describe('a parameter in words', () => {
  it('says the unit and the side', () => {
    expect(parameterText('planDaysMax', 15)).toEqual({ sv: 'högst 15 dagar', en: 'at most 15 days' });
    expect(parameterText('noticeWeekdaysMax', 1)).toEqual({ sv: 'högst 1 vardag', en: 'at most 1 weekday' });
    expect(parameterText('investigationDaysBefore', 60).sv).toBe('60 dagar före');
    expect(parameterText('emptyWords', ['stöd', 'hjälp']).sv).toBe('stöd, hjälp');
    expect(() => parameterText('planMax', 15)).toThrow('planMax');
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s: every parameter can be said', (_id, rule) => {
    for (const { parameters } of rule.versions)
      for (const [name, value] of Object.entries(parameters))
        expect(parameterText(name, value)).toEqual({ sv: expect.any(String), en: expect.any(String) });
  });
});
