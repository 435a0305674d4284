import {
  addDays,
  decisionReadings,
  END_OF_TIME,
  isApproval,
  latest,
  on,
  recorded,
  type EventId,
  type LocalDate,
  type Thing,
} from '@rt/domain';
import { days } from './amounts';
import { deadline, type Duty } from './deadline';
import { earliestOf, firstOf } from './first-of';
import { underBothActs } from './sources';
import { executionsOfDecision, renewalsOf } from './thread';

const GRANTS = {
  law: { statute: '1993:387', section: '9 § 3' },
  measure: 'ledsagarservice',
  outcome: 'approval',
  grantedExtent: null,
} as const;
const rejected = () => recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' });
const appealed = () => recorded('AppealReceived', '2026-03-04');
const judged = (more: { readonly to?: LocalDate } = {}) =>
  recorded('AppealDecided', '2026-06-15', { outcome: 'changed', grants: { ...GRANTS, ...more } });

export const judgmentToCarryOut = deadline({
  id: 'judgment-to-carry-out',
  title: { sv: 'Domen är inte verkställd', en: 'Judgment not carried out' },
  reading: ({ judgmentDaysMax }) => ({
    sv: `När domstolen har beviljat en insats ska det märkas i akten inom ${days(judgmentDaysMax).sv} att domen verkställs: en beställning som skickas eller ändras, ett ändrat eller nytt beslut, eller att insatsen börjar, på domens dag eller senare. En beställning från före domen räcker inte, för den gäller vad nämnden hade beviljat: det är vad regeln lägger till regeln om att beställning saknas, som nöjer sig med den. Kravet gäller också när ärendet hade avslutats efter avslaget, och upphör när den tid som domstolen beviljade har gått ut eller en senare dom ersätter den. En dom vars innehåll inte är antecknat öppnar ingenting. Enligt lagen gäller domen omedelbart; ingen källa anger antalet dagar.`,
    en: `When the court has granted a measure, the file is to show within ${days(judgmentDaysMax).en} that the judgment is being carried out: an order that is sent or revised, a changed or a new decision, or the measure beginning, on the day of the judgment or later. An order from before the judgment is not enough, because it is about what the board had granted: that is what this rule adds to the rule about a missing order, which is satisfied with it. The duty also holds where the case was closed after the rejection, and ends when the time that the court granted has run out or a later judgment replaces it. A judgment whose content is not recorded opens nothing. By law the judgment applies at once; no source sets the number of days.`,
  }),
  severity: 'critical',
  area: 'safety',
  step: 'decision',
  settledBy: ['OrderSent', 'OrderRevised', 'DecisionChanged', 'DecisionMade', 'ExecutionStarted'],
  whatToDo: {
    sv: 'Skicka eller ändra beställningen så att den stämmer med domen, eller fatta det beslut som behövs för att verkställa den.',
    en: 'Send or revise the order so that it agrees with the judgment, or make the decision that is needed to carry it out.',
  },
  versions: underBothActs({
    inForceFrom: '2002-01-01',
    authority: 'law',
    oldAct: 'LSS 27 §, SoL (2001:453) 16 kap. 3 §',
    newAct: 'LSS 27 §, SoL (2025:400) 35 kap. 5 §',
    quote: 'gäller omedelbart',
    parameters: { judgmentDaysMax: 7 },
    parameterAuthority: 'default',
  }),
  duties: (file) => file.things('decision').flatMap((decision) => judgmentsOn(decision)),
  dueOn: (from, { judgmentDaysMax }) => addDays(from, judgmentDaysMax),
  phrases: ({ inputs: { judgedOn, judgmentDaysMax } }) => ({
    background: {
      sv: `Domstolen beviljade insatsen ${judgedOn}; domen gäller omedelbart.`,
      en: `The court granted the measure on ${judgedOn}; the judgment applies at once.`,
    },
    backgroundOn: judgedOn,
    within: days(judgmentDaysMax),
    owed: { sv: 'Domen ska ha börjat verkställas', en: 'The judgment is to be carried out' },
    missed: { sv: 'Domen skulle ha börjat verkställas', en: 'The judgment was to be carried out' },
    met: { sv: 'Domen började verkställas', en: 'The judgment began to be carried out' },
    over: { sv: 'behöver den domen inte verkställas', en: 'that judgment need not be carried out' },
  }),
  examples: [
    {
      name: 'day 7 after the judgment, nothing done: in time',
      given: [rejected(), appealed(), judged()],
      on: '2026-06-22',
      then: ['pending'],
    },
    {
      name: 'day 8 after the judgment, nothing done: a gap',
      given: [rejected(), appealed(), judged()],
      on: '2026-06-23',
      then: ['overdue'],
    },
    {
      name: 'an order on day 7: in time',
      given: [rejected(), appealed(), judged(), recorded('OrderSent', '2026-06-22')],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'an order on day 8: late, and it stays late',
      given: [rejected(), appealed(), judged(), recorded('OrderSent', '2026-06-23')],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'the board had granted a part and ordered it, and the order is as before: a gap',
      given: [
        recorded('DecisionMade', '2026-02-20', { outcome: 'partialRejection' }),
        recorded('OrderSent', '2026-02-24'),
        appealed(),
        judged(),
      ],
      on: '2026-06-23',
      then: ['overdue'],
    },
    {
      name: 'the order revised to what the court granted: in time',
      given: [
        recorded('DecisionMade', '2026-02-20', { outcome: 'partialRejection' }),
        recorded('OrderSent', '2026-02-24'),
        appealed(),
        judged(),
        recorded('OrderRevised', '2026-06-17'),
      ],
      on: '2026-09-01',
      then: ['fulfilled'],
    },
    {
      name: 'the case was closed after the rejection, nothing done: a gap all the same',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        rejected(),
        recorded('CaseClosed', '2026-03-31', { reason: 'rejected' }),
        appealed(),
        judged(),
      ],
      on: '2026-06-23',
      then: ['overdue'],
    },
    {
      name: 'the court granted the measure until the end of July: from August on nothing is left to carry out',
      given: [rejected(), appealed(), judged({ to: on('2026-07-31') })],
      on: '2026-08-01',
      then: ['voided'],
    },
    {
      name: 'under the older act: day 8 after a judgment of 2024: a gap',
      given: [
        recorded('DecisionMade', '2024-02-20', { outcome: 'rejection' }),
        recorded('AppealReceived', '2024-03-04'),
        recorded('AppealDecided', '2024-06-17', { outcome: 'changed', grants: GRANTS }),
      ],
      on: '2024-06-25',
      then: ['overdue'],
    },
    {
      name: 'a judgment of 1 July 2025, day 8: a gap under the new act',
      given: [
        recorded('DecisionMade', '2025-02-20', { outcome: 'rejection' }),
        recorded('AppealReceived', '2025-03-04'),
        recorded('AppealDecided', '2025-07-01', { outcome: 'changed', grants: GRANTS }),
      ],
      on: '2025-07-09',
      then: ['overdue'],
    },
    {
      name: 'a judgment of 1 January 2002, day 8: a gap',
      given: [
        recorded('DecisionMade', '2001-10-20', { outcome: 'rejection' }),
        recorded('AppealReceived', '2001-11-04'),
        recorded('AppealDecided', '2002-01-01', { outcome: 'changed', grants: GRANTS }),
      ],
      on: '2002-01-09',
      then: ['overdue'],
    },
    {
      name: 'the decision was upheld: it does not apply',
      given: [rejected(), appealed(), recorded('AppealDecided', '2026-06-15', { outcome: 'upheld' })],
      on: '2026-09-01',
      then: 'doesNotApply',
    },
    {
      name: 'the decision was changed, and what was granted is not recorded: it does not apply',
      given: [rejected(), appealed(), recorded('AppealDecided', '2026-06-15', { outcome: 'changed' })],
      on: '2026-09-01',
      then: 'doesNotApply',
    },
  ],
});

