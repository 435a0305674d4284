import {
  addMonths,
  exampleId,
  latest,
  on,
  recorded,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type FollowUpDocumented,
  type Thing,
} from '@rt/domain';
import { firstOf } from './first-of';
import type { Found, Rule } from './rule';
import { REPORT_2021 } from './sources';
import { deadlineIn, spellsOf, type Spell } from './spells';

const QUOTE =
  'regelbundna uppföljningar görs vid boendeplaceringar oavsett om beslutet är tillsvidare eller tidsbegränsat';

export const followUpDue: Rule<{ readonly firstMonthsMax: number; readonly nextMonthsMax: number }> = {
  id: 'follow-up-due',
  title: { sv: 'Uppföljning av insats saknas', en: 'Follow-up of the measure missing' },
  reading: {
    sv: 'En kedja: första uppföljningen inom sex månader från det att verkställigheten började, sedan en inom tolv månader från varje. Den tar slut när verkställigheten avslutas, när det förnyade beslutets verkställighet tar vid eller när ärendet avslutas; återöppnas ärendet räknas tiden från den dagen. Månaderna är våra och ingen lags: samma datum, utan flytt till vardag.',
    en: "A chain: the first follow-up six months after the execution began, then one within twelve months of each. It ends when the execution ends, when the execution of the renewed decision takes over, or when the case closes; a reopened case goes on with it. The months are ours and no statute's: the same date, not moved to a weekday.",
  },
  severity: 'high',
  area: 'safety',
  step: 'follow-up',
  settledBy: ['FollowUpDocumented'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2019-01-01'),
      inForceTo: on('2025-06-30'),
      authority: 'guideline',
      source: { document: `${REPORT_2021}; SoL (2001:453) 3 kap. 3 §, LSS 6 §`, quote: QUOTE },
      parameters: { firstMonthsMax: 6, nextMonthsMax: 12 },
    },
    {
      version: 2,
      inForceFrom: on('2025-07-01'),
      authority: 'guideline',
      source: { document: `${REPORT_2021}; SoL (2025:400) 5 kap. 2 §, LSS 6 §`, quote: QUOTE },
      parameters: { firstMonthsMax: 6, nextMonthsMax: 12 },
    },
  ],
  check: (file, { parametersOn }) =>
    file.things('execution').flatMap((execution) => {
      const started = execution.created;
      const followUps = followUpsOf(file, execution);
      const spells = spellsOf(file, started, started.occurredOn, executionOverOn(file, execution));
      return spells.flatMap((spell): readonly Found[] =>
        linksIn(spell, followUps).map(({ spell: link, next, isFirst }) => {
          const parameters = parametersOn(link.arisesOn);
          const monthsMax = isFirst ? parameters.firstMonthsMax : parameters.nextMonthsMax;
          return {
            subject: execution.id,
            caseId: started.caseId,
            kind: 'deadline',
            ...deadlineIn(link, next?.day, (day) => addMonths(day, monthsMax)),
            inputs: { sinceOn: link.arisesOn, isFirst, monthsMax },
            evidence: next ? [link.trigger, next.event.id] : [link.trigger],
          };
        }),
      );
    }),
  text: ({ dueOn, inputs: { sinceOn, isFirst, monthsMax } }) =>
    isFirst
      ? {
          sv: `Insatsen har inte följts upp sedan den påbörjades; tiden räknas från ${sinceOn}. Uppföljningen skulle ha gjorts inom ${monthsMax} månader, senast ${dueOn}.`,
          en: `The first follow-up, counted from ${sinceOn}, was to be documented within ${monthsMax} months, by ${dueOn}.`,
        }
      : {
          sv: `Nästa uppföljning, räknat från ${sinceOn}, skulle ha dokumenterats inom ${monthsMax} månader, senast ${dueOn}.`,
          en: `The next follow-up, counted from ${sinceOn}, was to be documented within ${monthsMax} months, by ${dueOn}.`,
        },
  examples: [
    {
      name: 'six months to the day, no follow-up: in time',
      given: [recorded('ExecutionStarted', '2025-09-01')],
      on: on('2026-03-01'),
      then: ['pending'],
    },
    {
      name: 'six months and a day, no follow-up: a gap',
      given: [recorded('ExecutionStarted', '2025-09-01')],
      on: on('2026-03-02'),
      then: ['overdue'],
    },
    {
      name: 'followed up on the last day: in time, and the next within twelve months',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-01')],
      on: on('2027-03-01'),
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'twelve months and a day after a follow-up: a gap',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-01')],
      on: on('2027-03-02'),
      then: ['fulfilled', 'overdue'],
    },
    {
      name: 'followed up a day late: late, for good',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('FollowUpDocumented', '2026-03-02')],
      on: on('2026-06-01'),
      then: ['fulfilledLate', 'pending'],
    },
    {
      name: 'from 31 August six months are the last of February',
      given: [recorded('ExecutionStarted', '2025-08-31')],
      on: on('2026-02-28'),
      then: ['pending'],
    },
    {
      name: 'the execution ended in the fifth month: no follow-up is asked for',
      given: [recorded('ExecutionStarted', '2025-09-01'), recorded('ExecutionEnded', '2026-02-02')],
      on: on('2026-06-01'),
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
      on: on('2026-08-02'),
      then: ['voided', 'pending'],
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
      on: on('2026-03-02'),
      then: ['overdue'],
    },
    {
      name: 'nothing was executed: nothing to follow up',
      given: [recorded('DecisionMade', '2026-02-20'), recorded('OrderSent', '2026-02-27')],
      on: on('2027-03-02'),
      then: [],
      applies: false,
    },
  ],
};

