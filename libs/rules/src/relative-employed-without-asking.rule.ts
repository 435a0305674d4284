import {
  exampleId,
  isRelative,
  latest,
  partyOn,
  permittedBefore,
  recorded,
  type EventOf,
  type LocalTime,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
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
    sv: 'Innan en anhörig börjar utföra insatsen frågar utföraren handläggaren. Anhörig är den som utföraren anger som anhörig, och den som är antecknad i nätverket som anhörig eller släkt: från början, eller från den dag uppgiften om personen ändrades. En fråga räknas för den anhöriga den gäller och för den beställning den anger; en fråga samma dag räknas som ställd före, om inte klockslag säger annat. Svaret på en fråga som ställts senare förklarar, och syns som sent; vad svaret blev är en annan regels sak.',
    en: 'Before a relative begins to perform the measure, the provider asks the case worker. A relative is who the provider states to be one, and who is recorded in the network as a relative or with a family relation: from the beginning, or from the day on which the details of the party changed. A question counts for the relative it is about and for the order it names. A question of the same day counts as asked before, unless the times of day say otherwise. The answer to a question asked later explains the violation and stays visible as late. Another rule judges what the answer was.',
  },
  severity: 'high',
  area: 'safety',
  step: 'execution',
  settledBy: ['RelativeEmploymentAnswered'],
  mayBeUnrecorded: ['RelativeEmploymentAsked'],
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
      const known = relativeSince(file, performer);
      if (!known) return [];
      const { occurredOn: since } = known;
      const questions = questionsAbout(file, performer);
      if (questions.some((question) => permittedBefore(question.created, known))) return [];
      const answers = questions.flatMap((question) =>
        question.since('RelativeEmploymentAnswered').map(({ id, occurredOn }) => ({
          id,
          day: latest(since, question.created.occurredOn, occurredOn),
        })),
      );
      const began = performer.created;
      return [
        {
          subject: performer.id,
          trigger: known,
          inCaseOf: began,
          explainedOn: firstOf(answers.map(({ day }) => day)),
          facts: {
            beganOn: began.occurredOn,
            isRecordedAsRelative: began.data.kind === 'relative',
            ...(since > began.occurredOn && { relativeSince: since }),
          },
          evidence: [...(known.id === began.id ? [] : [began.id]), ...answers.map(({ id }) => id)],
        },
      ];
    }),
  happened: ({ inputs: { beganOn, isRecordedAsRelative, relativeSince: since } }) =>
    since !== undefined
      ? {
          sv: `Den som utför insatsen sedan ${beganOn} är anhörig från ${since}. Ingen fråga till handläggaren var ställd före det.`,
          en: `The performer of the measure since ${beganOn} is a relative from ${since}. No question to the case worker had been asked before.`,
        }
      : {
          sv: `En anhörig började utföra insatsen ${beganOn}.${isRecordedAsRelative ? '' : ' Utföraren har angett något annat, men personen är antecknad som anhörig.'} Ingen fråga till handläggaren var ställd före det.`,
          en: `A relative began to perform the measure on ${beganOn}.${isRecordedAsRelative ? '' : ' The provider has stated otherwise, but the party is recorded as a relative.'} No question to the case worker had been asked before.`,
        },
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
      name: 'recorded as external, but the party is the brother: a violation from the start',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'sibling' }),
        recorded('PerformerRecorded', '2026-03-16'),
      ],
      on: '2026-03-16',
      then: ['violation'],
    },
    {
      name: 'external, and known as the brother only from April on: nothing the day before',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'none' }),
        recorded('PerformerRecorded', '2026-03-16'),
        recorded('PartyChanged', '2026-04-01', { kind: 'provider', relation: 'sibling' }),
      ],
      on: '2026-03-31',
      then: [],
    },
    {
      name: 'external, and the brother from April on: a violation from that day',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'none' }),
        recorded('PerformerRecorded', '2026-03-16'),
        recorded('PartyChanged', '2026-04-01', { kind: 'provider', relation: 'sibling' }),
      ],
      on: '2026-04-01',
      then: ['violation'],
    },
    {
      name: 'the performer ended before the party became a relative: nothing to ask',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'none' }),
        recorded('PerformerRecorded', '2026-03-16'),
        recorded('PerformerEnded', '2026-03-20'),
        recorded('PartyChanged', '2026-04-01', { kind: 'relative', relation: 'spouse' }),
      ],
      on: '2026-05-01',
      then: [],
    },
    {
      name: 'the day after the employment began, never asked: still a violation',
      given: [recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' })],
      on: '2026-03-17',
      then: ['violation'],
    },
    {
      name: 'employed on 1 January 2021, the first day of the rule, never asked: a violation',
      given: [recorded('PerformerRecorded', '2021-01-01', { kind: 'relative' })],
      on: '2021-01-01',
      then: ['violation'],
    },
    {
      name: 'a performer from outside the family: it does not apply',
      given: [
        recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'none' }),
        recorded('PerformerRecorded', '2026-03-16'),
      ],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});

/**
 * The event from which the performer is a relative: the start, if the provider says so or if the party was one that day, otherwise the first
 * change of the party that says so while the performer works. A change on the day of the start counts as the start.
 */
const relativeSince = (
  file: PersonalFile,
  performer: Thing<'performer'>,
): Recorded<EventOf<'PerformerRecorded' | 'PartyChanged'>> | undefined => {
  const began = performer.created;
  const party = file.get('party', began.data.partyId);
  if (began.data.kind === 'relative' || (party && isRelative(partyOn(party, began.occurredOn)))) return began;
  const ended = firstOf(performer.since('PerformerEnded').map(({ occurredOn }) => occurredOn));
  return party
    ?.since('PartyChanged')
    .find(
      ({ occurredOn, data }) =>
        occurredOn > began.occurredOn && (ended === undefined || occurredOn <= ended) && isRelative(data),
    );
};
