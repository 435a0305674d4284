import { exampleId, latest, recorded, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';
import { questionsAbout } from './employment-questions';
import { firstOf } from './first-of';
import { REPORT_2022 } from './sources';
import { violation } from './violation';

export const relativeEmployedDespiteNo = violation({
  id: 'relative-employed-despite-no',
  title: { sv: 'Anhörig anställd trots nej', en: 'Relative employed despite a no' },
  reading: {
    sv: 'Utföraren har frågat om en anhörig får anställas, handläggaren har svarat nej, och personen utför ändå insatsen. Det senaste svaret räknas, om det gavs senast den dag personen började; kom nejet senare, medan personen utför insatsen, gäller det från den dagen. Bristen är förklarad när personen har slutat eller svaret har ändrats till ja. Skälen i svaret prövas inte.',
    en: 'The provider asked whether a relative may be employed, the case worker answered no, and the person performs the measure all the same. The last answer counts, if it was given by the day the person began; if the no came later, while the person performs the measure, it counts from that day. The violation is explained when the person has stopped, or when the answer has been changed to yes. The reasons of the answer are not judged.',
  },
  severity: 'high',
  area: 'safety',
  step: 'execution',
  settledBy: ['PerformerEnded', 'RelativeEmploymentAnswered'],
  whatToDo: {
    sv: 'Kontakta utföraren: en annan person ska utföra insatsen. Registrera när den anhöriga har slutat.',
    en: 'Contact the provider: another person is to perform the measure. Record when the relative has stopped.',
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
      const answers = answersAbout(file, performer);
      const endedOn = firstOf(performer.since('PerformerEnded').map(({ occurredOn }) => occurredOn));
      const before = answers.findLast(({ day }) => day <= began.occurredOn);
      const no =
        before?.isNo === true
          ? { day: began.occurredOn }
          : answers.find(
              ({ day, isNo }) => isNo && day > began.occurredOn && (endedOn === undefined || day <= endedOn),
            );
      if (!no) return [];
      const yes = answers.find(({ day, isNo }) => !isNo && day > no.day);
      const explainedOn = firstOf([endedOn, yes?.day]);
      return [
        {
          subject: performer.id,
          trigger: { ...began, occurredOn: no.day },
          explainedOn: explainedOn && latest(no.day, explainedOn),
          facts: { beganOn: began.occurredOn, noOn: before?.isNo === true ? before.day : no.day },
          evidence: answers.map(({ id }) => id),
        },
      ];
    }),
  happened: ({ inputs: { beganOn, noOn } }) => ({
    sv: `Den anhöriga började utföra insatsen ${beganOn}. Handläggaren svarade nej ${noOn}.`,
    en: `The relative began to perform the measure on ${beganOn}. The case worker answered no on ${noOn}.`,
  }),
  explained: {
    sv: 'Det upphörde, genom att personen slutade eller svaret ändrades,',
    en: 'It ceased, because the person stopped or the answer was changed, on',
  },
  examples: [
    {
      name: 'answered no the day before the start: a violation from the start',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('RelativeEmploymentAnswered', '2026-03-15', { answer: 'no' }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'the day after: it stays',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('RelativeEmploymentAnswered', '2026-03-15', { answer: 'no' }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: ['violation'],
    },
    {
      name: 'answered yes: in order',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('RelativeEmploymentAnswered', '2026-03-15'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: [],
    },
    {
      name: 'answered no a week after the start: a violation from the answer',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('RelativeEmploymentAnswered', '2026-03-23', { answer: 'no' }),
      ],
      on: '2026-03-23',
      then: ['violation'],
    },
    {
      name: 'stopped two weeks later: explained from then on',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('RelativeEmploymentAnswered', '2026-03-15', { answer: 'no' }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
        recorded('PerformerEnded', '2026-03-30'),
      ],
      on: '2026-03-30',
      then: ['explained'],
    },
    {
      name: 'no about another relative: in order here',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02', { partyId: exampleId('party', 2) }),
        recorded('RelativeEmploymentAnswered', '2026-03-15', { answer: 'no' }),
        recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
      ],
      on: '2026-03-17',
      then: [],
    },
    {
      name: 'began on 1 January 2021, the first day of the rule, after a no: a violation',
      given: [
        recorded('RelativeEmploymentAsked', '2020-12-07'),
        recorded('RelativeEmploymentAnswered', '2020-12-14', { answer: 'no' }),
        recorded('PerformerRecorded', '2021-01-01', { kind: 'relative' }),
      ],
      on: '2021-01-01',
      then: ['violation'],
    },
    {
      name: 'asked and answered no, and nobody performs the measure: it does not apply',
      given: [
        recorded('RelativeEmploymentAsked', '2026-03-02'),
        recorded('RelativeEmploymentAnswered', '2026-03-15', { answer: 'no' }),
      ],
      on: '2026-03-17',
      then: 'doesNotApply',
    },
  ],
});

interface Answer {
  readonly id: Thing<'question'>['created']['id'];
  readonly day: LocalDate;
  readonly isNo: boolean;
}

/** The answers about a performer, oldest first. Of answers to several questions on one day, a no counts. */
const answersAbout = (file: PersonalFile, performer: Thing<'performer'>): readonly Answer[] =>
  questionsAbout(file, performer)
    .flatMap((question) =>
      question.since('RelativeEmploymentAnswered').map(({ id, occurredOn, data }) => ({
        id,
        day: latest(question.created.occurredOn, occurredOn),
        isNo: data.answer === 'no',
      })),
    )
    .sort((a, b) =>
      a.day === b.day ? Number(a.isNo) - Number(b.isNo) || (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    );
