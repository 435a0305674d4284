import {
  addDays,
  decisionContentOn,
  decisionVersions,
  exampleId,
  isApproval,
  latest,
  recorded,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { days } from './amounts';
import { deadline, type Duty } from './deadline';
import { decisionPeriods } from './decision-periods';
import { earliestOf, firstOf } from './first-of';
import { onceOpen } from './once-open';
import { underBothActs } from './sources';

export const decisionExpiring = deadline({
  id: 'decision-expiring',
  title: { sv: 'Beslutet går snart ut', en: 'The decision runs out soon' },
  reading: ({ shownDaysBefore, investigationDaysBefore }) => ({
    sv: `Senast ${days(investigationDaysBefore).sv} före sista dagen i ett tidsbegränsat beviljande inleds en ny utredning, fattas ett nytt beslut eller avslutas ärendet; det visas från ${days(shownDaysBefore).sv} före. Det som räknas är en utredning eller ett beslut som anger beslutet, eller en utredning eller ett beslut om samma insats i samma ärende under den tiden. Kravet upphör när insatsen avslutas eller beslutet ändras. Lagen kräver utredning genast när nämnden vet att något kan behöva göras; ingen källa anger dagarna.`,
    en: `At the latest ${days(investigationDaysBefore).en} before the last day of a time-limited approval, a new investigation is opened, a new decision is made, or the case is closed; it shows from ${days(shownDaysBefore).en} before. What counts is an investigation or a decision that names the decision, or an investigation or a decision on the same measure in the same case in that time. It is no longer required when the measure ends or the decision is changed. The act requires an investigation at once when the board knows that something may have to be done; no source sets the numbers of days.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'investigation',
  settledBy: ['InvestigationOpened', 'DecisionMade'],
  whatToDo: {
    sv: 'Fråga den enskilde om insatsen ska fortsätta. Inled en utredning som anger beslutet, eller avsluta ärendet.',
    en: 'Ask the person whether the measure is to continue. Open an investigation that names the decision, or close the case.',
  },
  versions: underBothActs({
    inForceFrom: '2002-01-01',
    authority: 'law',
    oldAct: 'SoL (2001:453) 11 kap. 1 §; för LSS förvaltningslagen',
    oldQuote:
      'utan dröjsmål inleda utredning av vad som genom ansökan eller på annat sätt har kommit till nämndens kännedom',
    newAct: 'SoL (2025:400) 14 kap. 2 §; för LSS FL (2017:900) 23 §',
    quote:
      'Om socialnämnden får information om något som skulle kunna leda till en åtgärd av nämnden, ska nämnden genast inleda en utredning.',
    parameters: { shownDaysBefore: 120, investigationDaysBefore: 60 },
    parameterAuthority: 'default',
  }),
  duties: (file, { parametersOn }) =>
    file
      .things('decision')
      .flatMap((decision) =>
        endsOf(decision).flatMap((end) =>
          expiringOf(file, decision, end, parametersOn(end.from).shownDaysBefore),
        ),
      ),
  dueOn: (from, { investigationDaysBefore }, { lastDay }) =>
    latest(from, addDays(lastDay, -investigationDaysBefore)),
  phrases: ({ arisesOn, inputs: { lastDay, investigationDaysBefore } }) => ({
    background: {
      sv: `Beslutet gäller till och med ${lastDay}.`,
      en: `The decision holds through ${lastDay}.`,
    },
    backgroundOn: arisesOn,
    within: {
      sv: `tiden före ${days(investigationDaysBefore).sv} från dess slut`,
      en: `the time up to ${days(investigationDaysBefore).en} before its end`,
    },
    owed: { sv: 'En ny utredning ska ha inletts', en: 'A new investigation is to be opened' },
    missed: { sv: 'En ny utredning skulle ha inletts', en: 'A new investigation was to be opened' },
    met: {
      sv: 'En ny utredning inleddes eller ett nytt beslut fattades',
      en: 'A new investigation or decision came',
    },
    over: { sv: 'behövs ingen ny utredning', en: 'no new investigation is required' },
  }),
  examples: [
    {
      name: 'sixty days before the last day, no new investigation: in time',
      given: [recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate })],
      on: '2025-12-30',
      then: ['pending'],
    },
    {
      name: 'fifty-nine days before the last day, no new investigation: a gap',
      given: [recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate })],
      on: '2025-12-31',
      then: ['overdue'],
    },
    {
      name: 'an investigation that renews it, sixty days before: in time',
      given: [
        recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate }),
        recorded('InvestigationOpened', '2025-12-30', { renewsDecisionId: exampleId('decision') }),
      ],
      on: '2026-03-02',
      then: ['fulfilled'],
    },
    {
      name: 'a new decision on the same measure a day late: late, and it stays late',
      given: [
        recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate }),
        recorded('DecisionMade', '2025-12-31', {
          decisionId: exampleId('decision', 2),
          to: undefined,
        }),
      ],
      on: '2026-03-02',
      then: ['fulfilledLate'],
    },
    {
      name: 'a short decision: on its own day it is due',
      given: [recorded('DecisionMade', '2026-01-12', { to: '2026-02-28' as LocalDate })],
      on: '2026-01-13',
      then: ['overdue'],
    },
    {
      name: 'the case closed in the time: no new investigation is required',
      given: [
        recorded('CaseOpened', '2025-01-07'),
        recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate }),
        recorded('CaseClosed', '2025-12-01'),
      ],
      on: '2026-03-02',
      then: ['voided'],
    },
    {
      name: 'prolonged before it showed: counted from the new last day',
      given: [
        recorded('DecisionMade', '2025-02-20', { to: '2026-02-28' as LocalDate }),
        recorded('DecisionChanged', '2025-09-01', { to: '2027-02-28' as LocalDate }),
      ],
      on: '2026-12-31',
      then: ['overdue'],
    },
    {
      name: 'shows from 30 June 2025, under the older act: a gap',
      given: [recorded('DecisionMade', '2024-11-04', { to: '2025-10-28' as LocalDate })],
      on: '2025-08-30',
      then: ['overdue'],
    },
    {
      name: 'shows from 1 July 2025, the first day of the new act: a gap',
      given: [recorded('DecisionMade', '2024-11-04', { to: '2025-10-29' as LocalDate })],
      on: '2025-08-31',
      then: ['overdue'],
    },
    {
      name: 'shows from 1 January 2002, the first day of the older act: a gap',
      given: [recorded('DecisionMade', '2001-06-04', { to: '2002-05-01' as LocalDate })],
      on: '2002-03-03',
      then: ['overdue'],
    },
    {
      name: 'ended, and carried out anew under the same decision: a gap the day after the last day in time',
      given: [
        recorded('DecisionMade', '2025-08-20', { to: '2026-08-19' as LocalDate }),
        recorded('ExecutionStarted', '2025-09-01', { orderId: null }),
        recorded('ExecutionEnded', '2025-12-01'),
        recorded('ExecutionStarted', '2026-02-02', {
          executionId: exampleId('execution', 2),
          orderId: null,
        }),
      ],
      on: '2026-06-21',
      then: ['overdue'],
    },
    {
      name: 'ended by an execution of its order: no new investigation is required',
      given: [
        recorded('DecisionMade', '2025-08-20', { to: '2026-08-19' as LocalDate }),
        recorded('OrderSent', '2025-08-25'),
        recorded('ExecutionStarted', '2025-09-01', { decisionId: null }),
        recorded('ExecutionEnded', '2026-06-01'),
      ],
      on: '2026-06-21',
      then: ['voided'],
    },
    {
      name: 'a year on, 120 days before the last day: it shows',
      given: [recorded('DecisionMade', '2025-08-20', { to: '2026-08-19' as LocalDate })],
      on: '2026-04-21',
      then: ['pending'],
    },
    {
      name: 'a year on, 121 days before the last day: it does not show yet',
      given: [recorded('DecisionMade', '2025-08-20', { to: '2026-08-19' as LocalDate })],
      on: '2026-04-20',
      then: [],
    },
    {
      name: 'a decision until further notice: it does not apply',
      given: [recorded('DecisionMade', '2025-02-20', { to: undefined })],
      on: '2026-03-02',
      then: 'doesNotApply',
    },
  ],
});

/** A last day that a decision states, from the version that states it until the version that states another. */
interface End {
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  readonly lastDay: LocalDate;
  readonly until?: LocalDate;
}

const endsOf = (decision: Thing<'decision'>): readonly End[] => {
  const ends: End[] = [];
  let open: End | undefined;
  for (const event of decisionVersions(decision)) {
    const day = latest(decision.created.occurredOn, event.occurredOn);
    const { outcome, to } = decisionContentOn(decision, day);
    const lastDay = isApproval(outcome) ? to : undefined;
    if (lastDay === open?.lastDay) continue;
    if (open) ends.push({ ...open, until: day });
    open = lastDay === undefined ? undefined : { event, from: day, lastDay };
  }
  return open ? [...ends, open] : ends;
};

type Expiring = Duty<{ readonly lastDay: LocalDate }>;

const expiringOf = (
  file: PersonalFile,
  decision: Thing<'decision'>,
  { event, from, lastDay, until }: End,
  shownDaysBefore: number,
): readonly Expiring[] => {
  if (lastDay < from) return [];
  const arisesOn = latest(from, addDays(lastDay, -shownDaysBefore));
  const metBy = renewalOf(file, decision, from, arisesOn);
  if (metBy && metBy.occurredOn < arisesOn) return [];
  return decisionPeriods(decision, event)
    .filter(({ from: again }, index) => index === 0 || !(until !== undefined && until <= again))
    .filter(({ from: again }, index) => index === 0 || !(metBy && metBy.occurredOn <= again))
    .flatMap((period) => {
      const overOn = firstOf([until, period.to]);
      const begins = onceOpen(file, period.event, latest(period.from, arisesOn), overOn);
      return begins ? [{ subject: decision.id, ...begins, overOn, metBy, facts: { lastDay } }] : [];
    });
};

interface Renewed {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/** The first investigation or decision that goes on after the decision. */
const renewalOf = (
  file: PersonalFile,
  decision: Thing<'decision'>,
  from: LocalDate,
  arisesOn: LocalDate,
): Renewed | undefined => {
  const { caseId, data } = decision.created;
  const named = [...decision.linked('investigation'), ...decision.linked('decision')].map(
    ({ created }) => created,
  );
  const inCase = [
    ...file
      .things('investigation')
      .filter(({ created }) => created.data.renewsDecisionId === null)
      .map(({ created }) => created),
    ...file
      .things('decision')
      .filter((other) => other !== decision && other.created.data.measure === data.measure)
      .map(({ created }) => created),
  ].filter((next) => next.caseId === caseId && next.occurredOn >= arisesOn);
  return earliestOf<Renewed>([...named.filter(({ occurredOn }) => occurredOn >= from), ...inCase]);
};
