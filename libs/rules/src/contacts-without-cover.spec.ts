/** What the finding about a contact with several says, and that it is one finding. The examples of the rules show when there is one. */
import {
  asHistory,
  decode,
  DEFAULT_CONFIGURATION,
  exampleId,
  fileAt,
  on,
  recorded,
  type PersonalFileEvent,
  type Recorded,
  type Special,
} from '@rt/domain';
import { contactRelativeWithoutConsent as rule } from './contact-relative-without-consent.rule';
import { DEFAULT_RULESET, findingsOfRule, wordsOf } from './index';

const [brother, mother, neighbour] = [1, 2, 3].map((number) => exampleId('party', number));
const parties = [
  recorded('PartyRecorded', '2026-01-07'),
  recorded('PartyRecorded', '2026-01-07', { partyId: mother, relation: 'parent' }),
  recorded('PartyRecorded', '2026-01-07', { partyId: neighbour, kind: 'other', relation: 'none' }),
];
const found = (...events: readonly Recorded<PersonalFileEvent>[]) =>
  findingsOfRule(rule, fileAt(asHistory([...parties, ...events])), DEFAULT_RULESET, DEFAULT_CONFIGURATION);
const textsOf = (special: Special<'ContactMade'>) =>
  found(recorded('ContactMade', '2026-03-05', special)).map(
    (finding) => wordsOf(finding, 'violation').text.sv,
  );

describe('a contact with several', () => {
  it('is one finding, which names the kinds of those that nothing covered', () => {
    expect(textsOf({ partyIds: [brother, mother, neighbour] as never })).toEqual([
      expect.stringContaining('inget medgivande som omfattade de anhöriga och personen och det samtalet'),
    ]);
    expect(textsOf({ partyIds: [neighbour] as never })).toEqual([
      expect.stringContaining('inget medgivande som omfattade personen och det samtalet'),
    ]);
  });

  it('is explained on the day the last of them was covered', () => {
    const consentWith = (number: number, day: string) =>
      recorded('ConsentGiven', day, {
        consentId: exampleId('consent', number),
        with: { partyId: exampleId('party', number) },
      });
    const meeting = recorded('ContactMade', '2026-03-05', { partyIds: [brother, mother] as never });
    expect(found(meeting, consentWith(1, '2026-03-12'))[0]?.explainedOn).toBeUndefined();
    expect(found(meeting, consentWith(1, '2026-03-12'), consentWith(2, '2026-03-19'))[0]?.explainedOn).toBe(
      on('2026-03-19'),
    );
  });

  it('asks for the consent of a person who took part', () => {
    expect(textsOf({ withPerson: true })).toEqual([
      expect.stringMatching(/Den enskilde var med: anteckna om hen samtyckte\.$/),
    ]);
  });
});

it('a contact stored in version 1 is the same finding as before: with its one party, without the person', () => {
  const { withPerson: _, partyIds, ...rest } = recorded('ContactMade', '2026-03-05').data;
  const now = recorded('ContactMade', '2026-03-05');
  const stored = decode({ ...now, schemaVersion: 1, data: { ...rest, partyId: partyIds[0] } });
  expect(stored.data).toEqual(now.data);
  expect(found(stored)).toEqual(found(now));
  expect(found(stored)).toHaveLength(1);
});
