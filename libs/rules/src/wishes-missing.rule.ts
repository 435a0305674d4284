import { investigationVersionOn, investigationVersions, latest, on, recorded } from '@rt/domain';
import { lacksIn } from './quality';
import type { Rule } from './rule';
import { REPORT_2021, REPORT_2022 } from './sources';
import { isStated, listed } from './stated';

export const wishesMissing: Rule = {
  id: 'wishes-missing',
  title: {
    sv: 'Intressen, resurser eller önskemål saknas',
    en: 'Interests, resources or wishes missing',
  },
  reading: {
    sv: 'Intressen, resurser och önskemål finns i varje slutförd utredning. Att den enskilde inte uttrycker några önskemål är ett svar; ett tomt fält är inget. Det hör till hur ärendet utreddes, så att ärendet avslutas tar ingenting tillbaka.',
    en: 'Interests, resources and wishes stand in every completed investigation. That the person expresses no wishes is an answer; an empty field is none. It belongs to how the case was investigated, so closing the case takes nothing back.',
  },
  severity: 'medium',
  area: 'selfDetermination',
  step: 'investigation',
  settledBy: ['InvestigationRevised'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2019-01-01'),
      authority: 'guideline',
      source: {
        document: `${REPORT_2021}; så även ${REPORT_2022}`,
        quote:
          'När uppgifter om intressen, resurser och eventuella önskemål inklusive om den enskilde inte utrycker några önskemål framgår bidrar det till att ge en helhetsbild av den enskildes livssituation',
      },
      parameters: {},
    },
  ],
  check: (file) =>
    file.things('investigation').flatMap((investigation) => {
      const openedOn = investigation.created.occurredOn;
      const [first, ...others] = investigationVersions(investigation).map(({ id, occurredOn }) => ({
        day: latest(openedOn, occurredOn),
        event: id,
      }));
      if (!first) return [];
      return lacksIn([{ trigger: first.event, arisesOn: first.day }], others, (day) => {
        const content = investigationVersionOn(investigation, day)?.data;
        if (!content) return undefined;
        const parts = {
          interestsStated: isStated(content.interests),
          resourcesStated: isStated(content.resources),
          wishesStated: content.expressesNoWishes || isStated(content.wishes),
        };
        return { subject: investigation.id, ...(Object.values(parts).includes(false) && { lacks: parts }) };
      }).map((lack) => ({ ...lack, caseId: investigation.created.caseId, kind: 'quality' }));
    }),
  text: ({ inputs: { interestsStated, resourcesStated, wishesStated } }) => ({
    sv: `I utredningen saknas uppgift om den enskildes ${listed(
      [
        ...(interestsStated ? [] : ['intressen']),
        ...(resourcesStated ? [] : ['resurser']),
        ...(wishesStated ? [] : ['önskemål (eller att inga uttrycks)']),
      ],
      'och',
    )}.`,
    en: `The investigation says nothing of the person's ${listed(
      [
        ...(interestsStated ? [] : ['interests']),
        ...(resourcesStated ? [] : ['resources']),
        ...(wishesStated ? [] : ['wishes (or that none are expressed)']),
      ],
      'and',
    )}.`,
  }),
  examples: [
    {
      name: 'interests, resources and wishes are there: nothing is lacking',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
      ],
      on: on('2026-03-02'),
      then: [],
    },
    {
      name: '"expresses no wishes" is an answer: nothing is lacking',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { wishes: undefined, expressesNoWishes: true }),
      ],
      on: on('2026-03-02'),
      then: [],
    },
    {
      name: 'no wishes and no word of why: due on its own day',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { wishes: undefined }),
      ],
      on: on('2026-02-18'),
      then: ['pending'],
    },
    {
      name: 'no interests the day after: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { interests: '' }),
      ],
      on: on('2026-02-19'),
      then: ['overdue'],
    },
    {
      name: 'completed with resources a week later: late, for good',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { resources: undefined }),
        recorded('InvestigationRevised', '2026-02-25'),
      ],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'an investigation that is still going on: it does not apply',
      given: [recorded('InvestigationOpened', '2026-01-13')],
      on: on('2026-03-02'),
      then: [],
      applies: false,
    },
  ],
};
