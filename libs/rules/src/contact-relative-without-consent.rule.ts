import { exampleId, on, recorded } from '@rt/domain';
import { contactsWithoutCover, contactText } from './contacts-without-cover';
import { REPORT_2022 } from './sources';
import { violation } from './violation';

export const contactRelativeWithoutConsent = violation({
  id: 'contact-relative-without-consent',
  title: { sv: 'Kontakt med anhörig utan medgivande', en: 'Contact with a relative without consent' },
  reading: {
    sv: 'Vi ringde, eller lämnade uppgifter till, en anhörig eller annan privatperson, och den dagen täcktes det inte av något medgivande, av att personen företräder den enskilde eller av någon annan grund. Ett medgivande som lämnas senare förklarar och döljer aldrig; ett som lämnats före och antecknats senare täcker kontakten, men syns i vad som var känt först när det antecknats.',
    en: 'We contacted a relative or another private person, or disclosed something to them, and that day nothing covered it: no consent, no right to represent the person, no other ground. A consent given later explains the contact and never hides it. A consent given before and recorded later covers the contact, but counts as known only from the moment it was recorded.',
  },
  severity: 'critical',
  area: 'selfDetermination',
  step: 'contact',
  settledBy: ['ContactGroundRecorded', 'ConsentGiven'],
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
  violations: (file) =>
    contactsWithoutCover(file, (_contact, kind) => kind === 'relative' || kind === 'other'),
  happened: ({ inputs }) => {
    const { sv, en } = contactText(inputs);
    return {
      sv: `${sv} Den dagen fanns inget medgivande för den anhöriga och ämnet, ingen behörig företrädare och ingen annan grund.`,
      en: `${en} That day there was no consent for the relative and the subject, no representative in force and no other ground.`,
    };
  },
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
        recorded('ContactMade', '2026-03-05', { partyId: exampleId('party', 2) }),
      ],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
  ],
});
