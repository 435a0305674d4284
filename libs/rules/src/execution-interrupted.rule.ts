import { recorded } from '@rt/domain';
import { months } from './amounts';
import { deadline } from './deadline';
import { underBothActs } from './sources';
import { statutoryMonthsAfter } from './statutory-time';
import { duringInterruption } from './unexecuted-spans';

export const executionInterrupted = deadline({
  id: 'execution-interrupted',
  title: {
    sv: 'Avbruten verkställighet – ska rapporteras',
    en: 'Execution interrupted: to be reported',
  },
  reading: ({ executionMonthsMax }) => ({
    sv: `En insats som har avbrutits utförs på nytt inom ${months(executionMonthsMax).sv} från den dag då verkställigheten avbröts; annars ska avbrottet rapporteras, vilket en egen regel bevakar. Samma datum, flyttat till nästa vardag (lag 1930:173). Kravet upphör när verkställigheten eller ärendet avslutas, och medan beslutet är ändrat till avslag; beviljas insatsen på nytt räknas tiden från den dagen. Varför insatsen avbröts prövas inte: också ett avbrott som den enskilde valde ska rapporteras. En insats som utförs till en del syns inte här.`,
    en: `A measure that was interrupted is performed again within ${months(executionMonthsMax).en} of the day of the interruption; otherwise the interruption is to be reported, which a rule of its own checks. The same date, moved to the next weekday (lag 1930:173). The duty ends when the execution ends or the case closes, and while the decision is changed into a rejection. If the measure is granted anew, the time counts from that day. Why it was interrupted is not judged: an interruption that the person chose is to be reported too. A measure that is performed in part does not show here.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'execution',
  settledBy: ['ExecutionResumed'],
  remindsOf: 'resumption',
  whatToDo: {
    sv: 'Se till att insatsen utförs igen, eller erbjud en annan utförare. Utförs den redan: registrera dagen då den återupptogs.',
    en: 'See to it that the measure is performed again, or offer another provider. If it is performed already: record the day on which it was resumed.',
  },
  versions: underBothActs({
    inForceFrom: '2008-07-01',
    authority: 'law',
    oldAct: 'LSS 28 f § andra stycket, SoL (2001:453) 16 kap. 6 f §',
    newAct: 'LSS 28 f § andra stycket, SoL (2025:400) 34 kap. 1 § andra stycket',
    quote: 'som inte har verkställts på nytt inom tre månader från den dag då verkställigheten avbröts',
    parameters: { executionMonthsMax: 3 },
    parameterAuthority: 'law',
  }),
  duties: (file) =>
    duringInterruption(file).map(({ subject, trigger, from, interruptedOn = from, metBy, overOn }) => ({
      subject,
      trigger,
      arisesOn: from,
      overOn,
      metBy,
      facts: { interruptedOn },
    })),
  dueOn: (from, { executionMonthsMax }) => statutoryMonthsAfter(from, executionMonthsMax),
  phrases: ({ inputs: { interruptedOn, executionMonthsMax } }) => ({
    background: {
      sv: `Insatsen avbröts ${interruptedOn}.`,
      en: `The measure was interrupted on ${interruptedOn}.`,
    },
    backgroundOn: interruptedOn,
    within: months(executionMonthsMax),
    owed: { sv: 'Den ska ha återupptagits', en: 'It is to be resumed' },
    missed: { sv: 'Den skulle ha återupptagits', en: 'It was to be resumed' },
    met: { sv: 'Den återupptogs', en: 'It was resumed' },
    over: { sv: 'behöver den inte återupptas', en: 'it need not be resumed' },
  }),
  examples: [
    {
      name: 'three months to the day, not resumed: in time',
      given: [recorded('ExecutionStarted', '2026-03-02'), recorded('ExecutionInterrupted', '2026-05-04')],
      on: '2026-08-04',
      then: ['pending'],
    },
    {
      name: 'three months and a day, not resumed: a gap',
      given: [recorded('ExecutionStarted', '2026-03-02'), recorded('ExecutionInterrupted', '2026-05-04')],
      on: '2026-08-05',
      then: ['overdue'],
    },
    {
      name: 'resumed on the last day: in time',
      given: [
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('ExecutionResumed', '2026-08-04'),
      ],
      on: '2026-12-01',
      then: ['fulfilled'],
    },
    {
      name: 'resumed a day late: late, and it stays late',
      given: [
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('ExecutionResumed', '2026-08-05'),
      ],
      on: '2026-12-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'ended in the second month: it need not be resumed',
      given: [
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('ExecutionEnded', '2026-06-15'),
      ],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'interrupted, and the decision is changed into a rejection: there is nothing to resume',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('DecisionChanged', '2026-06-01', { outcome: 'rejection' }),
      ],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'interrupted, rejected and granted anew: three months from the new grant and a day, a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('DecisionChanged', '2026-06-01', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-06-15', {}),
      ],
      on: '2026-09-16',
      then: ['voided', 'overdue'],
    },
    {
      name: 'resumed, and interrupted again: three months from the new interruption',
      given: [
        recorded('ExecutionStarted', '2026-03-02'),
        recorded('ExecutionInterrupted', '2026-05-04'),
        recorded('ExecutionResumed', '2026-06-01'),
        recorded('ExecutionInterrupted', '2026-07-06'),
      ],
      on: '2026-10-06',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'interrupted on 30 June 2025, under the older act: a gap',
      given: [recorded('ExecutionStarted', '2025-03-03'), recorded('ExecutionInterrupted', '2025-06-30')],
      on: '2025-10-01',
      then: ['overdue'],
    },
    {
      name: 'interrupted on 1 July 2025, the first day of the new act: a gap',
      given: [recorded('ExecutionStarted', '2025-03-03'), recorded('ExecutionInterrupted', '2025-07-01')],
      on: '2025-10-02',
      then: ['overdue'],
    },
    {
      name: 'interrupted on 1 July 2008, the first day of the duty: a gap',
      given: [recorded('ExecutionStarted', '2008-03-03'), recorded('ExecutionInterrupted', '2008-07-01')],
      on: '2008-10-02',
      then: ['overdue'],
    },
    {
      name: 'never interrupted: it does not apply',
      given: [recorded('ExecutionStarted', '2026-03-02')],
      on: '2026-12-01',
      then: 'doesNotApply',
    },
  ],
});
