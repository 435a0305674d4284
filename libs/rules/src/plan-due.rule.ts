import { addDays, recorded } from '@rt/domain';
import { days } from './amounts';
import { deadline } from './deadline';
import { OSTERMALM_2020 } from './sources';
import { whileOrderStands } from './while-order-stands';

export const planDue = deadline({
  id: 'plan-due',
  title: ({ planDaysMax }) => ({
    sv: `Genomförandeplan saknas efter ${days(planDaysMax).sv}`,
    en: `Plan missing ${days(planDaysMax).en} after the order`,
  }),
  reading: ({ planDaysMax }) => ({
    sv: `En plan för varje beställning, inom ${days(planDaysMax).sv} från det att den skickades: kalenderdagar, utan flytt till vardag. Kravet upphör när beställningen återkallas, när insatsen har upphört, när det förnyade beslutet har fått en egen beställning eller när beslutet ändras till avslag; ändras det till beviljande igen räknas tiden från den dagen. Avslutas ärendet vilar den plan som redan är försenad; en som inte är det krävs igen vid en återöppning, med de dagar som var kvar. Rutinen med 15 dagar är en stadsdelsförvaltnings (Östermalms); regeln gäller för alla tills kommunen har beslutat annat.`,
    en: `A plan for every order, within ${days(planDaysMax).en} from the day the order was sent: calendar days, not moved to a weekday. The plan is no longer required when the order is cancelled, when what it ordered has ended, when the renewed decision has got an order of its own, or when the decision is changed into a rejection; if it is changed into an approval again, the time counts from that day. When the case closes, a plan that is overdue rests, overdue; one that is not is required again when the case is reopened, with the days it had left. The routine, with 15 days, is that of one district (Östermalm); the rule applies to all until the municipality has decided otherwise.`,
  }),
  severity: 'high',
  area: 'safety',
  step: 'plan',
  settledBy: ['PlanReceived'],
  remindsOf: 'plan',
  whatToDo: {
    sv: 'Be utföraren skicka genomförandeplanen, och registrera den när den kommer.',
    en: 'Ask the provider to send the plan, and record it when it arrives.',
  },
  versions: [
    {
      inForceFrom: '2020-09-24',
      authority: 'localRoutine',
      document: OSTERMALM_2020,
      quote: 'bevaka att genomförandeplanen inkommit inom 15 dagar från det att beställningen skickades',
      parameters: { planDaysMax: 15 },
      parameterAuthority: 'localRoutine',
    },
  ],
  duties: (file) =>
    file.things('order').flatMap((order) => {
      const sent = order.created;
      return whileOrderStands(file, order, {
        subject: order.id,
        trigger: sent,
        metBy: order.linked('plan')[0]?.created,
        facts: { sentOn: sent.occurredOn },
      });
    }),
  dueOn: (from, { planDaysMax }) => addDays(from, planDaysMax),
  phrases: ({ inputs: { sentOn, planDaysMax } }) => ({
    background: { sv: `Beställningen skickades ${sentOn}.`, en: `The order was sent on ${sentOn}.` },
    backgroundOn: sentOn,
    within: days(planDaysMax),
    owed: { sv: 'Genomförandeplanen ska ha kommit in', en: 'The plan is to arrive' },
    missed: { sv: 'Genomförandeplanen skulle ha kommit in', en: 'The plan was to arrive' },
    met: { sv: 'Genomförandeplanen kom in', en: 'The plan arrived' },
    over: { sv: 'behövs ingen genomförandeplan', en: 'no plan is required' },
  }),
  examples: [
    {
      name: 'day 15, no plan: in time',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-03-17',
      then: ['pending'],
    },
    {
      name: 'day 16, no plan: a gap',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-03-18',
      then: ['overdue'],
    },
    {
      name: 'plan on day 15: in time',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-17')],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'plan on day 16: late, and it stays late',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-18')],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the order is cancelled on day 10: no plan is required',
      given: [recorded('OrderSent', '2026-03-02'), recorded('OrderCancelled', '2026-03-12')],
      on: '2026-03-18',
      then: ['voided'],
    },
    {
      name: 'the case is closed with seven days left and reopened: seven days from the reopening',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-03-10'),
        recorded('CaseReopened', '2026-04-01'),
      ],
      on: '2026-04-08',
      then: ['voided', 'pending'],
    },
    {
      name: 'the case is closed with seven days left and reopened, no plan on the eighth day: a gap',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-03-10'),
        recorded('CaseReopened', '2026-04-01'),
      ],
      on: '2026-04-09',
      then: ['voided', 'overdue'],
    },
    {
      name: 'overdue for 61 days, the case closed and reopened on one day: still overdue',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-05-17'),
        recorded('CaseReopened', '2026-05-17'),
      ],
      on: '2026-05-17',
      then: ['overdue'],
    },
    {
      name: 'overdue when the case closed: it rests, overdue',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-03-18'),
      ],
      on: '2026-09-01',
      then: ['overdue'],
    },
    {
      name: 'the decision is changed into a rejection: no plan is required',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('DecisionChanged', '2026-03-09', { outcome: 'rejection' }),
      ],
      on: '2026-03-18',
      then: ['voided'],
    },
    {
      name: 'the decision is changed into a rejection and grants again: fifteen days from then',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('DecisionChanged', '2026-03-09', { outcome: 'rejection' }),
        recorded('DecisionChanged', '2026-04-01'),
      ],
      on: '2026-04-17',
      then: ['voided', 'overdue'],
    },
    {
      name: 'sent on 24 September 2020, the first day of the routine: day 16, a gap',
      given: [recorded('OrderSent', '2020-09-24')],
      on: '2020-10-10',
      then: ['overdue'],
    },
    {
      name: 'a decision and no order: nothing to plan yet',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-03-18',
      then: 'doesNotApply',
    },
  ],
});
