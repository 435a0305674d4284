import { investigationVersionOn, investigationVersions, recorded } from '@rt/domain';
import { versionsFrom } from './lacks';
import { judgedByParts, missingParts } from './parts';
import { quality } from './quality';
import { REPORT_2021, REPORT_2022 } from './sources';
import { isStated } from './stated';

export const wishesMissing = quality({
  id: 'wishes-missing',
  title: {
    sv: 'Intressen, resurser eller önskemål saknas',
    en: 'Interests, resources or wishes missing',
  },
  reading: {
    sv: 'Intressen, resurser och önskemål finns i varje slutförd utredning. Att den enskilde inte uttrycker några önskemål är ett svar; ett tomt fält är inget. Det hör till hur ärendet utreddes, så att ärendet avslutas tar ingenting tillbaka.',
    en: 'Every completed investigation states interests, resources and wishes. That the person expresses no wishes is an answer; an empty field is not. This belongs to how the case was investigated, so the closing of the case does not end it.',
  },
  severity: 'medium',
  area: 'selfDetermination',
  step: 'investigation',
  settledBy: ['InvestigationRevised'],
  whatToDo: {
    sv: 'Fråga den enskilde och komplettera utredningen, eller anteckna att inga önskemål uttrycks.',
    en: 'Ask the person and complete the investigation, or record that no wishes are expressed.',
  },
  versions: [
    {
      inForceFrom: '2019-01-01',
      authority: 'guideline',
      document: `${REPORT_2021}; så även ${REPORT_2022}`,
      quote:
        'När uppgifter om intressen, resurser och eventuella önskemål inklusive om den enskilde inte utrycker några önskemål framgår bidrar det till att ge en helhetsbild av den enskildes livssituation',
    },
  ],
  documents: (file) =>
    file.things('investigation').flatMap((investigation) => {
      const events = investigationVersions(investigation);
      const [first, ...others] = versionsFrom(investigation.created.occurredOn, events);
      if (!events[0] || !first) return [];
      return [
        {
          trigger: events[0],
          arisesOn: first.day,
          isOfItsTime: true as const,
          versions: others,
          judge: (day) => {
            const content = investigationVersionOn(investigation, day)?.data;
            return (
              content &&
              judgedByParts(investigation.id, {
                interestsStated: isStated(content.interests),
                resourcesStated: isStated(content.resources),
                wishesStated: content.expressesNoWishes || isStated(content.wishes),
              })
            );
          },
        },
      ];
    }),
  phrases: ({ inputs }) => {
    const { sv, en } = missingParts(PARTS, inputs);
    return {
      lacks: {
        sv: `I utredningen saknas uppgift om den enskildes ${sv}`,
        en: `The investigation says nothing of the person's ${en}`,
      },
      lacked: {
        sv: `I utredningen saknades uppgift om den enskildes ${sv}`,
        en: `The investigation said nothing of the person's ${en}`,
      },
      supplied: { sv: 'Utredningen kompletterades', en: 'The investigation was completed' },
      over: {
        sv: 'utredningen ändrades, och vad som saknas sedan dess är en egen brist',
        en: 'the investigation was revised, and what is missing since then is a gap of its own',
      },
    };
  },
  examples: [
    {
      name: 'interests, resources and wishes are there: nothing is missing',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
      ],
      on: '2026-03-02',
      then: [],
    },
    {
      name: '"expresses no wishes" is an answer: nothing is missing',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { wishes: undefined, expressesNoWishes: true }),
      ],
      on: '2026-03-02',
      then: [],
    },
    {
      name: 'no wishes and no statement that none are expressed: due on its own day',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { wishes: undefined }),
      ],
      on: '2026-02-18',
      then: ['pending'],
    },
    {
      name: 'no interests the day after: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { interests: '' }),
      ],
      on: '2026-02-19',
      then: ['overdue'],
    },
    {
      name: 'resources added a week later: late, and it stays late',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { resources: undefined }),
        recorded('InvestigationRevised', '2026-02-25'),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'revised with interests, still without resources: what is missing now is a gap of its own',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { interests: undefined, resources: undefined }),
        recorded('InvestigationRevised', '2026-02-25', { resources: undefined }),
      ],
      on: '2026-09-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'completed on 1 January 2019, the first day of the rule, without wishes: a gap the day after',
      given: [
        recorded('InvestigationOpened', '2018-11-05'),
        recorded('InvestigationCompleted', '2019-01-01', { wishes: undefined }),
      ],
      on: '2019-01-02',
      then: ['overdue'],
    },
    {
      name: 'an investigation that is still going on: it does not apply',
      given: [recorded('InvestigationOpened', '2026-01-13')],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

const PARTS = {
  interestsStated: { sv: 'intressen', en: 'interests' },
  resourcesStated: { sv: 'resurser', en: 'resources' },
  wishesStated: { sv: 'önskemål (eller att inga uttrycks)', en: 'wishes (or that none are expressed)' },
};
