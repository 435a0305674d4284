import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';

describe('an application', () => {
  const receive = (special: Parameters<typeof when<'ApplicationReceived'>>[2]) =>
    said(
      when('ApplicationReceived', '2026-02-01', special),
      given(recorded('RepresentativeRegistered', '2026-01-10')),
    );

  it('asks for a measure that the municipality has', () => {
    expect(receive({ measure: 'ledsagning' })).toBe('accepted');
    expect(receive({ measure: 'ledsagningar' })).toBe('UNKNOWN_CODE data.measure');
  });

  it('comes from one applicant, of whom nothing more may be known', () => {
    const [representativeId, partyId] = [exampleId('representative'), exampleId('party')];
    const from = (applicant: { kind: 'person' | 'representative' | 'party'; r?: boolean; p?: boolean }) =>
      receive({
        applicant: {
          kind: applicant.kind,
          representativeId: applicant.r ? representativeId : null,
          partyId: applicant.p ? partyId : null,
        },
      });
    expect(from({ kind: 'person' })).toBe('accepted');
    expect(from({ kind: 'representative' })).toBe('accepted');
    expect(from({ kind: 'representative', r: true })).toBe('accepted');
    expect(from({ kind: 'party', p: true })).toBe('accepted');
    expect(from({ kind: 'person', r: true })).toBe('EXACTLY_ONE data.applicant');
    expect(from({ kind: 'party', r: true })).toBe('EXACTLY_ONE data.applicant');
    expect(from({ kind: 'representative', r: true, p: true })).toBe('EXACTLY_ONE data.applicant');
  });

  it('is not withdrawn before it came, and may have come before its case was opened', () => {
    expect(said(when('ApplicationReceived', '2026-01-03'), given())).toBe('accepted');
    const received = given(recorded('ApplicationReceived', '2026-02-01'));
    expect(said(when('ApplicationWithdrawn', '2026-02-01'), received)).toBe('accepted');
    expect(said(when('ApplicationWithdrawn', '2026-01-31'), received)).toBe('END_BEFORE_START occurredOn');
  });
});
