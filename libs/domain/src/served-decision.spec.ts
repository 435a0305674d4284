import { given, said, when } from './decide.fixture';
import { correctedAfterService, decisionAsItStood } from './decision/decision.facts';
import { asHistory, exampleId, recorded, type ExampleEvent, type Special } from './examples';
import { fileAt } from './history';

const made = recorded('DecisionMade', '2026-02-20', { applicationId: null, investigationId: null });
const served = recorded('DecisionServed', '2026-02-23');
const rejecting = (on: string) =>
  recorded('EntryCorrected', on, { eventId: made.id, data: { ...made.data, outcome: 'rejection' } });
const decisionOf = (...events: readonly ExampleEvent[]) =>
  fileAt(asHistory(events)).get('decision', exampleId('decision'))!;

describe('a decision corrected after it was sent', () => {
  it('keeps what was sent, and says when and by whom it was corrected', () => {
    const decision = decisionOf(made, served, rejecting('2026-03-09'));
    expect(correctedAfterService(decision)).toMatchObject([
      { on: '2026-03-09', servedOn: '2026-02-23', by: 'anna', before: { outcome: 'approval' } },
    ]);
    expect(decision.created.data.outcome).toBe('rejection');
    expect(decisionAsItStood(decision).outcome).toBe('approval');
  });

  it('is another thing than one corrected before, on its day, or in its day alone', () => {
    expect(correctedAfterService(decisionOf(made, served, rejecting('2026-02-23')))).toEqual([]);
    expect(correctedAfterService(decisionOf(made, rejecting('2026-03-09')))).toEqual([]);
    const day = recorded('EntryCorrected', '2026-03-09', { eventId: made.id, data: made.data });
    expect(correctedAfterService(decisionOf(made, served, day))).toEqual([]);
    expect(decisionAsItStood(decisionOf(made, rejecting('2026-03-09'))).outcome).toBe('rejection');
  });

  it('cannot be dated before it was sent', () => {
    const data: Special<'EntryCorrected'> = {
      eventId: made.id,
      data: { ...made.data, outcome: 'rejection' },
    };
    const situation = given(made, served);
    expect(said(when('EntryCorrected', '2026-02-22', data), situation)).toBe('END_BEFORE_START occurredOn');
    expect(said(when('EntryCorrected', '2026-02-23', data), situation)).toBe('accepted');
  });
});

describe('a retraction', () => {
  const caseId = exampleId('case', 2);
  const opened = recorded('CaseOpened', '2026-01-07', { caseId });
  const retract = (...more: readonly ReturnType<typeof recorded>[]) =>
    said(when('EntryRetracted', '2026-03-01', { eventId: opened.id }), given(opened, ...(more as never[])));

  it('of a case is refused while anything belongs to it', () => {
    expect(retract()).toBe('accepted');
    expect(retract(recorded('ApplicationReceived', '2026-01-07', {}, { caseId }))).toBe(
      'THINGS_HANG_ON_IT data.eventId',
    );
    expect(retract(recorded('CaseClosed', '2026-02-07', { caseId }))).toBe('THINGS_HANG_ON_IT data.eventId');
    const application = recorded('ApplicationReceived', '2026-01-07', {}, { caseId });
    const taken = recorded('EntryRetracted', '2026-02-01', { eventId: application.id });
    expect(retract(application, taken)).toBe('accepted');
  });
});
