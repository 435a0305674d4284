import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';

describe('a consent', () => {
  const give = (special: Parameters<typeof when<'ConsentGiven'>>[2]) =>
    said(when('ConsentGiven', '2026-02-01', special), given());

  it('is with a party or a category, never both, never neither', () => {
    expect(give({ with: { partyId: exampleId('party') } })).toBe('accepted');
    expect(give({ with: { category: 'relatives' } })).toBe('accepted');
    expect(give({ with: {} })).toBe('EXACTLY_ONE data.with');
    expect(give({ with: { partyId: exampleId('party'), category: 'relatives' } })).toBe(
      'EXACTLY_ONE data.with',
    );
    expect(give({ with: { partyId: exampleId('party', 2) } })).toBe('UNKNOWN_ID data.with.partyId');
  });

  it('does not end before it begins', () => {
    const valid = (validTo: string) => give({ validFrom: on('2026-02-01'), validTo: on(validTo) });
    expect(valid('2026-02-01')).toBe('accepted');
    expect(valid('2026-01-31')).toBe('END_BEFORE_START data.validTo');
  });

  it('is neither renewed nor withdrawn before it was given', () => {
    const consented = given(recorded('ConsentGiven', '2026-02-10', { validFrom: on('2026-03-01') }));
    expect(said(when('ConsentWithdrawn', '2026-02-10'), consented)).toBe('accepted');
    expect(said(when('ConsentWithdrawn', '2026-02-09'), consented)).toBe('END_BEFORE_START occurredOn');
    expect(said(when('ConsentRenewed', '2026-02-10'), consented)).toBe('accepted');
    expect(said(when('ConsentRenewed', '2026-02-09'), consented)).toBe('END_BEFORE_START occurredOn');
    const renewed = (validTo: string) =>
      said(when('ConsentRenewed', '2026-02-20', { validTo: on(validTo) }), consented);
    expect(renewed('2026-03-01')).toBe('accepted');
    expect(renewed('2026-02-28')).toBe('END_BEFORE_START data.validTo');
  });
});
