import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { asHistory, exampleId, recorded } from '../examples';
import { DEFAULT_CONFIGURATION, DEFAULT_MEASURES } from '../measures';
import { situationOf } from '../situation';

const alone = { applicationId: null, investigationId: null } as const;
const decided = given(recorded('DecisionMade', '2026-02-01', alone));

describe('a decision', () => {
  it('without application or investigation is recorded: the rules speak of it', () => {
    expect(said(when('DecisionMade', '2026-02-01', alone), given())).toBe('accepted');
  });

  it('does not end before it begins', () => {
    const made = (to: string) =>
      said(when('DecisionMade', '2026-02-01', { ...alone, from: on('2026-03-01'), to: on(to) }), given());
    expect(made('2026-03-01')).toBe('accepted');
    expect(made('2026-02-28')).toBe('END_BEFORE_START data.to');
    expect(said(when('DecisionChanged', '2026-03-01', { to: on('2026-03-01') }), decided)).toBe(
      'END_BEFORE_START data.to',
    );
  });

  it('is not sent before it was made; it may be sent while the case is closed', () => {
    expect(said(when('DecisionServed', '2026-01-31'), decided)).toMatch(/^END_BEFORE_START/);
    expect(said(when('DecisionServed', '2026-02-01'), decided)).toBe('accepted');
    const closed = given(
      recorded('DecisionMade', '2026-02-01', alone),
      recorded('CaseClosed', '2026-02-01', { reason: 'rejected' }),
    );
    expect(said(when('DecisionServed', '2026-02-03'), closed)).toBe('accepted');
  });

  it('is not appealed against before it was made, and no appeal is checked or forwarded before it came in', () => {
    expect(said(when('AppealReceived', '2026-01-31'), decided)).toMatch(/^END_BEFORE_START/);
    const appealed = given(
      recorded('DecisionMade', '2026-02-01', alone),
      recorded('AppealReceived', '2026-02-10'),
    );
    for (const type of ['AppealTimelinessChecked', 'AppealForwarded'] as const) {
      expect(said(when(type, '2026-02-09'), appealed)).toMatch(/^END_BEFORE_START/);
      expect(said(when(type, '2026-02-10'), appealed)).toBe('accepted');
    }
  });

  it('does not renew itself', () => {
    expect(
      said(
        when('DecisionMade', '2026-02-01', { ...alone, previousDecisionId: exampleId('decision') }),
        given(),
      ),
    ).toBe('UNKNOWN_ID data.previousDecisionId');
  });

  it('is about a measure of its day; what was decided once may be changed when the measure is gone', () => {
    expect(said(when('DecisionMade', '2026-02-01', { ...alone, measure: 'resor' }), given())).toBe(
      'UNKNOWN_CODE data.measure',
    );
    const without = {
      ...DEFAULT_CONFIGURATION,
      measuresOn: (day: string) =>
        day < '2026-03-01'
          ? DEFAULT_MEASURES
          : DEFAULT_MEASURES.filter(({ code }) => code !== 'ledsagarservice'),
    };
    const situation = situationOf(
      asHistory([
        recorded('PersonalFileOpened', '2026-01-02'),
        recorded('CaseOpened', '2026-01-05'),
        recorded('DecisionMade', '2026-02-01', alone),
      ]),
      on('2026-06-01'),
      without,
    );
    const second = { ...alone, decisionId: exampleId('decision', 2) };
    expect(said(when('DecisionMade', '2026-02-28', second), situation)).toBe('accepted');
    expect(said(when('DecisionMade', '2026-03-01', second), situation)).toBe('UNKNOWN_CODE data.measure');
    expect(said(when('DecisionCorrected', '2026-03-01'), situation)).toBe('accepted');
    expect(said(when('DecisionChanged', '2026-03-01', { measure: 'kontaktperson' }), situation)).toBe(
      'accepted',
    );
  });

  it('is not received before it was sent', () => {
    const served = (receivedOn: string) =>
      said(when('DecisionServed', '2026-02-03', { receivedOn: on(receivedOn) }), decided);
    expect(served('2026-02-03')).toBe('accepted');
    expect(served('2026-02-02')).toBe('END_BEFORE_START data.receivedOn');
  });

  it('may be appealed when the case is closed; no appeal is settled before it came', () => {
    const closed = recorded('CaseClosed', '2026-03-01');
    const made = recorded('DecisionMade', '2026-02-01', alone);
    expect(said(when('AppealReceived', '2026-03-10'), given(made, closed))).toBe('accepted');
    const appealed = given(made, closed, recorded('AppealReceived', '2026-03-10'));
    expect(said(when('AppealDecided', '2026-03-10'), appealed)).toBe('accepted');
    expect(said(when('AppealDecided', '2026-03-09'), appealed)).toBe('END_BEFORE_START occurredOn');
  });

  it.each(['AdvanceDecisionUsed', 'AdvanceDecisionLapsed'] as const)(
    'in advance: no %s before it was made',
    (type) => {
      const made = given(recorded('AdvanceDecisionMade', '2026-02-01'));
      expect(said(when(type, '2026-02-01'), made)).toBe('accepted');
      expect(said(when(type, '2026-01-31'), made)).toBe('END_BEFORE_START occurredOn');
    },
  );
});
