import { addMonths, exampleId, recorded } from '@rt/domain';
import { months } from './amounts';
import { deadline } from './deadline';
import { executionOverOn, followUpsOf, type FollowUp } from './follow-ups';
import { REPORT_2021, underBothActs } from './sources';

/** Two measures of one case, each with its decision, order, plan and execution. */
const TWO_MEASURES = [1, 2].flatMap((number) => [
  recorded('DecisionMade', '2025-08-20', { decisionId: exampleId('decision', number) }),
  recorded('OrderSent', '2025-08-25', {
    orderId: exampleId('order', number),
    decisionId: exampleId('decision', number),
    goals: [],
  }),
  recorded('PlanReceived', '2025-08-28', {
    planId: exampleId('plan', number),
    orderId: exampleId('order', number),
    goals: [],
    activities: [],
  }),
  recorded('ExecutionStarted', '2025-09-01', {
    executionId: exampleId('execution', number),
    decisionId: exampleId('decision', number),
    orderId: exampleId('order', number),
  }),
]);

export const followUpDue = deadline({
  id: 'follow-up-due',
  title: { sv: 'Uppföljning av insats saknas', en: 'Follow-up of the measure missing' },
  reading: ({ firstMonthsMax, nextMonthsMax }) => ({
    sv: `En kedja: första uppföljningen inom ${months(firstMonthsMax).sv} från det att verkställigheten började, sedan en inom ${months(nextMonthsMax).sv} från varje. En uppföljning hör till den insats som dess plan, beställning eller beslut leder till, också genom ett förnyat beslut; anger den bara ärendet gäller den ärendets insatser. Kedjan tar slut när verkställigheten avslutas eller när det förnyade beslutets verkställighet tar vid. Avslutas ärendet vilar det som redan är försenat; det som inte var det börjar om vid en återöppning med de dagar som var kvar. Att nämnden ska följa upp en beslutad insats och dokumentera det är inspektörernas krav; lagen kräver att kvaliteten i verksamheten följs upp systematiskt och fortlöpande, inte varje insats för sig. Ingen källa anger hur ofta: antalet månader är programmets förval. Samma datum, utan flytt till vardag.`,
    en: `A chain: the first follow-up within ${months(firstMonthsMax).en} after the execution began, then one within ${months(nextMonthsMax).en} of each. A follow-up belongs to the measure that its plan, order or decision leads to, also through a renewed decision. If it names only the case, it is about the measures of the case. The chain ends when the execution ends or when the execution of the renewed decision begins. When the case closes, what is overdue rests; what is not begins again when the case is reopened, with the days it had left. That the board follows up a decided measure and documents it is the demand of the inspectors; the law requires that the quality of the service is followed up systematically and continuously, not each measure by itself. No source says how often: the numbers of months are defaults of this program. The same date, not moved to a weekday.`,
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
      const overOn = executionOverOn(execution, file);
      const followUps = followUpsOf(file, execution);
      return [started, ...followUps.map(({ event }) => event)].flatMap((trigger, index) => {
        const arisesOn = index === 0 ? started.occurredOn : (followUps[index - 1] as FollowUp).occurredOn;
        if (index > 0 && overOn !== undefined && overOn <= arisesOn) return [];
        const next = followUps[index];
        return [
          {
            subject: execution.id,
            trigger,
            inCaseOf: started,
            arisesOn,
            overOn,
            metBy: next && { id: next.event.id, occurredOn: next.occurredOn },
            facts: { sinceOn: arisesOn, isFirst: index === 0 },
          },
        ];
      });
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
      name: 'the case closed with 90 days left and reopened: 90 days from the reopening',
      given: [
        recorded('CaseOpened', '2025-05-05'),
        recorded('ExecutionStarted', '2025-09-01'),
        recorded('CaseClosed', '2025-12-01'),
        recorded('CaseReopened', '2026-02-02'),
      ],
      on: '2026-05-03',
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
      name: 'overdue when the case closed and reopened on one day: it stays overdue',
      given: [
        recorded('CaseOpened', '2025-05-05'),
        recorded('ExecutionStarted', '2025-09-01'),
        recorded('CaseClosed', '2026-05-01'),
        recorded('CaseReopened', '2026-05-01'),
      ],
      on: '2026-05-02',
      then: ['overdue'],
    },
    {
      name: 'it names only the plan of the other measure: one duty is met, the other is not',
      given: [
        ...TWO_MEASURES,
        recorded('FollowUpDocumented', '2026-02-02', {
          decisionId: null,
          orderId: null,
          planId: exampleId('plan', 2),
        }),
      ],
      on: '2026-03-02',
      then: ['overdue', 'fulfilled', 'pending'],
    },
    {
      name: 'it names a decision and the plan of another measure: the plan is believed',
      given: [
        ...TWO_MEASURES,
        recorded('FollowUpDocumented', '2026-02-02', { orderId: null, planId: exampleId('plan', 2) }),
      ],
      on: '2026-03-02',
      then: ['overdue', 'fulfilled', 'pending'],
    },
    {
      name: 'the execution is linked by its order, the follow-up by the decision of that order: met',
      given: [
        recorded('DecisionMade', '2025-08-20'),
        recorded('OrderSent', '2025-08-25'),
        recorded('ExecutionStarted', '2025-09-01', { decisionId: null }),
        recorded('FollowUpDocumented', '2026-02-02', { orderId: null, planId: null }),
      ],
      on: '2026-03-02',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'a follow-up of the renewed decision, which nobody has begun to execute by itself: met',
      given: [
        recorded('DecisionMade', '2025-08-20'),
        recorded('ExecutionStarted', '2025-09-01', { orderId: null }),
        recorded('DecisionMade', '2026-01-15', {
          decisionId: exampleId('decision', 2),
          previousDecisionId: exampleId('decision'),
        }),
        recorded('FollowUpDocumented', '2026-02-02', {
          decisionId: exampleId('decision', 2),
          orderId: null,
          planId: null,
        }),
      ],
      on: '2026-03-02',
      then: ['fulfilled', 'pending'],
    },
    {
      name: 'the execution of the renewal, linked by its order, has begun: the old one is over',
      given: [
        recorded('DecisionMade', '2025-08-20'),
        recorded('ExecutionStarted', '2025-09-01', { orderId: null }),
        recorded('DecisionMade', '2026-01-15', {
          decisionId: exampleId('decision', 2),
          previousDecisionId: exampleId('decision'),
        }),
        recorded('OrderSent', '2026-01-20', { decisionId: exampleId('decision', 2) }),
        recorded('ExecutionStarted', '2026-02-02', {
          executionId: exampleId('execution', 2),
          decisionId: null,
        }),
      ],
      on: '2026-03-02',
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
      on: '2026-03-02',
      then: ['overdue'],
    },
    {
      name: 'begun on 1 January 2019, the first day of the rule: six months and a day, a gap',
      given: [recorded('ExecutionStarted', '2019-01-01')],
      on: '2019-07-02',
      then: ['overdue'],
    },
    {
      name: 'begun on 1 July 2025, the first day of the new act: six months and a day, a gap',
      given: [recorded('ExecutionStarted', '2025-07-01')],
      on: '2026-01-02',
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
