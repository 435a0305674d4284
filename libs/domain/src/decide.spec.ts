import { bare, refusal, said, when } from './decide.fixture';
import { exampleId, recorded } from './examples';

const opened = recorded('PersonalFileOpened', '2026-01-02');
const theCase = recorded('CaseOpened', '2026-01-05');
const party = recorded('PartyRecorded', '2026-01-05');

describe('every step', () => {
  it('happened today at the latest, and not before 1900', () => {
    expect(said(when('NoteWritten', '2026-06-01'), bare(opened))).toBe('accepted');
    expect(refusal(when('NoteWritten', '2026-06-02'), bare(opened))).toEqual({
      code: 'IN_THE_FUTURE',
      field: 'occurredOn',
      details: { today: '2026-06-01' },
    });
    expect(said(when('NoteWritten', '1900-01-01'), bare(opened))).toBe('accepted');
    expect(said(when('NoteWritten', '1899-12-31'), bare(opened))).toBe('BEFORE_1900 occurredOn');
  });

  it('requires an open file, and a file is opened once', () => {
    const empty = bare();
    expect(said(when('NoteWritten', '2026-02-01'), empty)).toBe('FILE_NOT_OPEN type');
    expect(said(when('PersonalFileOpened', '2026-02-01'), empty)).toBe('accepted');
    expect(said(when('PersonalFileOpened', '2026-02-01'), bare(opened))).toBe('FILE_ALREADY_OPEN type');
  });

  it('of a case names one that exists', () => {
    const application = when('ApplicationReceived', '2026-02-01');
    expect(said(application, bare(opened, theCase))).toBe('accepted');
    expect(said(application, bare(opened))).toBe('UNKNOWN_ID caseId');
    expect(
      said(when('ApplicationReceived', '2026-02-01', {}, { caseId: undefined }), bare(opened, theCase)),
    ).toBe('CASE_REQUIRED caseId');
    expect(
      said(when('NoteWritten', '2026-02-01', {}, { caseId: exampleId('case', 2) }), bare(opened, theCase)),
    ).toBe('UNKNOWN_ID caseId');
  });

  it('about a thing of a case stands in that case, and may refer to what stands in another', () => {
    const otherCase = recorded('CaseOpened', '2026-01-05', { caseId: exampleId('case', 2) });
    const other = { caseId: exampleId('case', 2) };
    const decided = recorded('DecisionMade', '2026-02-01', { applicationId: null, investigationId: null });
    const situation = bare(opened, theCase, otherCase, decided);
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

  it('creates a new thing with an id that no thing ever had', () => {
    expect(said(when('PartyRecorded', '2026-02-01'), bare(opened))).toBe('accepted');
    expect(said(when('PartyRecorded', '2026-02-01'), bare(opened, party))).toBe('ID_TAKEN data.partyId');
    const retracted = recorded('EntryRetracted', '2026-02-01', { eventId: party.id });
    expect(said(when('PartyRecorded', '2026-02-01'), bare(opened, party, retracted))).toBe(
      'ID_TAKEN data.partyId',
    );
  });

  it('refers to things that exist, of the right kind, or to none', () => {
    const contact = when('ContactMade', '2026-02-01');
    expect(said(contact, bare(opened, party))).toBe('accepted');
    expect(said(contact, bare(opened))).toBe('UNKNOWN_ID data.partyIds[0]');
    const retracted = recorded('EntryRetracted', '2026-02-01', { eventId: party.id });
    expect(said(contact, bare(opened, party, retracted))).toBe('UNKNOWN_ID data.partyIds[0]');
    const asParty = when('HouseholdRecorded', '2026-02-01', {
      cohabits: [exampleId('party'), exampleId('case') as never],
    });
    expect(said(asParty, bare(opened, theCase, party))).toBe('UNKNOWN_ID data.cohabits[1]');
    const unfounded = { decisionId: null };
    expect(said(when('OrderSent', '2026-02-01', unfounded), bare(opened, theCase))).toBe('accepted');
    expect(said(when('OrderSent', '2026-02-01'), bare(opened, theCase))).toBe('UNKNOWN_ID data.decisionId');
  });

  it('is refused on a day when its case was closed, unless its type may come afterwards', () => {
    const closed = recorded('CaseClosed', '2026-03-01');
    const situation = bare(opened, theCase, closed);
    expect(said(when('ApplicationReceived', '2026-03-01'), situation)).toBe('accepted');
    expect(said(when('ApplicationReceived', '2026-03-02'), situation)).toBe('CASE_CLOSED occurredOn');
    expect(said(when('NoteWritten', '2026-03-02', {}, { caseId: exampleId('case') }), situation)).toBe(
      'accepted',
    );
    const reopened = bare(opened, theCase, closed, recorded('CaseReopened', '2026-04-01'));
    expect(said(when('ApplicationReceived', '2026-03-31'), reopened)).toBe('CASE_CLOSED occurredOn');
    expect(said(when('ApplicationReceived', '2026-04-01'), reopened)).toBe('accepted');
  });
});
