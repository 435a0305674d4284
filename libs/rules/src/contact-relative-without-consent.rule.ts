import { exampleId, on, recorded } from '@rt/domain';
import { contactsWithoutCover, uncoveredText } from './contacts-without-cover';
import { REPORT_2022 } from './sources';
import { violation } from './violation';

export const contactRelativeWithoutConsent = violation({
  id: 'contact-relative-without-consent',
  title: { sv: 'Kontakt med anhörig utan medgivande', en: 'Contact with a relative without consent' },
  reading: {
    sv: 'Handläggaren tog kontakt med, eller lämnade uppgifter till, en anhörig eller annan privatperson, och den dagen täcktes det inte av något medgivande, av att personen företräder den enskilde eller av någon annan grund. Ett medgivande som lämnas senare förklarar och döljer aldrig; ett som lämnats före och antecknats senare täcker kontakten, men syns i vad som var känt först när det antecknats. En grund som anger ett medgivande förklarar inte mer än medgivandet självt omfattar. En företrädare räknas från den dag förordnandet gäller, inte från den dag det antecknades; en vårdnadshavare företräder ingen som har fyllt 18. Nämner ett förbehåll personen eller ämnet räknas det som inte omfattat, och förbehållet behöver läsas; en registrerad bedömning av att det inte hindrar kontakten förklarar den. Ett möte med flera bedöms för var och en och ger en brist. Var den enskilde själv med räknas kontakten ändå: systemet vet inte om hen samtyckte, och en registrerad bedömning av det förklarar den.',
    en: 'The case worker contacted a relative or another private person, or disclosed something to them, and that day nothing covered it: no consent, no right to represent the person, no other ground. A consent given later explains the contact and never hides it. A consent given before and recorded later covers the contact, but counts as known only from the moment it was recorded. A ground that names a consent explains no more than that consent itself covers. A representative counts from the day the appointment is in force, not from the day it was recorded; a custodian represents nobody who has turned 18. If a reservation names the party or the subject, that counts as not covered, and the reservation must be read; a recorded judgement that it does not prevent the contact explains it. A meeting with several is judged for each of them, and is one gap. If the person took part, the contact still counts: the system does not know whether the person consented, and a recorded judgement that the person did explains it.',
  },
  severity: 'critical',
  area: 'selfDetermination',
  step: 'contact',
  settledBy: ['ContactGroundRecorded', 'ConsentGiven', 'JudgementRecorded'],
  mayBeUnrecorded: ['ConsentGiven'],
  isQuestion: ({ reserved, withPerson }) => reserved === true || withPerson === true,
  whatToDo: {
    sv: 'Anteckna vilken grund som fanns för kontakten, eller be den enskilde om ett medgivande som täcker den.',
    en: 'Record the ground there was for the contact, or ask the person for a consent that covers it.',
  },
  versions: [
    {
      inForceFrom: '2009-06-30',
      authority: 'law',
      document: `OSL (2009:400) 26 kap. 1 §, 10 kap. 1 §, 12 kap. 2 §; ${REPORT_2022}`,
      quote:
        'kontakter tas med anhöriga och det professionella nätverket trots att uppgifter om sekretessmedgivande och samtycke till kontakt saknas',
    },
  ],
  violations: (file) => contactsWithoutCover(file, (_met, kind) => kind === 'relative' || kind === 'other'),
  happened: ({ inputs }) => uncoveredText(inputs),
  explained: { sv: 'En grund kom i efterhand,', en: 'A ground came afterwards, on' },
  examples: [
    {
      name: 'a call to the brother, no consent: a violation',
      given: [recorded('PartyRecorded', '2026-01-07'), recorded('ContactMade', '2026-03-05')],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'a consent of the same day: covered',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-03-05'),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'a consent given the day after: explained from then on, never hidden',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ConsentGiven', '2026-03-06'),
      ],
      on: '2026-03-06',
      then: ['explained'],
    },
    {
      name: 'a consent that ran to the day before: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2025-03-05', { validTo: on('2026-03-04') }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'a consent about the economy, a call about health: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07', { subjects: ['economy'] }),
        recorded('ContactMade', '2026-03-05', { subjects: ['health'] }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'the brother is the guardian: covered',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'the ground written down a week later: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12'),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'the recorded ground names a consent with somebody else, about another subject: it explains nothing',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('PartyRecorded', '2026-01-07', { partyId: exampleId('party', 2) }),
        recorded('ConsentGiven', '2026-01-07', {
          with: { partyId: exampleId('party', 2) },
          subjects: ['economy'],
        }),
        recorded('ContactMade', '2026-03-05', { subjects: ['health'] }),
        recorded('ContactGroundRecorded', '2026-03-12', { ground: { consentId: exampleId('consent') } }),
      ],
      on: '2026-04-01',
      then: ['violation'],
    },
    {
      name: 'the recorded ground names a consent that had run out before the call: it explains nothing',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2025-03-05', { validTo: on('2026-03-04') }),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12', { ground: { consentId: exampleId('consent') } }),
      ],
      on: '2026-04-01',
      then: ['violation'],
    },
    {
      name: 'a consent about health when he called about health and economy, one about economy a week later: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07', { subjects: ['health'], validTo: on('2026-03-10') }),
        recorded('ContactMade', '2026-03-05', { subjects: ['health', 'economy'] }),
        recorded('ConsentGiven', '2026-03-12', {
          consentId: exampleId('consent', 2),
          subjects: ['economy'],
        }),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'a guardian in force since January, entered after the call: covered',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
        recorded('RepresentativeRegistered', '2026-03-20', { validFrom: on('2026-01-02') }),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'the custodian of a person who turned 18 on the day of the call: a violation',
      given: [
        recorded('PersonalFileOpened', '2026-01-07', {
          person: {
            name: 'Elsa Exempelsson',
            identity: { kind: 'birthDate', value: '2008-03-05' },
            sex: 'female',
            protectedIdentity: false,
          },
        }),
        recorded('PartyRecorded', '2026-01-07', { relation: 'parent' }),
        recorded('RepresentativeRegistered', '2026-01-07', {
          kind: 'custodian',
          validFrom: on('2008-03-05'),
          validTo: undefined,
        }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'a consent for relatives with the reservation "inte till min bror", a call to the brother: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07', {
          with: { category: 'relatives' },
          reservations: 'Inte till min bror',
        }),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'the reservation names the brother, and is judged a week later to allow the call: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07', { reservations: 'Min bror får inte veta något om skulden' }),
        recorded('ContactMade', '2026-03-05'),
        recorded('JudgementRecorded', '2026-03-12', {
          ruleId: 'contact-relative-without-consent',
          subject: exampleId('contact'),
        }),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'no consent at all, and a judgement that the contact was right: a judgement is no ground',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
        recorded('JudgementRecorded', '2026-03-12', {
          ruleId: 'contact-relative-without-consent',
          subject: exampleId('contact'),
        }),
      ],
      on: '2026-03-12',
      then: ['violation'],
    },
    {
      name: 'a consent about everything but the economy, a call about health: covered',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07', {
          subjects: ['all'],
          reservations: 'Ingenting om min ekonomi',
        }),
        recorded('ContactMade', '2026-03-05', { subjects: ['health'] }),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'a meeting with the brother and the mother, a consent for the brother alone: a violation, once',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('PartyRecorded', '2026-01-07', { partyId: exampleId('party', 2), relation: 'parent' }),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', { partyIds: [exampleId('party'), exampleId('party', 2)] }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'a meeting with both, a consent for the brother a week later and for the mother two weeks later: explained by the second',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('PartyRecorded', '2026-01-07', { partyId: exampleId('party', 2), relation: 'parent' }),
        recorded('ContactMade', '2026-03-05', { partyIds: [exampleId('party'), exampleId('party', 2)] }),
        recorded('ConsentGiven', '2026-03-12'),
        recorded('ConsentGiven', '2026-03-19', {
          consentId: exampleId('consent', 2),
          with: { partyId: exampleId('party', 2) },
        }),
      ],
      on: '2026-03-18',
      then: ['violation'],
    },
    {
      name: 'a home visit at which the person and the brother took part, no consent: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', { withPerson: true, channel: 'homeVisit' }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'the person took part, and is judged a week later to have consented: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', { withPerson: true, channel: 'homeVisit' }),
        recorded('JudgementRecorded', '2026-03-12', {
          ruleId: 'contact-relative-without-consent',
          subject: exampleId('contact'),
        }),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'the day after the call, no consent: still a violation',
      given: [recorded('PartyRecorded', '2026-01-07'), recorded('ContactMade', '2026-03-05')],
      on: '2026-03-06',
      then: ['violation'],
    },
    {
      name: 'called on 30 June 2009, the first day of the act: a violation',
      given: [recorded('PartyRecorded', '2009-01-07'), recorded('ContactMade', '2009-06-30')],
      on: '2009-06-30',
      then: ['violation'],
    },
    {
      name: 'called on 29 June 2009, before the act: nothing is found',
      given: [recorded('PartyRecorded', '2009-01-07'), recorded('ContactMade', '2009-06-29')],
      on: '2009-06-30',
      then: [],
    },
    {
      name: 'a home visit with the person alone: it does not apply',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', { withPerson: true, partyIds: [], channel: 'homeVisit' }),
      ],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
    {
      name: 'he called and we disclosed nothing: it does not apply',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ContactMade', '2026-03-05', { direction: 'in', disclosed: false }),
      ],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
    {
      name: 'a call to a doctor: another rule looks at it',
      given: [
        recorded('PartyRecorded', '2026-01-07', {
          partyId: exampleId('party', 2),
          kind: 'professional',
          relation: 'none',
        }),
        recorded('ContactMade', '2026-03-05', { partyIds: [exampleId('party', 2)] }),
      ],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
  ],
});