const judgmentsOn = (decision: Thing<'decision'>) => {
  const judgments = decisionReadings(decision).flatMap(({ event, content }) =>
    event.type === 'AppealDecided' && isApproval(content.outcome) ? [{ event, to: content.to }] : [],
  );
  return judgments.flatMap(({ event, to }, index): readonly Duty<{ readonly judgedOn: LocalDate }>[] => {
    const judgedOn = latest(decision.created.occurredOn, event.occurredOn);
    const over = to === undefined || to >= END_OF_TIME ? undefined : addDays(to, 1);
    if (over !== undefined && over <= judgedOn) return [];
    const next = judgments[index + 1];
    return [
      {
        subject: decision.id,
        trigger: event,
        inCaseOf: decision.created,
        arisesOn: judgedOn,
        outlastsCase: true,
        overOn: firstOf([over, next && latest(judgedOn, next.event.occurredOn)]),
        metBy: earliestOf(actsOf(decision).filter(({ occurredOn }) => occurredOn >= judgedOn)),
        facts: { judgedOn },
      },
    ];
  });
};

interface Carried {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/** Whatever carries a decision out, or decides anew, with the day from which the file shows it. */
const actsOf = (decision: Thing<'decision'>): readonly Carried[] => {
  const madeOn = decision.created.occurredOn;
  return [
    ...decision.linked('order').flatMap((order) => {
      const sentOn = latest(madeOn, order.created.occurredOn);
      return [
        { id: order.created.id, occurredOn: sentOn },
        ...order
          .since('OrderRevised')
          .map(({ id, occurredOn }) => ({ id, occurredOn: latest(sentOn, occurredOn) })),
      ];
    }),
    ...decision
      .since('DecisionChanged')
      .map(({ id, occurredOn }) => ({ id, occurredOn: latest(madeOn, occurredOn) })),
    ...renewalsOf(decision).map(({ thing, from }) => ({ id: thing.created.id, occurredOn: from })),
    ...executionsOfDecision(decision).map(({ thing, from }) => ({ id: thing.created.id, occurredOn: from })),
  ];
};
