import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

describe('a gap', () => {
  it('acknowledged under the former id of its rule can be withdrawn under the current id', () => {
    const acknowledged = given(
      recorded('GapAcknowledged', '2026-03-01', { obligationId: 'plan-due-15-days:order:sent' }),
    );
    const takenBack = (obligationId: string) =>
      said(when('GapAcknowledgementWithdrawn', '2026-03-02', { obligationId }), acknowledged);
    expect(takenBack('plan-due:order:sent')).toBe('accepted');
    expect(takenBack('plan-due-15-days:order:sent')).toBe('accepted');
    expect(takenBack('plan-due:another:sent')).toBe('UNKNOWN_ID data.obligationId');
  });

  it('of whatever rule is acknowledged: the write side knows no rules', () => {
    expect(said(when('GapAcknowledged', '2026-03-01', { obligationId: 'no-such-rule' }), given())).toBe(
      'accepted',
    );
  });

  it('is taken back once acknowledged, and not before', () => {
    const acknowledged = given(recorded('GapAcknowledged', '2026-03-01'));
    expect(said(when('GapAcknowledgementWithdrawn', '2026-03-01'), acknowledged)).toBe('accepted');
    expect(said(when('GapAcknowledgementWithdrawn', '2026-02-28'), acknowledged)).toBe(
      'END_BEFORE_START occurredOn',
    );
    expect(said(when('GapAcknowledgementWithdrawn', '2026-03-01'), given())).toBe(
      'UNKNOWN_ID data.obligationId',
    );
  });

  it('is judged about a thing of the file', () => {
    const made = given(
      recorded('DecisionMade', '2026-02-20', { applicationId: null, investigationId: null }),
    );
    expect(said(when('JudgementRecorded', '2026-03-01'), made)).toBe('accepted');
    expect(said(when('JudgementRecorded', '2026-03-01', { subject: 'beslutet' }), made)).toBe(
      'UNKNOWN_ID data.subject',
    );
    expect(said(when('JudgementRecorded', '2026-03-01'), given())).toBe('UNKNOWN_ID data.subject');
  });
});
