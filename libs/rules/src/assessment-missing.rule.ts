import {
  decisionContentOn,
  decisionVersions,
  investigationVersionOn,
  exampleId,
  investigationVersions,
  latest,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { investigationsBehind, type InvestigationBehind } from './investigations-behind';
import { versionsFrom, type DocumentVersion } from './lacks';
import { judgedByParts, missingParts } from './parts';
import { quality } from './quality';
import { REPORT_2022 } from './sources';
import { isStated } from './stated';

export const assessmentMissing = quality({
  id: 'assessment-missing',
  title: {
    sv: 'Individuell bedömning eller motivering saknas',
    en: 'Individual assessment or reasons missing',
  },
  reading: {
    sv: 'Vad systemet kan se av individuell bedömning och motivering, även vid beviljande: att utredningen bakom beslutet hade en bedömning den dag beslutet fattades, och att beslutet har motivering, minst en omständighet som avgjort och minst en bestämmelse. Anger beslutet en utredning är det den som prövas. En senare komplettering avhjälper bristen sent, och ger aldrig upphov till en. Om texterna handlar om den enskilde bedömer handläggaren eller granskaren. Det hör till hur beslutet fattades, så att ärendet avslutas tar ingenting tillbaka.',
    en: 'What the system can see of an individual assessment and reasons, in approvals too: the investigation behind the decision had an assessment on the day of the decision, and the decision has reasons, at least one decisive fact and at least one provision. If the decision names an investigation, that one is judged. A later completion meets the lack late, and never makes one. The case worker or the reviewer judges whether the texts are about this person. This belongs to how the decision was made, so the closing of the case does not end it.',
  },
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionChanged', 'DecisionCorrected', 'InvestigationRevised', 'InvestigationCompleted'],
  whatToDo: {
    sv: 'Skriv bedömningen i utredningen, eller ändra beslutet så att skäl, omständigheter och bestämmelser framgår.',
    en: 'Write the assessment in the investigation, or change the decision so that it states reasons, facts and provisions.',
  },
  versions: [
    {
      inForceFrom: '2018-07-01',
      authority: 'law',
      document: `FL (2017:900) 32 §; ${REPORT_2022}`,
      quote: 'saknades en individuell bedömning och motivering till beslutet',
    },
  ],
  documents: (file) =>
    file.things('decision').map((decision) => ({
      trigger: decision.created,
      isOfItsTime: true as const,
      versions: versionsOf(file, decision),
      judge: (day) => {
        const { reasons, decisiveFacts, provisions } = decisionContentOn(decision, day);
        return judgedByParts(decision.id, {
          assessmentStated: isAssessmentStated(file, decision, day),
          reasonsStated: isStated(reasons),
          decisiveFactsStated: decisiveFacts.some(isStated),
          provisionsStated: provisions.some(({ section }) => isStated(section)),
        });
      },
    })),
  phrases: ({ inputs }) => {
    const { sv, en } = missingParts(PARTS, inputs);
    return {
      lacks: { sv: `Beslutet saknar ${sv}`, en: `The decision lacks ${en}` },
      lacked: { sv: `Beslutet saknade ${sv}`, en: `The decision lacked ${en}` },
      supplied: { sv: 'Det kompletterades', en: 'It was supplied' },
      over: {
        sv: 'beslutet eller utredningen ändrades, och vad som saknas sedan dess är en egen brist',
        en: 'the decision or the investigation was changed, and what is missing since then is a gap of its own',
      },
      caveat: {
        sv: 'Systemet kontrollerar bara om fältet är ifyllt; om det handlar om den enskilde bedömer handläggaren eller granskaren.',
        en: 'The system only checks whether the field is filled in; the case worker or the reviewer judges whether it is about this person.',
      },
    };
  },
  examples: [
    {
      name: 'assessment, reasons, one fact and one provision: nothing is missing',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-03-02',
      then: [],
    },
    {
      name: 'an approval without reasons: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { reasons: undefined }),
      ],
      on: '2026-02-21',
      then: ['overdue'],
    },
    {
      name: 'no decisive fact: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { decisiveFacts: [] }),
      ],
      on: '2026-02-21',
      then: ['overdue'],
    },
    {
      name: 'no provision: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { provisions: [] }),
      ],
      on: '2026-02-21',
      then: ['overdue'],
    },
    {
      name: 'a rejection with an empty assessment: on its own day it is due',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: '  ' }),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: '2026-02-20',
      then: ['pending'],
    },
    {
      name: 'the decision changed a week later, with its reasons: late, and it stays late',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { reasons: undefined }),
        recorded('DecisionChanged', '2026-02-27'),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the assessment written a week after the decision: late, and it stays late',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: undefined }),
        recorded('DecisionMade', '2026-02-20'),
        recorded('InvestigationRevised', '2026-02-27'),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'changed with reasons, still without a decisive fact: what is missing now is a gap of its own',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { reasons: undefined, decisiveFacts: [] }),
        recorded('DecisionChanged', '2026-02-27', { decisiveFacts: [] }),
      ],
      on: '2026-09-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'the investigation was revised without its assessment after the decision: that makes no lack',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20'),
        recorded('InvestigationRevised', '2026-03-02', { assessment: undefined }),
      ],
      on: '2026-09-01',
      then: [],
    },
    {
      name: 'the decision names an investigation without assessment; an older one of the application has one: a gap',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('InvestigationOpened', '2026-01-13', { investigationId: exampleId('investigation', 2) }),
        recorded('InvestigationCompleted', '2026-02-02', {
          investigationId: exampleId('investigation', 2),
        }),
        recorded('InvestigationOpened', '2026-02-03'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: undefined }),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-21',
      then: ['overdue'],
    },
    {
      name: 'the named investigation was made after the decision: the assessment came late',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('InvestigationOpened', '2026-02-23'),
        recorded('InvestigationCompleted', '2026-03-02'),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the assessment is "-", the provision has no section: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: '-' }),
        recorded('DecisionMade', '2026-02-20', { provisions: [{ statute: '1993:387', section: '?' }] }),
      ],
      on: '2026-02-21',
      then: ['overdue'],
    },
    {
      name: 'decided on 1 July 2018, the first day of the rule, without reasons: a gap the day after',
      given: [
        recorded('InvestigationOpened', '2018-05-07'),
        recorded('InvestigationCompleted', '2018-06-18'),
        recorded('DecisionMade', '2018-07-01', { reasons: undefined }),
      ],
      on: '2018-07-02',
      then: ['overdue'],
    },
    {
      name: 'an application and no decision: it does not apply',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

const PARTS = {
  assessmentStated: { sv: 'en bedömning i utredningen', en: 'an assessment in the investigation' },
  reasonsStated: { sv: 'motivering', en: 'reasons' },
  decisiveFactsStated: { sv: 'omständigheter som avgjorde', en: 'a decisive fact' },
  provisionsStated: { sv: 'en bestämmelse som tillämpats', en: 'a provision that was applied' },
};

/**
 * The investigations whose assessment counts: the one that the decision names or, if it names none, those opened for its application. An
 * older one that the decision does not name says nothing of this decision.
 */
const investigationsJudged = (
  file: PersonalFile,
  decision: Thing<'decision'>,
): readonly InvestigationBehind[] => {
  const { investigationId } = decision.created.data;
  const behind = investigationsBehind(file, decision);
  return investigationId === null
    ? behind
    : behind.filter(({ investigation }) => investigation.id === investigationId);
};

/** Whether an assessment was there on the day of the decision, or was written later. What is written later never takes it away. */
const isAssessmentStated = (file: PersonalFile, decision: Thing<'decision'>, day: LocalDate): boolean => {
  const decidedOn = decision.created.occurredOn;
  return investigationsJudged(file, decision).some(({ investigation, from }) => {
    const atDecision = from <= decidedOn ? investigationVersionOn(investigation, decidedOn) : undefined;
    return (
      isStated(atDecision?.data.assessment) ||
      investigationVersions(investigation).some(
        ({ occurredOn, data }) =>
          latest(from, occurredOn) > decidedOn &&
          latest(from, occurredOn) <= day &&
          isStated(data.assessment),
      )
    );
  });
};

/** The later versions of the decision, and of the investigations judged. Those of one day are in the order of their ids. */
const versionsOf = (file: PersonalFile, decision: Thing<'decision'>): readonly DocumentVersion[] => {
  const madeOn = decision.created.occurredOn;
  const ofDecision = versionsFrom(madeOn, decisionVersions(decision).slice(1));
  const ofInvestigations = investigationsJudged(file, decision)
    .flatMap(({ investigation, from }) => versionsFrom(from, investigationVersions(investigation)))
    .filter(({ day }) => day > madeOn);
  return [...ofDecision, ...ofInvestigations].sort((a, b) =>
    `${a.day} ${a.event}` < `${b.day} ${b.event}` ? -1 : 1,
  );
};
