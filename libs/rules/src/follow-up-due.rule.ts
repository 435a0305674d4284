import {
  addMonths,
  exampleId,
  latest,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { months } from './amounts';
import { linksOf, oneADay, type Happening } from './chain';
import { deadline } from './deadline';
import { dutyPeriodsOf } from './duty-periods';
import { firstOf } from './first-of';
import { REPORT_2021, underBothActs } from './sources';

export const followUpDue = deadline({
  id: 'follow-up-due',
  title: { sv: 'Uppföljning av insats saknas', en: 'Follow-up of the measure missing' },
  reading: ({ firstMonthsMax, nextMonthsMax }) => ({
    sv: `En kedja: första uppföljningen inom ${months(firstMonthsMax).sv} från det att verkställigheten började, sedan en inom ${months(nextMonthsMax).sv} från varje. Den tar slut när verkställigheten avslutas, när det förnyade beslutets verkställighet tar vid eller när ärendet avslutas; återöppnas ärendet räknas tiden från den dagen. Att nämnden ska följa upp en beslutad insats och dokumentera det är inspektörernas krav; lagen kräver att kvaliteten i verksamheten följs upp systematiskt och fortlöpande, inte varje insats för sig. Ingen källa anger hur ofta: antalet månader är programmets förval. Samma datum, utan flytt till vardag.`,
    en: `A chain: the first follow-up within ${months(firstMonthsMax).en} after the execution began, then one within ${months(nextMonthsMax).en} of each. It ends when the execution ends, when the execution of the renewed decision begins, or when the case closes. When the case is reopened, the time counts from that day. That the board follows up a decided measure and documents it is the demand of the inspectors; the law requires that the quality of the service is followed up systematically and continuously, not each measure by itself. No source says how often: the numbers of months are defaults of this program. The same date, not moved to a weekday.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'follow-up',
  settledBy: ['FollowUpDocumented'],
  whatToDo: {
    sv: 'Följ upp insatsen med den enskilde och utföraren, och dokumentera uppföljningen.',
    en: 'Follow up the measure with the person and the provider, and document the follow-up.',
  },
  versions: underBothActs({
    inForceFrom: '2019-01-01',
    // Not law: SoL and LSS speak of the quality of the service as a whole. Not a default either: the inspectors ask for it in their report.
    authority: 'guideline',
    oldAct: `${REPORT_2021}; SoL (2001:453) 3 kap. 3 §, LSS 6 §`,
    newAct: `${REPORT_2021}; SoL (2025:400) 5 kap. 2 §, LSS 6 §`,
    quote: 'följa upp en beslutad insats inom ramen för myndighetsutövning hos den beslutande nämnden',
    parameters: { firstMonthsMax: 6, nextMonthsMax: 12 },
    parameterAuthority: 'default',
  }),
  duties: (file) =>
    file.things('execution').flatMap((execution) => {
      const started = execution.created;
      const followUps = followUpsOf(file, execution);
      const periods = dutyPeriodsOf(file, started, started.occurredOn, executionOverOn(file, execution));
      return linksOf(periods, followUps).map(({ period, next, isFirst }) => ({
        subject: execution.id,
        trigger: started,
        periods: [period],
        metBy: next,
        facts: { sinceOn: period.arisesOn, isFirst },
      }));
    }),
  dueOn: (from, { firstMonthsMax, nextMonthsMax }, { isFirst }) =>
    addMonths(from, isFirst ? firstMonthsMax : nextMonthsMax),
  phrases: ({ inputs: { sinceOn, isFirst, firstMonthsMax, nextMonthsMax } }) => ({
    background: isFirst
      ? {
          sv: `Tiden till den första uppföljningen räknas från ${sinceOn}.`,
          en: `The time to the first follow-up counts from ${sinceOn}.`,
        }
      : {
          sv: `Tiden till nästa uppföljning räknas från ${sinceOn}.`,
          en: `The time to the next follow-up counts from ${sinceOn}.`,
        },
    backgroundOn: sinceOn,
    within: months(isFirst ? firstMonthsMax : nextMonthsMax),
    owed: { sv: 'Insatsen ska följas upp', en: 'The measure is to be followed up' },
    missed: { sv: 'Insatsen skulle ha följts upp', en: 'The measure was to be followed up' },
    met: { sv: 'Insatsen följdes upp', en: 'The measure was followed up' },
    over: { sv: 'behöver insatsen inte följas upp', en: 'no follow-up is required' },
  }),
  examples: [
    {
      name: 'six months to the day, no follow-up: in time',
      given: [recorded('ExecutionStarted', '2025-09-01')],
      on: '2026-03-01',
      then: ['pending'],
    },
    {
      name: 'six months and a day, no follow-up: a gap',
      given: [recorded('ExecutionStarted', '2025-09-01')],
      on: '2026-03-02',
      then: ['overdue'],
    },
    {
      name: 'followed up on the last day: in time, and the next within twelve months',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-01')],
      on: '2027-03-01',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'twelve months and a day after a follow-up: a gap',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-01')],
      on: '2027-03-02',
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'followed up a day late: late, and it stays late',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-02')],
      on: '2026-06-01',
      then: ['fulfilledLate', 'pending'],
    },
    {
      name: 'from 31 August six months are the last of February',
      given: [recorded('ExecutionStarted', '2025-08-31')],
      on: '2026-02-28',
      then: ['pending'],
    },
    {
      name: 'the execution ended in the fifth month: no follow-up is required',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('ExecutionEnded', '2026-02-02')],
      on: '2026-06-01',
      then: ['voided'],
    },
    {
      name: 'the case closed and reopened: counted from the reopening',
      given: [
        recorded('CaseOpened', '2025-05-05'),
        recorded('ExecutionStarted', '2025-09-01'),
        recorded('CaseClosed', '2025-12-01'),
        recorded('CaseReopened', '2026-02-02'),
      ],
      on: '2026-08-02',
      then: ['voided', 'pending'],
    },
    {
      name: 'followed up on the day on which the case closed and reopened: the next within twelve months of that day',
      given: [
        recorded('CaseOpened', '2025-05-05'),
        recorded('ExecutionStarted', '2025-09-01'),
        recorded('FollowUpDocumented', '2026-02-02'),
        recorded('CaseClosed', '2026-02-02'),
        recorded('CaseReopened', '2026-02-02'),
      ],
      on: '2027-02-02',
      then: ['fulfilled', 'voided', 'pending'],
    },
    {
      name: 'a follow-up of another decision: still a gap',
      given: [
        recorded('ExecutionStarted', '2025-09-01'),
        recorded('FollowUpDocumented', '2026-02-02', {
          decisionId: exampleId('decision', 2),
          orderId: exampleId('order', 2),
          planId: null,
        }),
      ],
      on: '2026-03-02',
      then: ['overdue'],
    },
    {
      name: 'nothing was executed: nothing to follow up',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('OrderSent', '2026-02-27')],
      on: '2027-03-02',
      then: 'doesNotApply',
    },
  ],
});

/**
 * The follow-ups of what an execution performs, at most one a day: those that name its decision, its order or another order of its
 * decision, and those of its case that name neither.
 */
const followUpsOf = (file: PersonalFile, execution: Thing<'execution'>): readonly Happening[] => {
  const { decisionId, orderId } = execution.created.data;
  const followUps: Happening[] = [];
  for (const { id, occurredOn, caseId, data } of file.events('FollowUpDocumented')) {
    const named = file.get('order', data.orderId)?.created;
    if (
      (data.decisionId !== null && data.decisionId === decisionId) ||
      (data.orderId !== null && data.orderId === orderId) ||
      (data.decisionId === null && data.orderId === null && caseId === execution.created.caseId)
    )
      followUps.push({ id, occurredOn });
    else if (named && decisionId !== null && named.data.decisionId === decisionId)
      followUps.push({ id, occurredOn: latest(named.occurredOn, occurredOn) });
  }
  return oneADay(followUps).filter(({ occurredOn }) => occurredOn >= execution.created.occurredOn);
};

/** The day from which an execution is no longer followed up: it ended, or the execution of the renewed decision began. */
const executionOverOn = (file: PersonalFile, execution: Thing<'execution'>): LocalDate | undefined => {
  const decision = file.get('decision', execution.created.data.decisionId);
  const days = execution.since('ExecutionEnded').map((ended) => ended.occurredOn);
  if (decision) {
    for (const renewal of decision.linked('decision'))
      for (const next of renewal.linked('execution'))
        days.push(latest(decision.created.occurredOn, renewal.created.occurredOn, next.created.occurredOn));
  }
  return firstOf(days);
};
