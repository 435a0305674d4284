import {
  exampleId,
  recorded,
  representativeBeginsOn,
  representativeInForce,
  type LocalDate,
} from '@rt/domain';
import { REPORT_2022 } from './sources';
import { inTwoRoles } from './two-roles';
import { violation } from './violation';

export const relativePerformerAndRepresentative = violation({
  id: 'relative-performer-and-representative',
  title: {
    sv: 'Samma person utför insatsen och företräder den enskilde',
    en: 'The same person performs the measure and represents the person',
  },
  reading: {
    sv: 'Den som utför insatsen är samtidigt god man, förvaltare, vårdnadshavare eller ombud för den enskilde: från den första dag då båda gäller. Det är inte förbjudet, men kräver en individuell riskbedömning. En bedömning som gjordes senast när personen började räcker om företrädarskapet fanns då; en senare förklarar bristen och syns. Samma person måste vara antecknad som en och samma i akten. Vad bedömningen säger avgör läsaren.',
    en: 'The performer of the measure is at the same time a guardian, administrator, custodian or holder of a power of attorney of the person: from the first day on which both hold. It is not forbidden, but calls for an individual risk assessment. One that was made by the day the performer began is enough if the representation existed then; a later one explains the violation and stays visible. The performer must be recorded as one and the same party in the file. The reader judges what the assessment says.',
  },
  severity: 'high',
  area: 'selfDetermination',
  step: 'execution',
  settledBy: ['IndividualRiskAssessed'],
  whatToDo: {
    sv: 'Gör en individuell riskbedömning: kommer den enskildes egen vilja fram? Registrera bedömningen.',
    en: 'Make an individual risk assessment: does the person’s own will come through? Record the assessment.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'guideline',
      document: REPORT_2022,
      quote:
        'särskilt om samma person dessutom företräder och för den enskildes talan. Individuella bedömningar behöver göras i varje ärende.',
    },
  ],
  violations: (file) => {
    const representatives = file.things('representative');
    return inTwoRoles(
      file,
      (partyId, day) =>
        representatives.some(
          (each) => each.created.data.partyId === partyId && representativeInForce(file, each, day),
        ),
      (partyId) =>
        representatives
          .filter(({ created }) => created.data.partyId === partyId)
          .map((each) => ({ event: each.created, day: representativeBeginsOn(each) })),
    );
  },
  happened: ({ inputs: { beganOn, bothOn } }) =>
    bothOn === beganOn
      ? {
          sv: `Den som började utföra insatsen ${beganOn} företräder också den enskilde.`,
          en: `The person who began to perform the measure on ${beganOn} also represents the person.`,
        }
      : {
          sv: `Den som utför insatsen sedan ${beganOn} företräder också den enskilde, från ${bothOn}.`,
          en: `The person who performs the measure since ${beganOn} also represents the person, from ${bothOn}.`,
        },
  explained: {
    sv: 'En individuell riskbedömning gjordes i efterhand,',
    en: 'An individual risk assessment was made afterwards, on',
  },
  examples: [
    {
      name: 'the guardian begins to perform the measure: a violation on that day',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'the day after: it stays',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: ['violation'],
    },
    {
      name: 'the risk was assessed on the day of the start: in order',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('IndividualRiskAssessed', '2026-03-16'),
      ],
      on: '2026-03-17',
      then: [],
    },
    {
      name: 'the risk was assessed the day after: explained from then on',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('IndividualRiskAssessed', '2026-03-17'),
      ],
      on: '2026-03-17',
      then: ['explained'],
    },
    {
      name: 'the performer becomes the guardian in May: a violation from that day',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('RepresentativeRegistered', '2026-05-04', { validFrom: '2026-05-04' as LocalDate }),
      ],
      on: '2026-05-04',
      then: ['violation'],
    },
    {
      name: 'the representation ended the day before the start: in order',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07'),
        recorded('RepresentativeEnded', '2026-03-15'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: [],
    },
    {
      name: 'began on 1 January 2021, the first day of the rule: a violation',
      given: [
        recorded('RepresentativeRegistered', '2020-01-07'),
        recorded('PerformerRecorded', '2021-01-01', { kind: 'relative' }),
      ],
      on: '2021-01-01',
      then: ['violation'],
    },
    {
      name: 'the guardian is somebody else: it does not apply',
      given: [
        recorded('RepresentativeRegistered', '2026-01-07', { partyId: exampleId('party', 2) }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: 'doesNotApply',
    },
  ],
});
