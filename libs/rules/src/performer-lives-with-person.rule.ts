import { exampleId, householdCountsFrom, householdOn, recorded } from '@rt/domain';
import { REPORT_2022 } from './sources';
import { inTwoRoles } from './two-roles';
import { violation } from './violation';

export const performerLivesWithPerson = violation({
  id: 'performer-lives-with-person',
  title: { sv: 'Utföraren bor med den enskilde', en: 'The performer lives with the person' },
  reading: {
    sv: 'Den som utför insatsen bor enligt akten med den enskilde: från den första dag då båda gäller. Det är inte förbjudet, men syftet med insatsen kan motverkas, så det kräver en individuell riskbedömning. En bedömning som gjordes senast när personen började räcker om de bodde tillsammans då; en senare förklarar bristen och syns. Hushållet är det som senast antecknats; vad bedömningen säger avgör läsaren.',
    en: 'The performer of the measure lives with the person, as the file says: from the first day on which both hold. It is not forbidden, but may work against the purpose of the measure, so it calls for an individual risk assessment. One that was made by the day the performer began is enough if they lived together then; a later one explains the violation and stays visible. The household is the one that was recorded last; the reader judges what the assessment says.',
  },
  severity: 'medium',
  area: 'selfDetermination',
  step: 'execution',
  settledBy: ['IndividualRiskAssessed'],
  whatToDo: {
    sv: 'Gör en individuell riskbedömning: motverkas syftet med insatsen? Registrera bedömningen.',
    en: 'Make an individual risk assessment: does it work against the purpose of the measure? Record the assessment.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'guideline',
      document: REPORT_2022,
      quote: 'motverkas om insatsen utförs av en anhörig eller en person som den enskilde bor med',
    },
  ],
  violations: (file) =>
    inTwoRoles(
      file,
      (partyId, day) => householdOn(file, day)?.cohabits.includes(partyId) === true,
      (partyId) =>
        file
          .events('HouseholdRecorded')
          .filter(({ data }) => data.cohabits.includes(partyId))
          .map((event) => ({ event, day: householdCountsFrom(event) })),
    ),
  happened: ({ inputs: { beganOn, bothOn } }) =>
    bothOn === beganOn
      ? {
          sv: `Den som började utföra insatsen ${beganOn} bor med den enskilde.`,
          en: `The person who began to perform the measure on ${beganOn} lives with the person.`,
        }
      : {
          sv: `Den som utför insatsen sedan ${beganOn} bor med den enskilde, från ${bothOn}.`,
          en: `The person who performs the measure since ${beganOn} lives with the person, from ${bothOn}.`,
        },
  explained: {
    sv: 'En individuell riskbedömning gjordes i efterhand,',
    en: 'An individual risk assessment was made afterwards, on',
  },
  examples: [
    {
      name: 'somebody the person lives with begins to perform the measure: a violation on that day',
      given: [
        recorded('HouseholdRecorded', '2026-01-07', { cohabits: [exampleId('party')] }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'the day after: it stays',
      given: [
        recorded('HouseholdRecorded', '2026-01-07', { cohabits: [exampleId('party')] }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: ['violation'],
    },
    {
      name: 'the risk was assessed the day before: in order',
      given: [
        recorded('HouseholdRecorded', '2026-01-07', { cohabits: [exampleId('party')] }),
        recorded('IndividualRiskAssessed', '2026-03-15'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: [],
    },
    {
      name: 'the risk was assessed a week later: explained from then on',
      given: [
        recorded('HouseholdRecorded', '2026-01-07', { cohabits: [exampleId('party')] }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('IndividualRiskAssessed', '2026-03-23'),
      ],
      on: '2026-03-23',
      then: ['explained'],
    },
    {
      name: 'the performer moves in in May: a violation from that day',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('HouseholdRecorded', '2026-05-04', { cohabits: [exampleId('party')] }),
      ],
      on: '2026-05-04',
      then: ['violation'],
    },
    {
      name: 'the performer had stopped before moving in: in order',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('PerformerEnded', '2026-05-03'),
        recorded('HouseholdRecorded', '2026-05-04', { cohabits: [exampleId('party')] }),
      ],
      on: '2026-06-01',
      then: [],
    },
    {
      name: 'began on 1 January 2021, the first day of the rule: a violation',
      given: [
        recorded('HouseholdRecorded', '2020-01-07', { cohabits: [exampleId('party')] }),
        recorded('PerformerRecorded', '2021-01-01', { kind: 'relative' }),
      ],
      on: '2021-01-01',
      then: ['violation'],
    },
    {
      name: 'the person lives alone: it does not apply',
      given: [
        recorded('HouseholdRecorded', '2026-01-07'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: 'doesNotApply',
    },
  ],
});
