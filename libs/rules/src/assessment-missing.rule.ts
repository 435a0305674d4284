import {
  decisionContentOn,
  decisionVersions,
  investigationVersionOn,
  investigationVersions,
  latest,
  on,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { investigationsBehind } from './investigations-behind';
import { lacksIn, type Version } from './quality';
import type { Rule } from './rule';
import { REPORT_2022 } from './sources';
import { isStated, listed } from './stated';

export const assessmentMissing: Rule = {
  id: 'assessment-missing',
  title: {
    sv: 'Individuell bedömning eller motivering saknas',
    en: 'Individual assessment or reasons missing',
  },
  reading: {
    sv: 'Vad maskinen kan se av individuell bedömning och motivering, även vid beviljande: att utredningen bakom beslutet har en bedömning, och att beslutet har skäl, minst en omständighet som avgjort och minst en bestämmelse. Om de handlar om den enskilde bedömer läsaren. Det hör till hur beslutet fattades, så att ärendet avslutas tar ingenting tillbaka.',
    en: "What the machine can see of an individual assessment and reasons, in approvals too: that the investigation behind the decision holds an assessment, and that the decision holds reasons, at least one decisive fact and at least one provision. Whether they are about this person is the reader's judgement. It belongs to how the decision was made, so closing the case takes nothing back.",
  },
  severity: 'high',
  area: 'safety',
  step: 'decision',
  settledBy: ['DecisionChanged', 'DecisionCorrected', 'InvestigationRevised'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2018-07-01'),
      authority: 'law',
      source: {
        document: `FL (2017:900) 32 §; ${REPORT_2022}`,
        quote: 'saknades en individuell bedömning och motivering till beslutet',
      },
      parameters: {},
    },
  ],
  check: (file) =>
    file.things('decision').flatMap((decision) => {
      const made = decision.created;
      return lacksIn([{ trigger: made.id, arisesOn: made.occurredOn }], versionsOf(file, decision), (day) => {
        const { reasons, decisiveFacts, provisions } = decisionContentOn(decision, day);
        const parts = {
          assessmentStated: isAssessmentStated(file, decision, day),
          reasonsStated: isStated(reasons),
          decisiveFactsStated: decisiveFacts.some(isStated),
          provisionsStated: provisions.length > 0,
        };
        return { subject: decision.id, ...(Object.values(parts).includes(false) && { lacks: parts }) };
      }).map((lack) => ({ ...lack, caseId: made.caseId, kind: 'quality' }));
    }),
  text: ({ inputs: { assessmentStated, reasonsStated, decisiveFactsStated, provisionsStated } }) => ({
    sv: `Det här saknas: ${listed(
      [
        ...(assessmentStated ? [] : ['en bedömning i utredningen']),
        ...(reasonsStated ? [] : ['skäl i beslutet']),
        ...(decisiveFactsStated ? [] : ['omständigheter som avgjorde']),
        ...(provisionsStated ? [] : ['en bestämmelse som tillämpats']),
      ],
      'och',
    )}. Maskinen ser bara att något står där; om det handlar om den enskilde bedömer läsaren.`,
    en: `Not there: ${listed(
      [
        ...(assessmentStated ? [] : ['an assessment in the investigation']),
        ...(reasonsStated ? [] : ['reasons in the decision']),
        ...(decisiveFactsStated ? [] : ['a decisive fact']),
        ...(provisionsStated ? [] : ['a provision that was applied']),
      ],
      'and',
    )}. The machine sees only that something stands there; whether it is about this person is the reader's judgement.`,
  }),
  examples: [
    {
      name: 'assessment, reasons, one fact and one provision: nothing is lacking',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: on('2026-03-02'),
      then: [],
    },
    {
      name: 'an approval without reasons: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { reasons: undefined }),
      ],
      on: on('2026-02-21'),
      then: ['overdue'],
    },
    {
      name: 'no decisive fact: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { decisiveFacts: [] }),
      ],
      on: on('2026-02-21'),
      then: ['overdue'],
    },
    {
      name: 'no provision: a gap',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { provisions: [] }),
      ],
      on: on('2026-02-21'),
      then: ['overdue'],
    },
    {
      name: 'a rejection with an empty assessment: on its own day it is due',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: '  ' }),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      ],
      on: on('2026-02-20'),
      then: ['pending'],
    },
    {
      name: 'the decision changed a week later, with its reasons: late, for good',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { reasons: undefined }),
        recorded('DecisionChanged', '2026-02-27'),
      ],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'the assessment written a week after the decision: late, for good',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18', { assessment: undefined }),
        recorded('DecisionMade', '2026-02-20'),
        recorded('InvestigationRevised', '2026-02-27'),
      ],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'an application and no decision: it does not apply',
      given: [recorded('ApplicationReceived', '2026-01-12')],
      on: on('2026-03-02'),
      then: [],
      applies: false,
    },
  ],
};

const isAssessmentStated = (file: PersonalFile, decision: Thing<'decision'>, day: LocalDate): boolean =>
  investigationsBehind(file, decision).some(
    ({ investigation, from }) =>
      from <= day && isStated(investigationVersionOn(investigation, day)?.data.assessment),
  );

/** The days after the decision on which it, or an investigation behind it, came to read otherwise; on one day in the order of ids. */
const versionsOf = (file: PersonalFile, decision: Thing<'decision'>): readonly Version[] => {
  const madeOn = decision.created.occurredOn;
  const ofDecision = decisionVersions(decision)
    .slice(1)
    .map(({ id, occurredOn }) => ({ day: latest(madeOn, occurredOn), event: id }));
  const ofInvestigations = investigationsBehind(file, decision).flatMap(({ investigation, from }) =>
    investigationVersions(investigation).map(({ id, occurredOn }) => ({
      day: latest(from, occurredOn),
      event: id,
    })),
  );
  return [...ofDecision, ...ofInvestigations.filter(({ day }) => day > madeOn)].sort((a, b) =>
    `${a.day} ${a.event}` < `${b.day} ${b.event}` ? -1 : 1,
  );
};
