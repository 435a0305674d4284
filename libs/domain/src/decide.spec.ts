import { on } from './calendar';
import { decide } from './decide';
import type { Command, Refusal, Situation } from './decider';
import type { Recorded } from './event';
import { asHistory, exampleId, recorded, type Special } from './examples';
import type { CaseId, EventId } from './ids';
import { DEFAULT_CONFIGURATION } from './measures';
import { situationOf } from './situation';
import type { PersonalFileEvent, PersonalFileEventType } from './vocabulary';

const TODAY = on('2026-06-01');

const opened = recorded('PersonalFileOpened', '2026-01-02');
const theCase = recorded('CaseOpened', '2026-01-05');
const party = recorded('PartyRecorded', '2026-01-05');

const given = (...events: readonly Recorded<PersonalFileEvent>[]): Situation =>
  situationOf(asHistory([opened, ...events]), TODAY, DEFAULT_CONFIGURATION);

/** The command that would record an example event. */
const when = <T extends PersonalFileEventType>(
  type: T,
  occurredOn: string,
  special: Special<T> = {},
  envelope: { caseId?: CaseId | undefined } = {},
): Command => {
  const event = recorded(type, occurredOn, special, envelope);
  const { caseId, data } = event;
  return { type, occurredOn: on(occurredOn), ...(caseId && { caseId }), data } as Command;
};

const refusal = (command: Command, situation: Situation): Refusal | undefined => {
  const verdict = decide(command, situation);
  return verdict.accepted ? undefined : verdict.refusal;
};

const said = (command: Command, situation: Situation): string => {
  const found = refusal(command, situation);
  return found ? `${found.code} ${found.field}` : 'accepted';
};

describe('every step', () => {
  it('happened today at the latest, and not before 1900', () => {
    expect(said(when('NoteWritten', '2026-06-01'), given())).toBe('accepted');
    expect(refusal(when('NoteWritten', '2026-06-02'), given())).toEqual({
      code: 'IN_THE_FUTURE',
      field: 'occurredOn',
      details: { today: '2026-06-01' },
    });
    expect(said(when('NoteWritten', '1900-01-01'), given())).toBe('accepted');
    expect(said(when('NoteWritten', '1899-12-31'), given())).toBe('BEFORE_1900 occurredOn');
  });

  it('wants an open file, and a file is opened once', () => {
    const empty = situationOf([], TODAY, DEFAULT_CONFIGURATION);
    expect(said(when('NoteWritten', '2026-02-01'), empty)).toBe('FILE_NOT_OPEN type');
    expect(said(when('PersonalFileOpened', '2026-02-01'), empty)).toBe('accepted');
    expect(said(when('PersonalFileOpened', '2026-02-01'), given())).toBe('FILE_ALREADY_OPEN type');
  });

  it('of a case names one that exists', () => {
    const application = when('ApplicationReceived', '2026-02-01');
    expect(said(application, given(theCase))).toBe('accepted');
    expect(said(application, given())).toBe('UNKNOWN_ID caseId');
    expect(said(when('ApplicationReceived', '2026-02-01', {}, { caseId: undefined }), given(theCase))).toBe(
      'CASE_REQUIRED caseId',
    );
    expect(
      said(when('NoteWritten', '2026-02-01', {}, { caseId: exampleId('case', 2) }), given(theCase)),
    ).toBe('UNKNOWN_ID caseId');
  });

  it('about a thing of a case stands in that case, and may refer to what stands in another', () => {
    const otherCase = recorded('CaseOpened', '2026-01-05', { caseId: exampleId('case', 2) });
    const other = { caseId: exampleId('case', 2) };
    const decided = recorded('DecisionMade', '2026-02-01', { applicationId: null, investigationId: null });
    const situation = given(theCase, otherCase, decided);
    expect(said(when('DecisionServed', '2026-02-02'), situation)).toBe('accepted');
    expect(said(when('DecisionServed', '2026-02-02', {}, other), situation)).toBe('WRONG_CASE caseId');
    const renewal = when(
      'DecisionMade',
      '2026-05-01',
      {
        decisionId: exampleId('decision', 2),
        previousDecisionId: exampleId('decision'),
        applicationId: null,
        investigationId: null,
      },
      other,
    );
    expect(said(renewal, situation)).toBe('accepted');
    expect(said(when('CaseClosed', '2026-05-01', {}, other), situation)).toBe('WRONG_CASE caseId');
    expect(said(when('CaseClosed', '2026-05-01'), situation)).toBe('accepted');
  });

  it('brings a new thing under an id that nothing ever had', () => {
    expect(said(when('PartyRecorded', '2026-02-01'), given())).toBe('accepted');
    expect(said(when('PartyRecorded', '2026-02-01'), given(party))).toBe('ID_TAKEN data.partyId');
    const retracted = recorded('EntryRetracted', '2026-02-01', { eventId: party.id });
    expect(said(when('PartyRecorded', '2026-02-01'), given(party, retracted))).toBe('ID_TAKEN data.partyId');
  });

  it('refers to things that exist, of the right kind, or to none', () => {
    const contact = when('ContactMade', '2026-02-01');
    expect(said(contact, given(party))).toBe('accepted');
    expect(said(contact, given())).toBe('UNKNOWN_ID data.partyId');
    const retracted = recorded('EntryRetracted', '2026-02-01', { eventId: party.id });
    expect(said(contact, given(party, retracted))).toBe('UNKNOWN_ID data.partyId');
    const asParty = when('HouseholdRecorded', '2026-02-01', {
      cohabits: [exampleId('party'), exampleId('case') as never],
    });
    expect(said(asParty, given(theCase, party))).toBe('UNKNOWN_ID data.cohabits[1]');
    const bare = { decisionId: null };
    expect(said(when('OrderSent', '2026-02-01', bare), given(theCase))).toBe('accepted');
    expect(said(when('OrderSent', '2026-02-01'), given(theCase))).toBe('UNKNOWN_ID data.decisionId');
  });

  it('does not fall in a time when its case was closed, unless it comes afterwards by nature', () => {
    const closed = recorded('CaseClosed', '2026-03-01');
    const situation = given(theCase, closed);
    expect(said(when('ApplicationReceived', '2026-03-01'), situation)).toBe('accepted');
    expect(said(when('ApplicationReceived', '2026-03-02'), situation)).toBe('CASE_CLOSED occurredOn');
    expect(said(when('NoteWritten', '2026-03-02', {}, { caseId: exampleId('case') }), situation)).toBe(
      'accepted',
    );
    const reopened = given(theCase, closed, recorded('CaseReopened', '2026-04-01'));
    expect(said(when('ApplicationReceived', '2026-03-31'), reopened)).toBe('CASE_CLOSED occurredOn');
    expect(said(when('ApplicationReceived', '2026-04-01'), reopened)).toBe('accepted');
  });
});

it('answers about an entry that nobody knows', () => {
  expect(said(when('EntryRetracted', '2026-02-01', { eventId: 'nowhere' as EventId }), given())).toBe(
    'UNKNOWN_ID data.eventId',
  );
});
