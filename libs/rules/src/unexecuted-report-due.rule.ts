import {
  addDays,
  addMonths,
  nextWorkday,
  recorded,
  yearOf,
  calendarDay,
  type EventId,
  type LocalDate,
  type PersonalFile,
} from '@rt/domain';
import { months } from './amounts';
import { deadline, type Duty } from './deadline';
import { firstOf } from './first-of';
import { onceOpen } from './once-open';
import { underBothActs } from './sources';
import { statutoryMonthsAfter } from './statutory-time';
import { beforeExecution, duringInterruption, type UnexecutedSpan } from './unexecuted-spans';

export const unexecutedReportDue = deadline({
  id: 'unexecuted-report-due',
  title: { sv: 'Ej verkställt beslut är inte rapporterat', en: 'Unexecuted decision not reported' },
  reading: ({ executionMonthsMax }) => ({
    sv: `Ett beviljande som inte har verkställts inom ${months(executionMonthsMax).sv}, eller inte på nytt inom ${months(executionMonthsMax).sv} från ett avbrott, rapporteras till IVO och till kommunens revisorer före slutet av kvartalet efter det då tiden gick ut, och sedan varje kvartal så länge det gäller. En rapport till bara en av dem räcker inte. Kravet upphör när insatsen verkställs, när den beviljade tiden har gått ut eller när ärendet avslutas. Den enskildes uppskov befriar från särskild avgift, inte från rapporten. Lagen säger en gång per kvartal; att rapporten kommer senast kvartalet efter är programmets läsning.`,
    en: `An approval that was not carried out within ${months(executionMonthsMax).en}, or not again within ${months(executionMonthsMax).en} of an interruption, is reported to the inspectorate (IVO) and to the municipal auditors before the end of the quarter after the one in which the time ran out, and then every quarter as long as it is so. A report to one of them alone is not enough. The duty ends when the measure is carried out, when the granted time has run out, or when the case closes. A postponement by the person saves the special fee and not the report. The act says once a quarter; that the report comes by the quarter after is the reading of this program.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'execution',
  settledBy: ['UnexecutedReported'],
  whatToDo: {
    sv: 'Rapportera beslutet till IVO och till revisorerna med dag, insats och skäl, och registrera rapporten.',
    en: 'Report the decision to the inspectorate and the auditors with day, measure and reasons, and record the report.',
  },
  versions: underBothActs({
    inForceFrom: '2008-07-01',
    authority: 'law',
    oldAct: 'LSS 28 f §, SoL (2001:453) 16 kap. 6 f §',
    newAct: 'LSS 28 f §, SoL (2025:400) 34 kap. 1 §',
    quote: 'Rapportering enligt denna paragraf ska ske en gång per kvartal.',
    parameters: { executionMonthsMax: 3 },
    parameterAuthority: 'law',
  }),
  duties: (file, { parametersOn }) =>
    [...beforeExecution(file), ...duringInterruption(file)].flatMap((span) =>
      reportsOf(file, span, statutoryMonthsAfter(span.from, parametersOn(span.from).executionMonthsMax)),
    ),
  dueOn: (from) => nextWorkday(endOfNextQuarter(from)),
  phrases: ({ inputs: { unexecutedSince, ranOutOn, reportedOn } }) => ({
    background: reportedOn
      ? {
          sv: `Det som beviljats har inte utförts sedan ${unexecutedSince}; det rapporterades senast ${reportedOn}.`,
          en: `What was granted has not been performed since ${unexecutedSince}; it was last reported on ${reportedOn}.`,
        }
      : {
          sv: `Det som beviljats har inte utförts sedan ${unexecutedSince}; tiden att verkställa det gick ut ${ranOutOn}.`,
          en: `What was granted has not been performed since ${unexecutedSince}; the time to carry it out ended on ${ranOutOn}.`,
        },
    backgroundOn: reportedOn ?? addDays(ranOutOn, 1),
    within: { sv: 'kvartalet efter', en: 'the quarter after' },
    owed: {
      sv: 'Det ska ha rapporterats till IVO och revisorerna',
      en: 'It is to be reported to the inspectorate and the auditors',
    },
    missed: {
      sv: 'Det skulle ha rapporterats till IVO och revisorerna',
      en: 'It was to be reported to the inspectorate and the auditors',
    },
    met: { sv: 'Det rapporterades', en: 'It was reported' },
    over: { sv: 'behövs ingen rapport', en: 'no report is required' },
  }),
  examples: [
    {
      name: 'the time ran out in May: the last workday of September is in time',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-09-30',
      then: ['pending'],
    },
    {
      name: 'the time ran out in May, no report on 1 October: a gap',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-10-01',
      then: ['overdue'],
    },
    {
      name: 'reported on the last day: in time, and again in the next quarter',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('UnexecutedReported', '2026-09-30')],
      on: '2026-12-31',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'reported to the inspectorate alone: still a gap',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('UnexecutedReported', '2026-07-03', { to: ['ivo'] }),
      ],
      on: '2026-10-01',
      then: ['overdue'],
    },
    {
      name: 'reported a day late: late, and it stays late',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('UnexecutedReported', '2026-10-01')],
      on: '2026-12-01',
      then: ['fulfilledLate', 'pending'],
    },
    {
      name: 'carried out in June: no report is required',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ExecutionStarted', '2026-06-15')],
      on: '2026-12-01',
      then: ['voided'],
    },
    {
      name: 'an interruption of more than three months, never reported: a gap',
      given: [recorded('ExecutionStarted', '2026-03-02'), recorded('ExecutionInterrupted', '2026-05-04')],
      on: '2027-01-05',
      then: ['overdue'],
    },
    {
      name: 'the time ran out on 27 June 2025, so that the duty arose under the older act: a gap',
      given: [recorded('DecisionMade', '2025-03-27')],
      on: '2025-10-01',
      then: ['overdue'],
    },
    {
      name: 'the time ran out on 30 June 2025: the duty arose on the first day of the new act',
      given: [recorded('DecisionMade', '2025-03-30')],
      on: '2026-01-03',
      then: ['overdue'],
    },
    {
      name: 'the time ran out on 30 June 2008: the duty arose on its first day',
      given: [recorded('DecisionMade', '2008-03-30', { to: undefined })],
      on: '2009-01-03',
      then: ['overdue'],
    },
    {
      name: 'the time ran out on 29 June, a Monday: the last day of September is in time',
      given: [recorded('DecisionMade', '2026-03-27')],
      on: '2026-09-30',
      then: ['pending'],
    },
    {
      name: 'carried out within three months: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('ExecutionStarted', '2026-05-20')],
      on: '2026-12-01',
      then: 'doesNotApply',
    },
  ],
});

type ReportDuty = Duty<{
  readonly unexecutedSince: LocalDate;
  readonly ranOutOn: LocalDate;
  readonly reportedOn?: LocalDate;
}>;

/** A chain: the first report after the time to carry it out ran out, then one after each report. */
const reportsOf = (file: PersonalFile, span: UnexecutedSpan, ranOutOn: LocalDate): readonly ReportDuty[] => {
  const { subject, trigger, from, metBy, overOn } = span;
  if (metBy && metBy.occurredOn <= ranOutOn) return [];
  const over = firstOf([overOn, metBy?.occurredOn]);
  const reports = reportsAbout(file, subject, ranOutOn);
  const facts = { unexecutedSince: from, ranOutOn };
  const arisesOn = addDays(ranOutOn, 1);
  const duty = (
    begins: ReturnType<typeof onceOpen>,
    metBy: Report | undefined,
    reportedOn?: LocalDate,
  ): readonly ReportDuty[] =>
    begins
      ? [{ subject, ...begins, overOn: over, metBy, facts: { ...facts, ...(reportedOn && { reportedOn }) } }]
      : [];
  return [
    ...duty(onceOpen(file, trigger, arisesOn, over), reports[0]),
    ...reports.flatMap(({ id, occurredOn }, index) =>
      duty(onceOpen(file, { ...trigger, id }, occurredOn, over), reports[index + 1], occurredOn),
    ),
  ];
};

interface Report {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/**
 * The reports after the time ran out, oldest first. Where each receiver got a report of its own, the one that completed both counts. A report of an
 * interruption names the execution, and counts whatever is known of the decision.
 */
const reportsAbout = (file: PersonalFile, subject: string, ranOutOn: LocalDate): readonly Report[] => {
  const reports: Report[] = [];
  let told = new Set<string>();
  for (const { id, occurredOn, data } of file.events('UnexecutedReported')) {
    if ((data.executionId ?? data.decisionId) !== subject || occurredOn <= ranOutOn) continue;
    told = new Set([...told, ...data.to]);
    if (!told.has('ivo') || !told.has('auditors')) continue;
    reports.push({ id, occurredOn });
    told = new Set();
  }
  return reports;
};

/** The last day of the quarter after the one in which a day lies. */
const endOfNextQuarter = (day: LocalDate): LocalDate => {
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return addDays(addMonths(calendarDay(yearOf(day), quarter * 3 + 1, 1), 6), -1);
};
