import { exampleId, recorded } from '@rt/domain';
import { contactsWithoutCover, uncoveredText } from './contacts-without-cover';
import { REPORT_2021, underBothActs } from './sources';
import { violation } from './violation';

export const contactProfessionalWithoutConsent = violation({
  id: 'contact-professional-without-consent',
  title: {
    sv: 'Kontakt med professionell utan medgivande',
    en: 'Contact with a professional without consent',
  },
  reading: {
    sv: 'Detsamma för professionella utanför myndigheten och för andra myndigheter. Här känner lagen fler grunder än medgivande; en grund är ett lagrum med skälet till att det gällde, och källorna nämner de vanliga. Om det gällde bedömer handläggaren eller granskaren.',
    en: 'The same for professionals outside the authority and for other authorities. Here the law has more grounds than consent. A ground is a section of law with the reason it applied; the sources below name the usual ones. The reader judges whether it applied.',
  },
  severity: 'critical',
  area: 'selfDetermination',
  step: 'contact',
  settledBy: ['ContactGroundRecorded', 'ConsentGiven', 'JudgementRecorded'],
  mayBeUnrecorded: ['ConsentGiven'],
  isQuestion: ({ reserved, withPerson }) => reserved === true || withPerson === true,
  whatToDo: {
    sv: 'Anteckna lagrummet och varför det gällde, eller be den enskilde om ett medgivande som täcker kontakten.',
    en: 'Record the section of law and why it applied, or ask the person for a consent that covers the contact.',
  },
  versions: underBothActs({
    inForceFrom: '2009-06-30',
    authority: 'law',
    oldAct: `OSL (2009:400) 26 kap.; andra grunder: OSL 26 kap. 9 c §, 10 kap. 2 och 28 §§, SoL (2001:453) 14 kap. 1 § och 2 kap. 7 §, LSS 15 §; ${REPORT_2021}`,
    newAct: `OSL (2009:400) 26 kap.; andra grunder: OSL 26 kap. 9 c §, 10 kap. 2 och 28 §§, SoL (2025:400) 19 kap. 1 § och 10 kap. 8 §, LSS 15 §; ${REPORT_2021}`,
    quote: 'kontakter tagits trots att uppgifter om fullmakt och samtycke saknades i akten',
  }),
  violations: (file) =>
    contactsWithoutCover(file, (_met, kind) => kind === 'professional' || kind === 'authority'),
  happened: ({ inputs }) => uncoveredText(inputs),
  explained: { sv: 'En grund kom i efterhand,', en: 'A ground came afterwards, on' },
  examples: [
    {
      name: 'a call to the doctor, no consent: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'under the older act in 2021: a violation',
      given: [
        recorded('PartyRecorded', '2021-01-07', { kind: 'authority', relation: 'none' }),
        recorded('ContactMade', '2021-03-05'),
      ],
      on: '2021-03-05',
      then: ['violation'],
    },
    {
      name: 'a consent for all professionals: covered',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ConsentGiven', '2026-01-07', { with: { category: 'professionals' } }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'another district, with the section and the reason written down: another ground',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'authority', relation: 'none' }),
        recorded('ContactMade', '2026-03-05', {
          ground: {
            law: { statute: '2009:400', section: '26 kap. 9 c §' },
            reason: 'Insats enligt LSS i annan stadsdel',
          },
        }),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'a section of law without the reason: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'authority', relation: 'none' }),
        recorded('ContactMade', '2026-03-05', {
          ground: { law: { statute: '2009:400', section: '26 kap. 9 c §' } },
        }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'the ground written down a week later: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'authority', relation: 'none' }),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12'),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'the recorded ground names a consent that was withdrawn before the call: it explains nothing',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12', { ground: { consentId: exampleId('consent') } }),
      ],
      on: '2026-04-01',
      then: ['violation'],
    },
    {
      name: 'a section of law whose reason is "-": a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'authority', relation: 'none' }),
        recorded('ContactMade', '2026-03-05', {
          ground: { law: { statute: '2009:400', section: '26 kap. 9 c §' }, reason: '-' },
        }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'a meeting with the person, the brother and the doctor, a consent for the brother alone: a violation for the doctor',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('PartyRecorded', '2026-01-07', {
          partyId: exampleId('party', 2),
          kind: 'professional',
          relation: 'none',
        }),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', {
          withPerson: true,
          partyIds: [exampleId('party'), exampleId('party', 2)],
        }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'the day after the call, no consent: still a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-06',
      then: ['violation'],
    },
    {
      name: 'called on 30 June 2009, the first day of the older act: a violation',
      given: [
        recorded('PartyRecorded', '2009-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ContactMade', '2009-06-30'),
      ],
      on: '2009-06-30',
      then: ['violation'],
    },
    {
      name: 'called on 30 June 2025, the last day under the older act: a violation',
      given: [
        recorded('PartyRecorded', '2025-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ContactMade', '2025-06-30'),
      ],
      on: '2025-06-30',
      then: ['violation'],
    },
    {
      name: 'called on 1 July 2025, the first day of the new act: a violation',
      given: [
        recorded('PartyRecorded', '2025-01-07', { kind: 'professional', relation: 'none' }),
        recorded('ContactMade', '2025-07-01'),
      ],
      on: '2025-07-01',
      then: ['violation'],
    },
    {
      name: 'a call to the brother: another rule looks at it',
      given: [recorded('PartyRecorded', '2026-01-07'), recorded('ContactMade', '2026-03-05')],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
  ],
});
