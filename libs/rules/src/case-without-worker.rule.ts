import {
  addDays,
  END_OF_TIME,
  exampleId,
  holderPeriods,
  latest,
  recorded,
  weekdaysAfter,
  type HolderPeriod,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { weekdays } from './amounts';
import { deadline, type Duty } from './deadline';
import { onceOpen } from './once-open';
import { REPORT_2022 } from './sources';

export const caseWithoutWorker = deadline({
  id: 'case-without-worker',
  title: { sv: 'Ärendet saknar ansvarig handläggare', en: 'Case without a responsible worker' },
  reading: ({ workerWeekdaysMax }) => ({
    sv: `När den ansvariga handläggarens uppdrag har avslutats eller löpt ut, utan att någon annan är ansvarig, utses en ny inom ${weekdays(workerWeekdaysMax).sv}, och den nya läser överlämningen. Det gäller varje ärende som är öppet. Räknas som gjort när båda har skett. Ett byte samma dag lämnar inget glapp och prövas inte. En ersättare är inte ansvarig. Inspektörerna kräver att handläggarbyten inte gör ärenden sårbara; ingen källa anger antalet dagar.`,
    en: `When the assignment of the responsible case worker has ended or run out, and nobody else is responsible, a new one is assigned within ${weekdays(workerWeekdaysMax).en}, who reads the handover. It applies to every open case. It counts as done when both have happened. A change on one day leaves no gap and is not judged. A substitute is not responsible. The inspectors require that a change of worker does not leave cases exposed; no source sets the number of days.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'assignment',
  settledBy: ['HandoverAcknowledged', 'CaseWorkerAssigned'],
  whatToDo: {
    sv: 'Säg till enhetschefen, som utser en handläggare. Är du utsedd: läs överlämningen och anteckna att du har gjort det.',
    en: 'Tell the unit manager, who assigns a case worker. If you are assigned: read the handover and record that you have.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'guideline',
      document: REPORT_2022,
      quote:
        'Otydliga rutiner och bristande hantering kan göra det extra sårbart vid handläggaryte eller frånvaro.',
      parameters: { workerWeekdaysMax: 3 },
      parameterAuthority: 'default',
    },
  ],
  duties: (file) =>
    gapsIn(file).flatMap((gap) => file.things('case').flatMap((each) => inCase(file, each, gap))),
  dueOn: (from, { workerWeekdaysMax }) => weekdaysAfter(from, workerWeekdaysMax),
  phrases: ({ inputs: { withoutSince, workerWeekdaysMax } }) => ({
    background: {
      sv: `Ingen är ansvarig handläggare från ${withoutSince}.`,
      en: `Nobody is the responsible case worker from ${withoutSince}.`,
    },
    backgroundOn: withoutSince,
    within: weekdays(workerWeekdaysMax),
    owed: {
      sv: 'En ny ska ha utsetts och läst överlämningen',
      en: 'A new one is to be assigned and to read the handover',
    },
    missed: {
      sv: 'En ny skulle ha utsetts och läst överlämningen',
      en: 'A new one was to be assigned and to read the handover',
    },
    met: {
      sv: 'Den nya handläggaren hade läst överlämningen',
      en: 'The new case worker had read the handover',
    },
    over: { sv: 'behövs det inte', en: 'it is not required' },
  }),
  examples: [
    {
      name: 'the third weekday, over a weekend, no new worker: in time',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
      ],
      on: '2026-03-10',
      then: ['pending'],
    },
    {
      name: 'the fourth weekday, no new worker: a gap',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'a new worker has read the handover on the third weekday: in time',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
        recorded('CaseWorkerAssigned', '2026-03-09', { assignmentId: exampleId('assignment', 2) }),
        recorded('HandoverAcknowledged', '2026-03-10', { assignmentId: exampleId('assignment', 2) }),
      ],
      on: '2026-06-01',
      then: ['fulfilled'],
    },
    {
      name: 'a new worker has not read the handover on the fourth weekday: still a gap',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
        recorded('CaseWorkerAssigned', '2026-03-09', { assignmentId: exampleId('assignment', 2) }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'read on the fourth weekday: late, and it stays late',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
        recorded('CaseWorkerAssigned', '2026-03-09', { assignmentId: exampleId('assignment', 2) }),
        recorded('HandoverAcknowledged', '2026-03-11', { assignmentId: exampleId('assignment', 2) }),
      ],
      on: '2026-06-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the assignment ran out: a gap as if it had been ended',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07', { to: '2026-03-04' as LocalDate }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'the case closed on the second weekday: nobody need be assigned',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
        recorded('CaseClosed', '2026-03-09'),
      ],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'without a worker from 1 January 2021, the first day of the rule: a gap',
      given: [
        recorded('CaseOpened', '2020-01-07'),
        recorded('CaseWorkerAssigned', '2020-01-07'),
        recorded('CaseWorkerUnassigned', '2021-01-01'),
      ],
      on: '2021-01-09',
      then: ['overdue'],
    },
    {
      name: 'another worker takes over the same day: it does not apply',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('CaseWorkerAssigned', '2026-01-07'),
        recorded('CaseWorkerUnassigned', '2026-03-05'),
        recorded('CaseWorkerAssigned', '2026-03-05', {
          assignmentId: exampleId('assignment', 2),
          from: '2026-03-05' as LocalDate,
        }),
      ],
      on: '2026-06-01',
      then: 'doesNotApply',
    },
  ],
});

/** A time without a responsible worker: the event that ended the last assignment, and what ended the gap. */
interface Gap {
  readonly ended: Recorded<PersonalFileEvent>;
  readonly period: HolderPeriod;
  /** The handover that the next worker has read. */
  readonly metBy: Duty<never>['metBy'];
  /** The day on which the next such time begins. */
  readonly nextOn: LocalDate | undefined;
}

const gapsIn = (file: PersonalFile): readonly Gap[] => {
  const unheld = holderPeriods(file).filter(({ userId }) => userId === null);
  return unheld.flatMap((period, index) => {
    const ended = endOfAssignment(file, period.heldFrom);
    return ended
      ? [{ ended, period, metBy: handoverOn(file, period.heldUntil), nextOn: unheld[index + 1]?.heldFrom }]
      : [];
  });
};

/** The event that ended an assignment before a day: that it was ended, or else the assignment whose time ran out. */
const endOfAssignment = (file: PersonalFile, day: LocalDate): Recorded<PersonalFileEvent> | undefined => {
  const responsible = responsibleIn(file);
  const ended = responsible.flatMap((assignment) =>
    assignment.since('CaseWorkerUnassigned').filter(({ occurredOn }) => occurredOn === day),
  );
  const ranOut = responsible
    .map(({ created }) => created)
    .filter(({ data: { to } }) => to !== undefined && to < END_OF_TIME && addDays(to, 1) === day);
  return [...ended, ...ranOut].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
};

/** That the worker whose assignment begins on a day has read the handover. Not before that day. */
const handoverOn = (file: PersonalFile, day: LocalDate): Gap['metBy'] => {
  const read = responsibleIn(file)
    .filter(({ created }) => latest(created.occurredOn, created.data.from) === day)
    .flatMap((assignment) => assignment.since('HandoverAcknowledged'))
    .map(({ id, occurredOn }) => ({ id, occurredOn: latest(day, occurredOn) }))
    .sort((a, b) => (`${a.occurredOn} ${a.id}` < `${b.occurredOn} ${b.id}` ? -1 : 1));
  return read[0];
};

const responsibleIn = (file: PersonalFile): readonly Thing<'assignment'>[] =>
  file.things('assignment').filter(({ created }) => created.data.role === 'responsible');

const inCase = (
  file: PersonalFile,
  theCase: Thing<'case'>,
  { ended, period, metBy, nextOn }: Gap,
): readonly Duty<{ readonly withoutSince: LocalDate }>[] => {
  const trigger = { ...ended, caseId: theCase.id };
  const arisesOn = latest(period.heldFrom, theCase.created.occurredOn);
  if (arisesOn >= period.heldUntil) return [];
  const begins = onceOpen(file, trigger, arisesOn, nextOn);
  if (!begins || begins.arisesOn >= period.heldUntil) return [];
  return [
    {
      subject: theCase.id,
      ...begins,
      overOn: nextOn,
      metBy,
      facts: { withoutSince: period.heldFrom },
    },
  ];
};
