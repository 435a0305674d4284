import { exampleId, recorded } from '@rt/domain';
import { versionsFrom } from './lacks';
import { orderPeriodsFrom } from './order-over';
import { differencesOn, goalsSaid, differenceSaid } from './plan-differences';
import { quality } from './quality';
import { REPORT_2021, REPORT_2022 } from './sources';
import { listed } from './stated';

const ORDER_TO_SWIM = recorded('OrderSent', '2026-03-02', {
  goals: [
    {
      goalId: exampleId('goal', 1),
      level: 'overall',
      parentGoalId: null,
      text: 'Simma varje vecka',
      byThePerson: true,
    },
  ],
});

const planToSwim = (text: string, hours = 20) =>
  recorded('PlanReceived', '2026-03-10', {
    goals: [{ goalId: exampleId('goal', 101), orderGoalId: exampleId('goal', 1), text }],
    extent: { amount: hours, unit: 'hours', per: 'month', activities: [] },
  });

export const planMismatchOrder = quality({
  id: 'plan-mismatch-order',
  title: { sv: 'Planen stämmer inte med beställningen', en: 'Plan does not match the order' },
  reading: {
    sv: 'Planen säger vad beställningen säger: uppdrag, syfte, varje mål och omfattningen, jämfört med beställningen som den löd när planen kom. Ord jämförs i ordning; ett slag fel i ett ord är ett skrivfel. Det som bara uttrycks på ett annat sätt eller är utförligare i planen visas och frågas om (”samma mål?”), med låg allvarlighetsgrad, och en registrerad bedömning avgör det; färre timmar, ett mål som saknas och ett ändrat syfte är brister. Mål som bara planen har prövas av regeln ”Planens innehåll ofullständigt”. En senare plan som stämmer uppfyller kravet, liksom en ändrad beställning som planen stämmer med; en ändrad beställning i sig öppnar ingenting, eftersom regeln ”Planen är inte aktuell” då ger utföraren tid för en ny plan. Beviljas insatsen på nytt jämförs de på nytt från den dagen.',
    en: 'The plan says what the order says: task, purpose, each goal and the extent, compared with the order as it read when the plan came. Words are compared in order. One wrong key in a word is a typing error. What is only worded otherwise, or has more detail in the plan, is shown and asked about (“the same goal?”), with low severity, and a recorded judgement settles it. Fewer hours, a missing goal and a changed purpose are gaps. Goals that only the plan has are judged by the rule “Content of the plan incomplete”. A later plan that agrees meets the duty, and so does a changed order that the plan agrees with. A changed order alone opens no gap, because the rule “Plan not up to date” then gives the provider time for a new plan. If the measure is granted anew, they are compared again from that day.',
  },
  severity: 'high',
  area: 'selfDetermination',
  step: 'plan',
  settledBy: ['PlanReceived', 'OrderRevised', 'JudgementRecorded'],
  isQuestion: ({ task, purpose, hours, goalsChanged, goalsMissing }) =>
    [task, purpose].every((part) => part === 'same' || part === 'reworded') &&
    hours === 'same' &&
    goalsChanged === '' &&
    goalsMissing === '',
  questionSeverity: 'low',
  whatToDo: {
    sv: 'Registrera din bedömning om det är samma sak med andra ord. Annars: returnera planen till utföraren och säg vad som skiljer, eller ändra beställningen om den är fel.',
    en: 'Record your judgement if it is the same in other words. Otherwise return the plan to the provider and say what differs, or change the order if the order is wrong.',
  },
  versions: [
    {
      inForceFrom: '2019-01-01',
      authority: 'guideline',
      document: `${REPORT_2022}; så även ${REPORT_2021}`,
      quote: 'genomförandeplanernas innehåll inte överensstämde med beställningen',
    },
  ],
  documents: (file) =>
    file.things('order').flatMap((order) => {
      const plans = order.linked('plan');
      const [first] = plans;
      if (!first) return [];
      const sentOn = order.created.occurredOn;
      const received = versionsFrom(
        sentOn,
        plans.map(({ created }) => created),
      );
      const revised = versionsFrom(sentOn, order.since('OrderRevised'));
      const onlyRevised = new Set(revised.map(({ day }) => day));
      for (const { day } of received) onlyRevised.delete(day);
      return orderPeriodsFrom(file, order, first.created, received[0]?.day ?? sentOn).map(
        ({ event, from, to }) => ({
          trigger: event,
          inCaseOf: first.created,
          arisesOn: from,
          overOn: to,
          versions: [...received, ...revised].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
          judge: (day) => {
            const judged = differencesOn(order, plans, day);
            return judged.lacks && onlyRevised.has(day) ? undefined : judged;
          },
        }),
      );
    }),
  phrases: ({ inputs: { task, purpose, hours, goalsChanged, goalsReworded, goalsMissing } }) => {
    const { sv, en } = listed([
      ...differenceSaid('uppdraget', 'the task', task),
      ...differenceSaid('syftet', 'the purpose', purpose),
      ...goalsSaid(goalsChanged, 'changed'),
      ...goalsSaid(goalsReworded, 'reworded'),
      ...goalsSaid(goalsMissing, 'missing'),
      ...differenceSaid('omfattningen', 'the extent', hours),
    ]);
    return {
      lacks: {
        sv: `Planen stämmer inte med beställningen: ${sv}`,
        en: `The plan does not match the order: ${en}`,
      },
      lacked: {
        sv: `Planen stämde inte med beställningen: ${sv}`,
        en: `The plan did not match the order: ${en}`,
      },
      supplied: {
        sv: 'Det rättades, eller bedömdes vara samma sak,',
        en: 'It was put right, or judged to be the same,',
      },
      over: {
        sv: 'planen eller beställningen ändrades eller upphörde, eller ärendet avslutades',
        en: 'the plan or the order was changed or ended, or the case closed',
      },
      caveat: {
        sv: 'Systemet jämför orden; om innebörden är en annan bedömer handläggaren.',
        en: 'The system compares words; the case worker judges whether the meaning differs.',
      },
    };
  },
  examples: [
    {
      name: 'the plan says what the order says: they match',
      given: [recorded('OrderSent', '2026-03-02'), recorded('PlanReceived', '2026-03-10')],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'a typing error in the goal: they match',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          goals: [
            {
              goalId: exampleId('goal', 101),
              orderGoalId: exampleId('goal', 1),
              text: 'Elsa deltar i fritidsaktivteter utanför hemet',
            },
          ],
        }),
      ],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'another word in the goal: due on its own day',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          goals: [
            {
              goalId: exampleId('goal', 101),
              orderGoalId: exampleId('goal', 1),
              text: 'Elsa deltar i fritidsaktiviteter i hemmet',
            },
          ],
        }),
      ],
      on: '2026-03-10',
      then: ['pending'],
    },
    {
      name: 'the goal worded otherwise, with more detail: shown and asked about',
      given: [ORDER_TO_SWIM, planToSwim('Komma ut och simma varje tisdag')],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'the goal worded otherwise, judged to be the same a week later: settled by that judgement',
      given: [
        ORDER_TO_SWIM,
        planToSwim('Komma ut och simma varje tisdag'),
        recorded('JudgementRecorded', '2026-03-17', {
          ruleId: 'plan-mismatch-order',
          subject: exampleId('plan'),
        }),
      ],
      on: '2026-03-17',
      then: ['fulfilledLate'],
    },
    {
      name: 'the goal worded otherwise and fewer hours, judged to be the same: the hours are still a gap',
      given: [
        ORDER_TO_SWIM,
        planToSwim('Komma ut och simma varje tisdag', 10),
        recorded('JudgementRecorded', '2026-03-17', {
          ruleId: 'plan-mismatch-order',
          subject: exampleId('plan'),
        }),
      ],
      on: '2026-03-17',
      then: ['overdue'],
    },
    {
      name: 'a goal that only the plan has: another rule looks at it',
      given: [
        recorded('OrderSent', '2026-03-02', { goals: [] }),
        recorded('PlanReceived', '2026-03-10', {
          goals: [{ goalId: exampleId('goal', 101), orderGoalId: null, text: 'Läsa mer' }],
        }),
      ],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'fewer hours than ordered, the day after: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', {
          extent: { amount: 15, unit: 'hours', per: 'month', activities: [] },
        }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'the purpose left out: a gap',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { purpose: undefined }),
      ],
      on: '2026-03-11',
      then: ['overdue'],
    },
    {
      name: 'a plan that agrees two weeks later: late, and it stays late',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { goals: [] }),
        recorded('PlanReceived', '2026-03-24', { planId: exampleId('plan', 2) }),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the order changed after a plan that agreed: a new plan is required by another rule',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10'),
        recorded('OrderRevised', '2026-05-04', { task: 'Ledsaga till matlagningskurs på onsdagar.' }),
      ],
      on: '2026-05-05',
      then: [],
    },
    {
      name: 'the order cancelled a week later: the plan is no longer judged',
      given: [
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { purpose: undefined }),
        recorded('OrderCancelled', '2026-03-17'),
      ],
      on: '2026-04-01',
      then: ['voided'],
    },
    {
      name: 'the decision is changed into a rejection, and the measure granted anew: a gap again the day after',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { purpose: undefined }),
        recorded('DecisionChanged', '2026-03-17', { outcome: 'rejection' }),
        recorded('DecisionCorrected', '2026-05-04', {}),
      ],
      on: '2026-05-05',
      then: ['voided', 'overdue'],
    },
    {
      name: 'received on 1 January 2019, the first day of the rule, without the purpose: a gap the day after',
      given: [
        recorded('OrderSent', '2018-12-03'),
        recorded('PlanReceived', '2019-01-01', { purpose: undefined }),
      ],
      on: '2019-01-02',
      then: ['overdue'],
    },
    {
      name: 'an order without a plan: nothing to compare',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});