interface FollowUp {
  readonly day: LocalDate;
  readonly event: Recorded<FollowUpDocumented>;
}

/**
 * The follow-ups of what an execution performs, one a day: those that name its decision, its order or another order of its
 * decision, and those of its case that name neither. Of two on one day the ids decide, and not which was recorded first.
 */
const followUpsOf = (file: PersonalFile, execution: Thing<'execution'>): readonly FollowUp[] => {
  const { decisionId, orderId } = execution.created.data;
  const followUps: FollowUp[] = [];
  for (const event of file.events('FollowUpDocumented')) {
    const of = event.data;
    const named = file.get('order', of.orderId)?.created;
    if (
      (of.decisionId !== null && of.decisionId === decisionId) ||
      (of.orderId !== null && of.orderId === orderId) ||
      (of.decisionId === null && of.orderId === null && event.caseId === execution.created.caseId)
    )
      followUps.push({ day: event.occurredOn, event });
    else if (named && decisionId !== null && named.data.decisionId === decisionId)
      followUps.push({ day: latest(named.occurredOn, event.occurredOn), event });
  }
  return followUps
    .sort((a, b) => (`${a.day} ${a.event.id}` < `${b.day} ${b.event.id}` ? -1 : 1))
    .filter(({ day }, index, all) => day >= execution.created.occurredOn && all[index - 1]?.day !== day);
};

/** The links of the chain within a spell: one from its beginning, one from each follow-up while it lasts. */
const linksIn = (
  spell: Spell,
  followUps: readonly FollowUp[],
): readonly { readonly spell: Spell; readonly next: FollowUp | undefined; readonly isFirst: boolean }[] => {
  const within = followUps.filter(
    ({ day }) => day >= spell.arisesOn && (spell.voidedOn === undefined || day <= spell.voidedOn),
  );
  const isFirst = !followUps.some(({ day }) => day < spell.arisesOn);
  const from = { spell, isFirst };
  return [
    from,
    ...within.map(({ day, event }) => ({
      spell: { ...spell, trigger: event.id, arisesOn: day },
      isFirst: false,
    })),
  ].map((link, index) => ({ ...link, next: within[index] }));
};

/** The day from which an execution is no longer followed up: it ended, or that of the renewed decision took over. */
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
