import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';

describe('a case', () => {
  it('is about a measure that the municipality has', () => {
    const other = { caseId: exampleId('case', 2) };
    expect(said(when('CaseOpened', '2026-02-01', other), given())).toBe('accepted');
    expect(said(when('CaseOpened', '2026-02-01', { ...other, measure: 'resor' }), given())).toBe(
      'UNKNOWN_CODE data.measure',
    );
  });

  it('is closed once, and not before it was opened', () => {
    expect(said(when('CaseClosed', '2026-01-05'), given())).toBe('accepted');
    expect(said(when('CaseClosed', '2026-01-04'), given())).toBe('END_BEFORE_START occurredOn');
    const closed = given(recorded('CaseClosed', '2026-03-01'));
    expect(said(when('CaseClosed', '2026-03-01'), closed)).toBe('ALREADY_CLOSED occurredOn');
    expect(said(when('CaseClosed', '2026-05-01'), closed)).toBe('ALREADY_CLOSED occurredOn');
    expect(said(when('CaseClosed', '2026-02-01'), closed)).toBe('ALREADY_CLOSED occurredOn');
  });

  it('is reopened when it is closed', () => {
    expect(said(when('CaseReopened', '2026-03-01'), given())).toBe('NOT_CLOSED occurredOn');
    const closed = recorded('CaseClosed', '2026-03-01');
    expect(said(when('CaseReopened', '2026-03-01'), given(closed))).toBe('accepted');
    expect(said(when('CaseReopened', '2026-02-28'), given(closed))).toBe('NOT_CLOSED occurredOn');
    const reopened = given(closed, recorded('CaseReopened', '2026-04-01'));
    expect(said(when('CaseReopened', '2026-05-01'), reopened)).toBe('NOT_CLOSED occurredOn');
    expect(said(when('CaseReopened', '2026-03-15'), reopened)).toBe('NOT_CLOSED occurredOn');
    expect(said(when('CaseClosed', '2026-04-01'), reopened)).toBe('accepted');
  });

  it('may be closed and reopened in days gone by, between what is known', () => {
    const history = [recorded('CaseClosed', '2026-05-01')];
    expect(said(when('CaseReopened', '2026-04-01'), given(...history))).toBe('NOT_CLOSED occurredOn');
    const twice = given(...history, recorded('CaseReopened', '2026-05-10'));
    expect(said(when('CaseClosed', '2026-05-20'), twice)).toBe('accepted');
    expect(said(when('CaseClosed', '2026-04-20'), twice)).toBe('ALREADY_CLOSED occurredOn');
  });
});
