import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

describe('an execution', () => {
  const started = given(recorded('ExecutionStarted', '2026-02-10', { decisionId: null, orderId: null }));

  it.each(['ExecutionInterrupted', 'ExecutionResumed', 'ExecutionEnded'] as const)(
    'refuses %s before it started',
    (type) => {
      expect(said(when(type, '2026-02-10'), started)).toBe('accepted');
      expect(said(when(type, '2026-02-09'), started)).toBe('END_BEFORE_START occurredOn');
    },
  );

  it('is not postponed to a day in the past', () => {
    const decided = given(
      recorded('DecisionMade', '2026-02-01', { applicationId: null, investigationId: null }),
    );
    const postponed = (until: string) =>
      said(when('ExecutionPostponedByPerson', '2026-02-10', { until: on(until) }), decided);
    expect(postponed('2026-02-10')).toBe('accepted');
    expect(postponed('2026-02-09')).toBe('END_BEFORE_START data.until');
  });
});

describe('what happens at the provider', () => {
  const order = recorded('OrderSent', '2026-02-01', { decisionId: null });

  it('a deviation is not handled before it was reported', () => {
    const reported = given(order, recorded('DeviationReported', '2026-03-10'));
    expect(said(when('DeviationHandled', '2026-03-10'), reported)).toBe('accepted');
    expect(said(when('DeviationHandled', '2026-03-09'), reported)).toBe('END_BEFORE_START occurredOn');
  });

  it('a performer does not stop before beginning', () => {
    const began = given(order, recorded('PerformerRecorded', '2026-03-10', { learnedOn: on('2026-04-20') }));
    expect(said(when('PerformerEnded', '2026-03-10'), began)).toBe('accepted');
    expect(said(when('PerformerEnded', '2026-03-09'), began)).toBe('END_BEFORE_START occurredOn');
  });

  it('a question is not answered before it was asked, nor when it never was', () => {
    const asked = given(order, recorded('RelativeEmploymentAsked', '2026-03-10'));
    expect(said(when('RelativeEmploymentAnswered', '2026-03-10'), asked)).toBe('accepted');
    expect(said(when('RelativeEmploymentAnswered', '2026-03-09'), asked)).toBe('END_BEFORE_START occurredOn');
    expect(said(when('RelativeEmploymentAnswered', '2026-03-10'), given(order))).toBe(
      'UNKNOWN_ID data.questionId',
    );
  });

  it('a relative employed before anyone asked is recorded: the rules speak of it', () => {
    expect(said(when('PerformerRecorded', '2026-02-20', { kind: 'relative' }), given(order))).toBe(
      'accepted',
    );
  });
});
