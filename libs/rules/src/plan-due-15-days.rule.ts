import { addDays, on, recorded } from '@rt/domain';
import { orderOverOn } from './order-over';
import type { Rule } from './rule';
import { OSTERMALM_2020 } from './sources';
import { deadlinesIn, spellsOf } from './spells';

export const planDue15Days: Rule<{ readonly planDaysMax: number }> = {
  id: 'plan-due-15-days',
  title: { sv: 'Genomförandeplan saknas efter 15 dagar', en: 'Plan missing 15 days after the order' },
  reading: {
    sv: 'En plan för varje beställning, inom 15 kalenderdagar från det att den skickades. Dagen flyttas inte till en vardag. Kravet upphör när beställningen återkallas, när insatsen har upphört, när det förnyade beslutet har fått en egen beställning eller när ärendet avslutas; återöppnas ärendet räknas tiden från den dagen.',
    en: 'A plan for every order, within 15 calendar days from the day it was sent. The day is not moved to a weekday. It is no longer asked for when the order is called off, when what it ordered has ended, when the renewed decision has got an order of its own, or when the case closes; where the case is reopened the time counts from that day.',
  },
  severity: 'high',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2020-09-24'),
      authority: 'localRoutine',
      source: {
        document: OSTERMALM_2020,
        quote: 'bevaka att genomförandeplanen inkommit inom 15 dagar från det att beställningen skickades',
      },
      parameters: { planDaysMax: 15 },
    },
  ],
  check: (file, { parametersOn }) =>
    file.things('order').flatMap((order) => {
      const sent = order.created;
      const plan = order.linked('plan')[0]?.created;
      return deadlinesIn(
        spellsOf(file, sent, sent.occurredOn, orderOverOn(file, order)),
        plan?.occurredOn,
        (day) => addDays(day, parametersOn(day).planDaysMax),
      ).map((deadline) => ({
        subject: order.id,
        caseId: sent.caseId,
        kind: 'deadline',
        ...deadline,
        inputs: { sentOn: sent.occurredOn, planDaysMax: parametersOn(deadline.arisesOn).planDaysMax },
        evidence: plan ? [sent.id, plan.id] : [sent.id],
      }));
    }),
  text: ({ dueOn, inputs: { sentOn, planDaysMax } }) => ({
    sv: `Beställningen skickades ${sentOn}. Genomförandeplanen skulle ha kommit in inom ${planDaysMax} dagar, senast ${dueOn}.`,
    en: `The order was sent on ${sentOn}. The plan was to arrive within ${planDaysMax} days, by ${dueOn}.`,
  }),
  examples: [
    {
      name: 'day 15, no plan: in time',
      given: [recorded('OrderSent', '2026-03-02')],
      on: on('2026-03-17'),
      then: ['pending'],
    },
    {
      name: 'day 16, no plan: a gap',
      given: [recorded('OrderSent', '2026-03-02')],
      on: on('2026-03-18'),
      then: ['overdue'],
    },
    {
      name: 'plan on day 15: in time',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-17')],
      on: on('2026-09-01'),
      then: ['fulfilled'],
    },
    {
      name: 'plan on day 16: late, for good',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-18')],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'the order is called off on day 10: no plan is asked for',
      given: [recorded('OrderSent', '2026-03-02'), recorded('OrderCancelled', '2026-03-12')],
      on: on('2026-03-18'),
      then: ['voided'],
    },
    {
      name: 'the case is closed and reopened: fifteen days from the reopening',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-03-10'),
        recorded('CaseReopened', '2026-04-01'),
      ],
      on: on('2026-04-16'),
      then: ['voided', 'pending'],
    },
    {
      name: 'a decision and no order: nothing to plan yet',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: on('2026-03-18'),
      then: [],
      applies: false,
    },
  ],
};
