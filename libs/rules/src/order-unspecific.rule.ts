import {
  orderContentOn,
  orderVersions,
  recorded,
  type Configuration,
  type LocalDate,
  type OrderContent,
} from '@rt/domain';
import { versionsFrom } from './lacks';
import { orderPeriods } from './order-over';
import { judgedByParts, missingParts } from './parts';
import { quality } from './quality';
import { REPORT_2022 } from './sources';
import { isStated } from './stated';

/** Words that do not say what is to be done, whatever the measure is. */
const EMPTY_WORDS: readonly string[] = [
  ...[
    'ledsagning',
    'ledsagarservice',
    'ledsagare',
    'ledsaga',
    'insats',
    'insatsen',
    'stöd',
    'hjälp',
    'service',
  ],
  ...['fritidsaktivitet', 'fritidsaktiviteter', 'aktivitet', 'aktiviteter', 'uppdrag', 'uppdraget', 'utföra'],
  ...[
    'beslut',
    'beslutet',
    'beställning',
    'beställningen',
    'utredning',
    'utredningen',
    'bilaga',
    'bifogad',
    'ovan',
  ],
  ...[
    'behov',
    'önskemål',
    'överenskommelse',
    'timmar',
    'timme',
    'tim',
    'h',
    'månad',
    'månaden',
    'vecka',
    'veckan',
    'år',
  ],
  ...[
    'till',
    'från',
    'i',
    'på',
    'av',
    'med',
    'om',
    'vid',
    'för',
    'per',
    'enligt',
    'se',
    'och',
    'samt',
    'en',
    'ett',
    'den',
    'det',
  ],
];

