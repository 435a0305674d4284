import {
  addMonths,
  exampleId,
  recorded,
  type InvestigationCompleted,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { months } from './amounts';
import { investigationsBehind } from './investigations-behind';
import { REPORT_2022, underBothActs } from './sources';
import { violation } from './violation';

export const decisionWithoutCurrentInvestigation = violation({
  id: 'decision-without-current-investigation',
  title: { sv: 'Beslut utan aktuell utredning', en: 'Decision without a current investigation' },
  reading: ({ investigationMonthsMax }) => ({
    sv: `Ett beslut vilar på en utredning som slutförts senast den dagen, inte före ansökan och högst ${months(investigationMonthsMax).sv} tidigare: den som beslutet anger, eller en som inletts på beslutets ansökan. Att beslutet anger en utredning räcker inte: gäller den en annan ansökan om en annan insats ligger den inte bakom beslutet. Ansökan och utredning samma dag räknas i den ordningen. En komplettering slutför ingenting på nytt. Att det ska finnas en utredning är lag; ingen källa anger hur gammal den får vara.`,
    en: `A decision rests on an investigation that was completed by that day, not before the application and at most ${months(investigationMonthsMax).en} earlier: the one it names, or one opened on its application. That the decision names it is not enough: an investigation of another application for another measure is not behind the decision. If application and investigation have the same day, the application counts as first. A revision does not complete the investigation again. That there must be an investigation is law; no source says how old it may be.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'decision',
  settledBy: ['GapAcknowledged'],
  mayBeUnrecorded: ['InvestigationCompleted'],
  whatToDo: {
    sv: 'Kvittera bristen och skriv varför beslutet fattades utan aktuell utredning. Inled en utredning om underlaget inte räcker.',
    en: 'Acknowledge the gap and write why the decision was made without a current investigation. Open an investigation if the basis is not enough.',
  },
  versions: underBothActs({
    inForceFrom: '2018-07-01',
    authority: 'law',
    oldAct: `FL (2017:900) 23 §, SoL (2001:453) 11 kap. 5 §; ${REPORT_2022}`,
    newAct: `FL (2017:900) 23 §, SoL (2025:400) 14 kap. 3 §; ${REPORT_2022}`,
    quote: 'aktuell DUR-utredning ska finnas som underlag till beslut',
    parameters: { investigationMonthsMax: 12 },
    parameterAuthority: 'default',
  }),
  violations: (file, { parametersOn }) =>
    file.things('decision').flatMap((decision) => {
      const made = decision.created;
      const decidedOn = made.occurredOn;
      const { investigationMonthsMax } = parametersOn(decidedOn);
      const seen = lastCompletion(file, decision);
      if (
        seen?.isAfterApplication &&
        addMonths(seen.completed.occurredOn, investigationMonthsMax) >= decidedOn
      )
        return [];
      const { completed, isAfterApplication } = seen ?? {};
      return [
        {
          subject: decision.id,
          trigger: made,
          facts: {
            decidedOn,
            ...(completed && {
              completedOn: completed.occurredOn,
              isAfterApplication: isAfterApplication === true,
            }),
          },
          evidence: completed ? [completed.id] : [],
        },
      ];
    }),
  happened: ({ inputs: { decidedOn, investigationMonthsMax, completedOn, isAfterApplication } }) =>
    completedOn === undefined
      ? {
          sv: `Beslutet fattades ${decidedOn} utan slutförd utredning som underlag.`,
          en: `The decision was made on ${decidedOn}; no investigation behind it had been completed.`,
        }
      : isAfterApplication
        ? {
            sv: `Beslutet fattades ${decidedOn}. Utredningen slutfördes ${completedOn}, mer än ${months(investigationMonthsMax).sv} tidigare.`,
            en: `The decision was made on ${decidedOn}. The investigation was completed on ${completedOn}, more than ${months(investigationMonthsMax).en} earlier.`,
          }
        : {
            sv: `Beslutet fattades ${decidedOn}. Utredningen slutfördes ${completedOn}, före ansökan.`,
            en: `The decision was made on ${decidedOn}. The investigation was completed on ${completedOn}, before the application.`,
          },
  examples: [
    {
      name: 'completed on the day of the decision: a current investigation',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-20'),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'completed twelve months earlier to the day: current',
      given: [
        recorded('InvestigationOpened', '2025-01-13', { applicationId: null }),
        recorded('InvestigationCompleted', '2025-02-20'),
        recorded('DecisionMade', '2026-02-20', { applicationId: null }),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'completed twelve months and a day earlier: a violation',
      given: [
        recorded('InvestigationOpened', '2025-01-13', { applicationId: null }),
        recorded('InvestigationCompleted', '2025-02-19'),
        recorded('DecisionMade', '2026-02-20', { applicationId: null }),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'completed the day after the decision: a violation',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('DecisionMade', '2026-02-20'),
        recorded('InvestigationCompleted', '2026-02-21'),
      ],
      on: '2026-02-21',
      then: ['violation'],
    },
    {
      name: 'completed before the application: a violation',
      given: [
        recorded('InvestigationOpened', '2025-11-03', { applicationId: null }),
        recorded('InvestigationCompleted', '2025-12-01'),
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'the decision names none, but one was opened on its application: current',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20', { investigationId: null }),
      ],
      on: '2026-02-20',
      then: [],
    },
    {
      name: 'an investigation of something else: a violation, under the older act in 2021',
      given: [
        recorded('ApplicationReceived', '2021-01-11'),
        recorded('InvestigationOpened', '2021-01-12', { applicationId: exampleId('application', 2) }),
        recorded('InvestigationCompleted', '2021-02-08'),
        recorded('DecisionMade', '2021-02-10', { investigationId: null }),
      ],
      on: '2021-12-31',
      then: ['violation'],
    },
    {
      name: 'the decision names an investigation of another application, about another measure: a violation',
      given: [
        recorded('ApplicationReceived', '2026-01-12'),
        recorded('ApplicationReceived', '2026-01-12', {
          applicationId: exampleId('application', 2),
          measure: 'kontaktperson',
        }),
        recorded('InvestigationOpened', '2026-01-13', { applicationId: exampleId('application', 2) }),
        recorded('InvestigationCompleted', '2026-02-18'),
        recorded('DecisionMade', '2026-02-20'),
      ],
      on: '2026-02-20',
      then: ['violation'],
    },
    {
      name: 'decided on 1 July 2018, the first day of the older act, without an investigation: a violation',
      given: [recorded('DecisionMade', '2018-07-01')],
      on: '2018-07-01',
      then: ['violation'],
    },
    {
      name: 'decided on 30 June 2025, the last day under the older act, without an investigation: a violation',
      given: [recorded('DecisionMade', '2025-06-30')],
      on: '2025-06-30',
      then: ['violation'],
    },
    {
      name: 'decided on 1 July 2025, the first day of the new act, without an investigation: a violation',
      given: [recorded('DecisionMade', '2025-07-01')],
      on: '2025-07-01',
      then: ['violation'],
    },
    {
      name: 'an investigation and no decision: it does not apply',
      given: [
        recorded('InvestigationOpened', '2026-01-13'),
        recorded('InvestigationCompleted', '2026-02-18'),
      ],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

interface Completion {
  readonly completed: Recorded<InvestigationCompleted>;
  readonly isAfterApplication: boolean;
}

/** The last completion of an investigation behind the decision, by the day of the decision. A completion after the application is preferred. */
const lastCompletion = (file: PersonalFile, decision: Thing<'decision'>): Completion | undefined => {
  const decidedOn = decision.created.occurredOn;
  let found: Completion | undefined;
  for (const { investigation, from } of investigationsBehind(file, decision)) {
    if (from > decidedOn) continue;
    const completed = investigation
      .since('InvestigationCompleted')
      .findLast((event) => event.occurredOn <= decidedOn);
    if (!completed) continue;
    const appliedOn = applicationDay(file, decision, investigation);
    const isAfterApplication = appliedOn === undefined || completed.occurredOn >= appliedOn;
    if (
      !found ||
      (isAfterApplication && !found.isAfterApplication) ||
      (isAfterApplication === found.isAfterApplication && completed.occurredOn > found.completed.occurredOn)
    )
      found = { completed, isAfterApplication };
  }
  return found;
};

/**
 * The day of the application that the decision answers. Without one: the day of the application that was investigated. Only an
 * application received by the day of the decision counts.
 */
const applicationDay = (
  file: PersonalFile,
  { created }: Thing<'decision'>,
  investigation: Thing<'investigation'>,
): LocalDate | undefined => {
  const days = [created.data.applicationId, investigation.created.data.applicationId]
    .map((id) => file.get('application', id)?.created.occurredOn)
    .filter((day) => day !== undefined && day <= created.occurredOn);
  return days[0];
};
