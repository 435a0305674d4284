import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';

const law = { statute: '2009:400', section: '10:2' };
const reason = 'Nödvändigt';
const consentId = exampleId('consent');

describe('a contact', () => {
  const situation = given(recorded('ConsentGiven', '2026-01-10'));
  const make = (ground: Parameters<typeof when<'ContactMade'>>[2]) =>
    said(when('ContactMade', '2026-02-01', ground), situation);

  it('without any ground is recorded: the rules speak of it', () => {
    expect(make({ ground: null })).toBe('accepted');
  });

  it('rests on a consent, or on a section of law for a reason', () => {
    expect(make({ ground: { consentId } })).toBe('accepted');
    expect(make({ ground: { law, reason } })).toBe('accepted');
    expect(make({ ground: {} })).toBe('EXACTLY_ONE data.ground');
    expect(make({ ground: { law } })).toBe('EXACTLY_ONE data.ground');
    expect(make({ ground: { reason } })).toBe('EXACTLY_ONE data.ground');
    expect(make({ ground: { consentId, reason } })).toBe('EXACTLY_ONE data.ground');
    expect(make({ ground: { consentId, law, reason } })).toBe('EXACTLY_ONE data.ground');
    expect(make({ ground: { consentId: exampleId('consent', 2) } })).toBe('UNKNOWN_ID data.ground.consentId');
  });

  it('is with the person, with somebody else or with several, never with nobody', () => {
    const others = given(
      recorded('PartyRecorded', '2026-01-10'),
      recorded('PartyRecorded', '2026-01-10', { partyId: exampleId('party', 2) }),
    );
    const meet = (special: Parameters<typeof when<'ContactMade'>>[2]) =>
      said(when('ContactMade', '2026-02-01', special), others);
    expect(meet({ withPerson: true, partyIds: [] })).toBe('accepted');
    expect(meet({ withPerson: true, partyIds: [exampleId('party'), exampleId('party', 2)] })).toBe(
      'accepted',
    );
    expect(meet({ withPerson: false, partyIds: [] })).toBe('AT_LEAST_ONE data.partyIds');
    expect(meet({ partyIds: [exampleId('party'), exampleId('party', 3)] })).toBe(
      'UNKNOWN_ID data.partyIds[1]',
    );
  });

  it('may get its ground afterwards, in a closed case too', () => {
    const made = [recorded('ContactMade', '2026-02-01'), recorded('CaseClosed', '2026-02-02')];
    const ground = { ground: { law, reason } };
    const inCase = { caseId: exampleId('case') };
    expect(said(when('ContactGroundRecorded', '2026-03-01', ground, inCase), given(...made))).toBe(
      'accepted',
    );
    expect(said(when('ContactGroundRecorded', '2026-03-01', ground), given())).toBe(
      'UNKNOWN_ID data.contactId',
    );
    expect(said(when('ContactGroundRecorded', '2026-03-01', { ground: {} }), given(...made))).toBe(
      'EXACTLY_ONE data.ground',
    );
  });
});