export const orderUnspecific = quality({
  id: 'order-unspecific',
  title: { sv: 'Beställningen är ospecificerad', en: 'Order not specific' },
  reading: {
    sv: 'En beställning säger vad som ska göras, varför och mot vilka mål. Uppdraget ska säga mer än insatsens namn, namnet med ”till fritidsaktiviteter” eller ord som inget säger: de står i emptyWords, en lista som ingen källa anger. Siffror hör till omfattningen, inte till uppdraget. Maskinen ser om delarna finns; om de är bra bedömer läsaren.',
    en: 'An order says what is to be done, why, and towards which goals. The task must say more than the name of the measure, that name with ”till fritidsaktiviteter”, or words that say nothing: `emptyWords` lists them, and no source sets that list. Numbers belong to the extent, not to the task. The machine sees whether the parts are there; the reader judges whether they are good.',
  },
  severity: 'high',
  area: 'safety',
  step: 'order',
  settledBy: ['OrderRevised'],
  whatToDo: {
    sv: 'Ändra beställningen så att den anger uppdrag, syfte och mål.',
    en: 'Change the order so that it states task, purpose and goals.',
  },
  versions: [
    {
      inForceFrom: '2021-01-01',
      authority: 'guideline',
      document: REPORT_2022,
      quote: 'endast att uppdraget var ledsagning',
      parameters: { emptyWords: EMPTY_WORDS },
      parameterAuthority: 'default',
    },
  ],
  documents: (file, { configuration, parametersOn }) =>
    file.things('order').flatMap((order) =>
      orderPeriods(file, order).map(({ event, from, to }) => ({
        trigger: event,
        inCaseOf: order.created,
        arisesOn: from,
        overOn: to,
        versions: versionsFrom(order.created.occurredOn, orderVersions(order).slice(1)),
        judge: (day) => {
          const content = orderContentOn(order, day);
          return judgedByParts(order.id, {
            taskSpecified: isTaskSpecified(content, parametersOn(day).emptyWords, configuration, day),
            purposeStated: isStated(content.purpose),
            goalsStated: content.goals.some((goal) => isStated(goal.text)),
          });
        },
      })),
    ),
  phrases: ({ inputs }) => {
    const { sv, en } = missingParts(PARTS, inputs);
    return {
      lacks: { sv: `I beställningen saknas ${sv}`, en: `The order lacks ${en}` },
      lacked: { sv: `I beställningen saknades ${sv}`, en: `The order lacked ${en}` },
      supplied: { sv: 'Beställningen kompletterades', en: 'The order was completed' },
      over: {
        sv: 'beställningen ändrades eller upphörde, eller ärendet avslutades',
        en: 'the order was changed or ended, or the case closed',
      },
      caveat: {
        sv: 'Maskinen ser bara om delarna finns; om de räcker bedömer läsaren.',
        en: 'The machine only sees whether the parts are there; the reader judges whether they are enough.',
      },
    };
  },
  examples: [
    {
      name: 'task, purpose and goals: nothing is missing',
      given: [recorded('OrderSent', '2026-03-02')],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'one word more than the name of the measure: nothing is missing',
      given: [recorded('OrderSent', '2026-03-02', { task: 'Ledsagning till simhall.' })],
      on: '2026-04-01',
      then: [],
    },
    {
      name: 'the task is "Ledsagning till fritidsaktiviteter": a gap',
      given: [recorded('OrderSent', '2026-03-02', { task: 'Ledsagning till fritidsaktiviteter' })],
      on: '2026-03-03',
      then: ['overdue'],
    },
    {
      name: 'the task is "Ledsagarservice 20 timmar per månad enligt beslut": due on its own day',
      given: [
        recorded('OrderSent', '2026-03-02', { task: 'Ledsagarservice 20 timmar per månad enligt beslut' }),
      ],
      on: '2026-03-02',
      then: ['pending'],
    },
    {
      name: 'no goals: a gap',
      given: [recorded('OrderSent', '2026-03-02', { goals: [] })],
      on: '2026-03-03',
      then: ['overdue'],
    },
    {
      name: 'revised with purpose and goals a week later: late, and it stays late',
      given: [
        recorded('OrderSent', '2026-03-02', { purpose: undefined, goals: [] }),
        recorded('OrderRevised', '2026-03-09'),
      ],
      on: '2026-09-01',
      then: ['fulfilledLate'],
    },
    {
      name: 'revised with a purpose, still without goals: what is missing now is a gap of its own',
      given: [
        recorded('OrderSent', '2026-03-02', { purpose: undefined, goals: [] }),
        recorded('OrderRevised', '2026-03-09', { goals: [] }),
      ],
      on: '2026-09-01',
      then: ['voided', 'overdue'],
    },
    {
      name: 'without goals, and the decision is changed into a rejection: no longer judged',
      given: [
        recorded('DecisionMade', '2026-02-20'),
        recorded('OrderSent', '2026-03-02', { goals: [] }),
        recorded('DecisionChanged', '2026-03-09', { outcome: 'rejection' }),
      ],
      on: '2026-04-01',
      then: ['voided'],
    },
    {
      name: 'without goals when the case closed and reopened on one day: still a gap',
      given: [
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02', { goals: [] }),
        recorded('CaseClosed', '2026-05-04'),
        recorded('CaseReopened', '2026-05-04'),
      ],
      on: '2026-05-05',
      then: ['overdue'],
    },
    {
      name: 'an approval without an order: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: '2026-04-01',
      then: 'doesNotApply',
    },
  ],
});

const PARTS = {
  taskSpecified: {
    sv: 'ett uppdrag som säger mer än insatsens namn',
    en: "a task that says more than the measure's name",
  },
  purposeStated: { sv: 'syfte', en: 'a purpose' },
  goalsStated: { sv: 'mål', en: 'goals' },
};

/** Whether a task has at least one word that is neither part of the measure's name nor an empty word. */
const isTaskSpecified = (
  { task, measure }: OrderContent,
  emptyWords: readonly string[],
  configuration: Configuration,
  day: LocalDate,
): boolean => {
  if (task === undefined) return false;
  const title = configuration.measuresOn(day).find(({ code }) => code === measure)?.title;
  const nameWords = new Set([measure, title?.sv, title?.en].flatMap((name) => (name ? wordsOf(name) : [])));
  return wordsOf(task).some(
    (word) => !/^\d+$/.test(word) && !nameWords.has(word) && !emptyWords.includes(word),
  );
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
