import {
  latest,
  on,
  orderContentOn,
  orderVersions,
  recorded,
  type Configuration,
  type LocalDate,
  type OrderContent,
} from '@rt/domain';
import { orderOverOn } from './order-over';
import { lacksIn } from './quality';
import type { Rule } from './rule';
import { REPORT_2022 } from './sources';
import { spellsOf } from './spells';
import { isStated, listed } from './stated';

/** Words that say nothing of what is to be done, whichever the measure. */
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

export const orderUnspecific: Rule<{ readonly emptyWords: readonly string[] }> = {
  id: 'order-unspecific',
  title: { sv: 'Beställningen är ospecificerad', en: 'Order not specific' },
  reading: {
    sv: 'En beställning säger vad som ska göras, varför och mot vilka mål. Uppdraget ska säga mer än insatsens namn, namnet med ”till fritidsaktiviteter” eller ord som inget säger: de står i emptyWords. Siffror hör till omfattningen, inte till uppdraget. Maskinen ser om delarna finns; om de är bra bedömer läsaren.',
    en: 'An order says what is to be done, why and towards what. The task says more than the measure\'s own name, that name with "till fritidsaktiviteter", or words that say nothing: `emptyWords` lists them. Numbers belong to the extent, not to the task. The machine sees whether the parts are there; whether they are good is the reader\'s judgement.',
  },
  severity: 'high',
  area: 'safety',
  step: 'order',
  settledBy: ['OrderRevised'],
  versions: [
    {
      version: 1,
      inForceFrom: on('2021-01-01'),
      authority: 'guideline',
      source: { document: REPORT_2022, quote: 'endast att uppdraget var ledsagning' },
      parameters: { emptyWords: EMPTY_WORDS },
    },
  ],
  check: (file, { configuration, parametersOn }) =>
    file.things('order').flatMap((order) => {
      const sent = order.created;
      const versions = orderVersions(order)
        .slice(1)
        .map(({ id, occurredOn }) => ({ day: latest(sent.occurredOn, occurredOn), event: id }));
      return lacksIn(spellsOf(file, sent, sent.occurredOn, orderOverOn(file, order)), versions, (day) => {
        const content = orderContentOn(order, day);
        const parts = {
          taskSpecified: isTaskSpecified(content, parametersOn(day).emptyWords, configuration, day),
          purposeStated: isStated(content.purpose),
          goalsStated: content.goals.some((goal) => isStated(goal.text)),
        };
        return { subject: order.id, ...(Object.values(parts).includes(false) && { lacks: parts }) };
      }).map((lack) => ({ ...lack, caseId: sent.caseId, kind: 'quality' }));
    }),
  text: ({ inputs: { taskSpecified, purposeStated, goalsStated } }) => ({
    sv: `I beställningen saknas ${listed(
      [
        ...(taskSpecified ? [] : ['ett uppdrag som säger mer än insatsens namn']),
        ...(purposeStated ? [] : ['syfte']),
        ...(goalsStated ? [] : ['mål']),
      ],
      'och',
    )}. Maskinen ser bara om delarna finns; om de räcker bedömer läsaren.`,
    en: `The order lacks ${listed(
      [
        ...(taskSpecified ? [] : ["a task that says more than the measure's name"]),
        ...(purposeStated ? [] : ['a purpose']),
        ...(goalsStated ? [] : ['goals']),
      ],
      'and',
    )}. The machine sees only whether the parts are there; whether they suffice is the reader's judgement.`,
  }),
  examples: [
    {
      name: 'task, purpose and goals: nothing is lacking',
      given: [recorded('OrderSent', '2026-03-02')],
      on: on('2026-04-01'),
      then: [],
    },
    {
      name: 'one word more than the name of the measure: nothing is lacking',
      given: [recorded('OrderSent', '2026-03-02', { task: 'Ledsagning till simhall.' })],
      on: on('2026-04-01'),
      then: [],
    },
    {
      name: 'the task is "Ledsagning till fritidsaktiviteter": a gap',
      given: [recorded('OrderSent', '2026-03-02', { task: 'Ledsagning till fritidsaktiviteter' })],
      on: on('2026-03-03'),
      then: ['overdue'],
    },
    {
      name: 'the task is "Ledsagarservice 20 timmar per månad enligt beslut": due on its own day',
      given: [
        recorded('OrderSent', '2026-03-02', { task: 'Ledsagarservice 20 timmar per månad enligt beslut' }),
      ],
      on: on('2026-03-02'),
      then: ['pending'],
    },
    {
      name: 'no goals: a gap',
      given: [recorded('OrderSent', '2026-03-02', { goals: [] })],
      on: on('2026-03-03'),
      then: ['overdue'],
    },
    {
      name: 'revised with purpose and goals a week later: late, for good',
      given: [
        recorded('OrderSent', '2026-03-02', { purpose: undefined, goals: [] }),
        recorded('OrderRevised', '2026-03-09'),
      ],
      on: on('2026-09-01'),
      then: ['fulfilledLate'],
    },
    {
      name: 'revised with a purpose, still without goals: what is lacking now is a gap of its own',
      given: [
        recorded('OrderSent', '2026-03-02', { purpose: undefined, goals: [] }),
        recorded('OrderRevised', '2026-03-09', { goals: [] }),
      ],
      on: on('2026-09-01'),
      then: ['voided', 'overdue'],
    },
    {
      name: 'an approval without an order: it does not apply',
      given: [recorded('DecisionMade', '2026-02-20')],
      on: on('2026-04-01'),
      then: [],
      applies: false,
    },
  ],
};

/** Whether a task has a word that is neither of the measure's name nor empty. */
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
