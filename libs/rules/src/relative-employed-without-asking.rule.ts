import { exampleId, latest, permittedBefore, recorded, type LocalTime } from '@rt/domain';
import { questionsAbout } from './employment-questions';
import { firstOf } from './first-of';
import { REPORT_2022 } from './sources';
import { violation } from './violation';

export const relativeEmployedWithoutAsking = violation({
  id: 'relative-employed-without-asking',
  title: {
    sv: 'Anhörig anställd utan att handläggaren tillfrågats',
    en: 'Relative employed without asking the case worker',
  },
  reading: {
    sv: 'Innan en anhörig börjar utföra insatsen frågar utföraren handläggaren. En fråga räknas för den anhöriga den gäller och för den beställning den anger; en fråga samma dag räknas som ställd före, om inte klockslag säger annat. Svaret på en fråga som ställts senare förklarar, och syns som sent; vad svaret blev är en annan regels sak.',
    en: 'Before a relative begins to perform the measure, the provider asks the case worker. A question counts for the relative it is about and for the order it names. A question of the same day counts as asked before, unless the times of day say otherwise. The answer to a question asked later explains the violation and stays visible as late. Another rule judges what the answer was.',
  },
  severity: 'high',
  area: 'safety',
  step: 'execution',
  settledBy: ['RelativeEmploymentAnswered'],
  whatToDo: {
    sv: 'Be utföraren ställa frågan, gör en individuell bedömning och svara.',
    en: 'Have the provider ask the question, assess it individually and answer it.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'contract',
      document: `Stadens avtal med utförare enligt ${REPORT_2022}`,
      quote: 'tillfråga handläggare innan anhörig anställs för utförandet',
    },
  ],
  violations: (file) =>
    file.things('performer').flatMap((performer) => {
      const began = performer.created;
      if (began.data.kind !== 'relative') return [];
      const questions = questionsAbout(file, performer);
      if (questions.some((question) => permittedBefore(question.created, began))) return [];
      const answers = questions.flatMap((question) =>
        question.since('RelativeEmploymentAnswered').map(({ id, occurredOn }) => ({
          id,
          day: latest(began.occurredOn, question.created.occurredOn, occurredOn),
        })),
      );
      return [
        {
          subject: performer.id,
          trigger: began,
          explainedOn: firstOf(answers.map(({ day }) => day)),
          facts: { beganOn: began.occurredOn },
          evidence: answers.map(({ id }) => id),
        },
      ];
    }),
  happened: ({ inputs: { beganOn } }) => ({
    sv: `En anhörig började utföra insatsen ${beganOn}. Ingen fråga till handläggaren var ställd före det.`,
    en: `A relative began to perform the measure on ${beganOn}. No question to the case worker had been asked before.`,
  }),
  explained: {
    sv: 'Frågan ställdes i efterhand och besvarades',
    en: 'The question was asked afterwards and answered on',
  },
  examples: [
    {
      name: 'asked the day before: in order',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-15'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-16',
      then: [],
    },
    {
      name: 'asked the same day: counts as before',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('RelativeEmploymentAsked', '2026-03-16'),
      ],
      on: '2026-03-16',
      then: [],
    },
    {
      name: 'began at nine, asked at ten: a violation',
      given: [
        recorded(
          'PerformerRecorded',
          '2026-03-16',
          { kind: 'relative' },
          { occurredTime: '09:00' as LocalTime },
        ),
        recorded('RelativeEmploymentAsked', '2026-03-16', {}, { occurredTime: '10:00' as LocalTime }),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'asked the day after: a violation',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('RelativeEmploymentAsked', '2026-03-17'),
      ],
      on: '2026-03-18',
      then: ['violation'],
    },
    {
      name: 'asked late and answered: explained from the answer on',
      given: [
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('RelativeEmploymentAsked', '2026-03-17'),
        recorded('RelativeEmploymentAnswered', '2026-03-25'),
      ],
      on: '2026-03-25',
      then: ['explained'],
    },
    {
      name: 'asked about another relative: a violation',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02', { partyId: exampleId('party', 2) }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'a performer from outside the family: it does not apply',
      given: [recorded('PerformerRecorded', '2026-03-16')],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});
