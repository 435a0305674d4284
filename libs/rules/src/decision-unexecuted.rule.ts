import { latest, recorded, type LocalDate, type PersonalFile } from '@rt/domain';
import { months } from './amounts';
import { deadline, type Duty } from './deadline';
import { firstOf } from './first-of';
import { onceOpen } from './once-open';
import { underBothActs } from './sources';
import { statutoryMonthsAfter } from './statutory-time';
import { beforeExecution, type UnexecutedSpan } from './unexecuted-spans';

export const decisionUnexecuted = deadline({
  id: 'decision-unexecuted',
  title: { sv: 'Ej verkställt beslut – ska rapporteras', en: 'Decision not carried out: to be reported' },
  reading: ({ executionMonthsMax }) => ({
    sv: `Det som har beviljats verkställs inom ${months(executionMonthsMax).sv} från dagen för beslutet; annars ska beslutet rapporteras, vilket en egen regel bevakar. Samma datum, flyttat till nästa vardag (lag 1930:173). Ett delavslag är också ett gynnande beslut, och varje beslut har sin egen verkställighet, också ett som förlänger ett annat. Kravet upphör när beslutet ändras till avslag, när den beviljade tiden har gått ut eller när ärendet avslutas. Har den enskilde bett om uppskov räknas tiden från den dag som uppskovet gäller till; är ingen dag angiven upphör kravet. Insatsens första dag enligt beslutet flyttar inte tiden: lagen räknar från beslutet.`,
    en: `What was granted is carried out within ${months(executionMonthsMax).en} of the day of the decision; otherwise the decision is to be reported, which a rule of its own checks. The same date, moved to the next weekday (lag 1930:173). A partial rejection grants something too, and every decision has an execution of its own, also one that renews another. The duty ends when the decision is changed into a rejection, when the granted time has run out, or when the case closes. If the person asked to postpone it, the time counts from the day until which it is postponed; if no day is stated, the duty ends. The first day of the measure by the decision does not move the time: the law counts from the decision.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'execution',
  settledBy: ['ExecutionStarted'],
  remindsOf: 'start',
  whatToDo: {
    sv: 'Ta reda på varför insatsen inte har börjat och erbjud den på nytt. Har den börjat: registrera verkställigheten med rätt dag.',
    en: 'Find out why the measure has not begun, and offer it again. If it has begun: record the execution with the right day.',
  },
  versions: underBothActs({
    inForceFrom: '2008-07-01',
    authority: 'law',
    oldAct: 'LSS 27 och 28 f §§, SoL (2001:453) 16 kap. 3 och 6 f §§',
    newAct: 'LSS 27 och 28 f §§, SoL (2025:400) 34 kap. 1 § och 35 kap. 5 §',
    quote:
      'rapportera alla gynnande nämndbeslut enligt 9 § som inte har verkställts inom tre månader från dagen för beslutet',
    parameters: { executionMonthsMax: 3 },
    parameterAuthority: 'law',
  }),
  duties: (file) => beforeExecution(file).flatMap((span) => withPostponements(file, span)),
  dueOn: (from, { executionMonthsMax }) => statutoryMonthsAfter(from, executionMonthsMax),
  phrases: ({ inputs: { grantedOn, postponedTo, executionMonthsMax } }) => ({
    background: postponedTo
      ? {
          sv: `Insatsen beviljades ${grantedOn} och sköts på den enskildes begäran upp till ${postponedTo}.`,
          en: `The measure was granted on ${grantedOn} and postponed until ${postponedTo} at the person’s request.`,
        }
      : { sv: `Insatsen beviljades ${grantedOn}.`, en: `The measure was granted on ${grantedOn}.` },
    backgroundOn: postponedTo ?? grantedOn,
    within: months(executionMonthsMax),
    owed: { sv: 'Den ska ha verkställts', en: 'It is to be carried out' },
    missed: { sv: 'Den skulle ha verkställts', en: 'It was to be carried out' },
    met: { sv: 'Den verkställdes', en: 'It was carried out' },
    over: { sv: 'behöver den inte verkställas', en: 'it need not be carried out' },
  }),
  examples: [
    {
      name: 'three months to the day, not carried out: in time',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-05-20',
      then: ['pending'],
    },
    {
      name: 'three months and a day, not carried out: a gap',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-05-21',
      then: ['overdue'],
    },
    {
      name: 'from 30 November three months are the last of February, a Saturday in 2026: Monday is in time',
      given: [recorded('DecisionMade', '2025-11-30')],
      on: '2026-03-02',
      then: ['pending'],
    },
    {
      name: 'begun on the last day: in time',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ExecutionStarted', '2026-05-20')],
      on: '2026-12-01',
      then: ['fulfilled'],
    },
    {
      name: 'begun a day late: late, and it stays late',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ExecutionStarted', '2026-05-21')],
      on: '2026-12-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'reported and still not carried out: still a gap',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('UnexecutedReported', '2026-07-03')],
      on: '2026-12-01',
      then: ['overdue'],
    },
    {
      name: 'postponed at the person’s request to September: counted from there',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('ExecutionPostponedByPerson', '2026-03-02', { until: '2026-09-01' as LocalDate }),
      ],
      on: '2026-12-02',
      then: ['voided', 'overdue'],
    },
    {
      name: 'postponed without a day: it need not be carried out',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ExecutionPostponedByPerson', '2026-03-02')],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'changed into a rejection in the second month: it need not be carried out',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('DecisionChanged', '2026-04-01', { outcome: 'rejection' }),
      ],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'decided on 30 June 2025, under the older act: a gap',
      given: [recorded('DecisionMade', '2025-06-30')],
      on: '2025-10-01',
      then: ['overdue'],
    },
    {
      name: 'decided on 1 July 2025, the first day of the new act: a gap',
      given: [recorded('DecisionMade', '2025-07-01')],
      on: '2025-10-02',
      then: ['overdue'],
    },
    {
      name: 'decided on 1 July 2008, the first day of the duty: a gap',
      given: [recorded('DecisionMade', '2008-07-01', { to: undefined })],
      on: '2008-10-02',
      then: ['overdue'],
    },
    {
      name: 'a rejection: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' })],
      on: '2026-12-01',
      then: 'doesNotApply',
    },
  ],
});

type CarryOut = Duty<{ readonly grantedOn: LocalDate; readonly postponedTo?: LocalDate }>;

/** The duty to carry out a decision until the person asks to postpone it, and one from the end of each postponement that has a stated end. */
const withPostponements = (file: PersonalFile, span: UnexecutedSpan): readonly CarryOut[] => {
  const { subject, decision, trigger, from, metBy, overOn } = span;
  const postponements = (decision?.since('ExecutionPostponedByPerson') ?? []).filter(
    ({ occurredOn }) => occurredOn >= from && (overOn === undefined || occurredOn < overOn),
  );
  const facts = { grantedOn: from };
  return [
    {
      subject,
      trigger,
      arisesOn: from,
      overOn: firstOf([overOn, postponements[0]?.occurredOn]),
      metBy,
      facts,
    },
    ...postponements.flatMap((postponed, index): readonly CarryOut[] => {
      const { until } = postponed.data;
      if (until === undefined) return [];
      const arisesOn = latest(postponed.occurredOn, until);
      if (metBy && metBy.occurredOn < arisesOn) return [];
      const over = firstOf([overOn, postponements[index + 1]?.occurredOn]);
      const begins = onceOpen(file, postponed, arisesOn, over);
      return begins
        ? [{ subject, ...begins, overOn: over, metBy, facts: { ...facts, postponedTo: arisesOn } }]
        : [];
    }),
  ];
};
