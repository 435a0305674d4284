import { exampleId, permittedBefore, recorded, withdrawnBefore, type LocalTime } from '@rt/domain';
import { contactsWithoutCover, contactText } from './contacts-without-cover';
import { REPORT_2021 } from './sources';
import { violation } from './violation';

export const contactAfterWithdrawal = violation({
  id: 'contact-after-withdrawal',
  title: { sv: 'Kontakt efter återkallat medgivande', en: 'Contact after the consent was withdrawn' },
  reading: {
    sv: 'Den enskilde hade tagit tillbaka ett medgivande och handläggaren tog kontakt, eller lämnade uppgifter, ändå, utan något annat som täckte det. Kontakten är också en utan medgivande, vilket regeln för den sortens part säger; den här säger att den enskilde hade sagt nej.',
    en: 'The person had withdrawn a consent, and the case worker still made the contact or disclosed something, with nothing else to cover it. The contact is also one without consent, which the rule for that kind of party finds. This rule says that the person had said no.',
  },
  severity: 'critical',
  area: 'selfDetermination',
  step: 'contact',
  settledBy: ['ContactGroundRecorded', 'ConsentRenewed', 'ConsentGiven'],
  mayBeUnrecorded: ['ConsentRenewed'],
  whatToDo: {
    sv: 'Ta ingen ny kontakt utan medgivande. Anteckna vilken grund som fanns, eller fråga den enskilde om medgivandet ska gälla igen.',
    en: 'Make no new contact without consent. Record the ground there was, or ask the person whether the consent is to hold again.',
  },
  versions: [
    {
      inForceFrom: '2009-06-30',
      authority: 'law',
      document: `OSL (2009:400) 12 kap. 2 §; ${REPORT_2021}`,
      quote:
        'Det ska inte råda någon tvekan om vilka kontakter som får tas med personer i den enskildes nätverk',
    },
  ],
  violations: (file) =>
    file.events('ConsentWithdrawn').length === 0
      ? []
      : contactsWithoutCover(file, (met) =>
          withdrawnBefore(file, met).some(({ consent }) => permittedBefore(consent.created, met)),
        ),
  happened: ({ inputs }) => {
    const { sv, en } = contactText(inputs);
    return {
      sv: `${sv} Medgivandet var då återkallat, och ingen annan grund fanns.`,
      en: `${en} The consent had been withdrawn by then, and there was no other ground.`,
    };
  },
  explained: { sv: 'En grund kom i efterhand,', en: 'A ground came afterwards, on' },
  examples: [
    {
      name: 'withdrawn the day before the call: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'withdrawn on the day of the call, no times known: the withdrawal counts as after it',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-05'),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-05',
      then: [],
    },
    {
      name: 'withdrawn at nine, called at ten: a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-05', {}, { occurredTime: '09:00' as LocalTime }),
        recorded('ContactMade', '2026-03-05', {}, { occurredTime: '10:00' as LocalTime }),
      ],
      on: '2026-03-05',
      then: ['violation'],
    },
    {
      name: 'given anew a week after the call: explained from then on',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ConsentRenewed', '2026-03-12'),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'another ground written down a week later: explained',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12'),
      ],
      on: '2026-03-12',
      then: ['explained'],
    },
    {
      name: 'the recorded ground names the withdrawn consent: it explains nothing',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ContactGroundRecorded', '2026-03-12', { ground: { consentId: exampleId('consent') } }),
      ],
      on: '2026-04-01',
      then: ['violation'],
    },
    {
      name: 'withdrawn after the call: the call was covered',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ContactMade', '2026-03-05'),
        recorded('ConsentWithdrawn', '2026-03-06'),
      ],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'the day after the call, no ground: still a violation',
      given: [
        recorded('PartyRecorded', '2026-01-07'),
        recorded('ConsentGiven', '2026-01-07'),
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ContactMade', '2026-03-05'),
      ],
      on: '2026-03-06',
      then: ['violation'],
    },
    {
      name: 'called on 30 June 2009, the first day of the act: a violation',
      given: [
        recorded('PartyRecorded', '2009-01-07'),
        recorded('ConsentGiven', '2009-01-07'),
        recorded('ConsentWithdrawn', '2009-03-04'),
        recorded('ContactMade', '2009-06-30'),
      ],
      on: '2009-06-30',
      then: ['violation'],
    },
    {
      name: 'there never was a consent: another rule looks at it',
      given: [recorded('PartyRecorded', '2026-01-07'), recorded('ContactMade', '2026-03-05')],
      on: '2026-03-05',
      then: 'doesNotApply',
    },
  ],
});
