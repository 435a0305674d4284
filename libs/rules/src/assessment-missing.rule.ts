import {
  decisionContentOn,
  decisionVersions,
  investigationVersionOn,
  investigationVersions,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { investigationsBehind } from './investigations-behind';
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
    sv: 'Vad maskinen kan se av individuell bedömning och motivering, även vid beviljande: att utredningen bakom beslutet har en bedömning, och att beslutet har skäl, minst en omständighet som avgjort och minst en bestämmelse. Om de handlar om den enskilde bedömer läsaren. Det hör till hur beslutet fattades, så att ärendet avslutas tar ingenting tillbaka.',
    en: 'What the machine can see of an individual assessment and reasons, in approvals too: the investigation behind the decision has an assessment, and the decision has reasons, at least one decisive fact and at least one provision. The reader judges whether they are about this person. This belongs to how the decision was made, so the closing of the case does not end it.',
  },
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionChanged', 'DecisionCorrected', 'InvestigationRevised'],
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
          provisionsStated: provisions.length > 0,
        });
      },
    })),
  phrases: ({ inputs }) => {
    const { sv, en } = missingParts(PARTS, inputs);
    return {
      lacks: { sv: `Till beslutet saknas ${sv}`, en: `The decision lacks ${en}` },
      lacked: { sv: `Till beslutet saknades ${sv}`, en: `The decision lacked ${en}` },
      supplied: { sv: 'Det kompletterades', en: 'It was supplied' },
      over: {
        sv: 'beslutet eller utredningen ändrades, och vad som saknas sedan dess är en egen brist',
        en: 'the decision or the investigation was changed, and what is missing since then is a gap of its own',
      },
      caveat: {
        sv: 'Maskinen ser bara att något står där; om det handlar om den enskilde bedömer läsaren.',
        en: 'The machine only sees that something is written there; the reader judges whether it is about this person.',
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
      name: 'an application and no decision: it does not apply',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

const PARTS = {
  assessmentStated: { sv: 'en bedömning i utredningen', en: 'an assessment in the investigation' },
  reasonsStated: { sv: 'skäl', en: 'reasons' },
  decisiveFactsStated: { sv: 'omständigheter som avgjorde', en: 'a decisive fact' },
  provisionsStated: { sv: 'en bestämmelse som tillämpats', en: 'a provision that was applied' },
};

const isAssessmentStated = (file: PersonalFile, decision: Thing<'decision'>, day: LocalDate): boolean =>
  investigationsBehind(file, decision).some(
    ({ investigation, from }) =>
      from <= day && isStated(investigationVersionOn(investigation, day)?.data.assessment),
  );

/** The later versions of the decision and of the investigations behind it. Those of one day are in the order of their ids. */
const versionsOf = (file: PersonalFile, decision: Thing<'decision'>): readonly DocumentVersion[] => {
  const madeOn = decision.created.occurredOn;
  const ofDecision = versionsFrom(madeOn, decisionVersions(decision).slice(1));
  const ofInvestigations = investigationsBehind(file, decision)
    .flatMap(({ investigation, from }) => versionsFrom(from, investigationVersions(investigation)))
    .filter(({ day }) => day > madeOn);
  return [...ofDecision, ...ofInvestigations].sort((a, b) =>
    `${a.day} ${a.event}` < `${b.day} ${b.event}` ? -1 : 1,
  );
};
