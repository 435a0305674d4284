import {
  orderContentOn,
  orderVersions,
  personOn,
  recorded,
  type Configuration,
  type LocalDate,
  type OrderContent,
  type PersonalFile,
} from '@rt/domain';
import { isTaskSpecified, type TaskWords } from './empty-task';
import { versionsFrom } from './lacks';
import { orderPeriods } from './order-over';
import { judgedByParts, missingParts } from './parts';
import { quality } from './quality';
import { REPORT_2022 } from './sources';
import { isStated } from './stated';

/** Words that do not say what is to be done, whatever the measure is. */
const EMPTY_WORDS: readonly string[] = [
  ...['ledsagning', 'ledsagarservice', 'ledsagare', 'ledsaga', 'insats', 'insatsen', 'insatser'],
  ...['stöd', 'stödet', 'hjälp', 'service', 'tjänst', 'omsorg'],
  ...['fritidsaktivitet', 'fritidsaktiviteter', 'aktivitet', 'aktiviteter', 'uppdrag', 'uppdraget'],
  ...['utföra', 'utförs', 'utföras', 'utförande', 'genomföra', 'genomföras', 'verkställa', 'verkställas'],
  ...['verkställighet', 'tillhandahålla', 'ge', 'ges', 'få', 'får', 'erbjuda', 'erbjudas', 'bevilja'],
  ...['beviljad', 'beviljas', 'beviljat', 'beviljade', 'beställa', 'beställer', 'beställs', 'starta'],
  ...['beslut', 'beslutet', 'beslutad', 'beställning', 'beställningen', 'utredning', 'utredningen'],
  ...['bilaga', 'bifogad', 'bifogas', 'ovan', 'nedan', 'behov', 'behovet', 'behoven', 'önskemål'],
  ...['överenskommelse', 'omfattning', 'omfattningen', 'antal', 'tid', 'timmar', 'timme', 'tim', 'h'],
  ...['minuter', 'min', 'gång', 'gånger', 'ggr', 'st', 'pass', 'dag', 'dagar', 'dagen', 'dygn', 'natt'],
  ...['nätter', 'månad', 'månaden', 'månader', 'mån', 'vecka', 'veckan', 'veckor', 'v', 'år', 'året'],
  ...['dagligen', 'ca', 'cirka', 'max', 'maximalt', 'högst', 'minst', 'upp', 'varje', 'tillsvidare'],
  ...['tills', 'vidare', 'fr', 'from', 'tom', 'o', 'm', 't', 'mm', 'enskild', 'enskilde', 'enskilda'],
  ...['brukare', 'brukaren', 'kund', 'kunden', 'klient', 'klienten', 'person', 'personen', 'han', 'hon'],
  ...['hen', 'honom', 'henne', 'hans', 'hennes', 'sin', 'sina', 'lss', 'sol', 'lag', 'lagen', 'kap', 'p'],
  ...['till', 'från', 'i', 'på', 'av', 'med', 'om', 'vid', 'för', 'per', 'enligt', 'enl', 'efter', 'utifrån'],
  ...['se', 'och', 'samt', 'som', 'att', 'en', 'ett', 'den', 'det', 'de', 'är', 'ska', 'skall', 'kan', 'ha'],
  ...['har', 'avser', 'gäller', 'allmän', 'allmänt', 'olika', 'individuell', 'individuellt'],
];

export const orderUnspecific = quality({
  id: 'order-unspecific',
  title: { sv: 'Beställningen är ospecificerad', en: 'Order not specific' },
  reading: {
    sv: 'En beställning säger vad som ska göras, varför och mot vilka mål. Uppdraget ska säga mer än insatsens namn, också böjt eller som lagen kallar den, namnet med ”till fritidsaktiviteter”, antal och perioder, den enskildes namn eller ord som inget säger: de står i listan över tomma ord, som ingen källa anger. Siffror hör till omfattningen, inte till uppdraget. Systemet ser om delarna finns; om de är bra bedömer handläggaren eller granskaren.',
    en: 'An order says what is to be done, why, and towards which goals. The task must say more than the name of the measure in any form, that name with ”till fritidsaktiviteter”, amounts and periods, the name of the person, or words that say nothing: the list of empty words holds them, and no source sets that list. Numbers belong to the extent, not to the task. The system sees whether the parts are there; the case worker or the reviewer judges whether they are good.',
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
            taskSpecified:
              content.task !== undefined &&
              isTaskSpecified(
                content.task,
                wordsAround(file, content, parametersOn(day).emptyWords, configuration, day),
              ),
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
        sv: 'Systemet kontrollerar bara om delarna finns; om de räcker bedömer handläggaren eller granskaren.',
        en: 'The system only checks whether the parts are there; the case worker or the reviewer judges whether they are enough.',
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
      name: 'the task is "Utföra ledsagning för den enskilde": a gap',
      given: [recorded('OrderSent', '2026-03-02', { task: 'Utföra ledsagning för den enskilde' })],
      on: '2026-03-03',
      then: ['overdue'],
    },
    {
      name: 'the task is "Boendestöd 3 ggr/vecka": a gap',
      given: [recorded('OrderSent', '2026-03-02', { measure: 'boendestod', task: 'Boendestöd 3 ggr/vecka' })],
      on: '2026-03-03',
      then: ['overdue'],
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
      name: 'sent on 1 January 2021, the first day of the rule, without goals: a gap the day after',
      given: [recorded('OrderSent', '2021-01-01', { goals: [] })],
      on: '2021-01-02',
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

/** The words that the task of an order may have without saying what is to be done. */
const wordsAround = (
  file: PersonalFile,
  { measure }: OrderContent,
  emptyWords: readonly string[],
  configuration: Configuration,
  day: LocalDate,
): TaskWords => {
  const title = configuration.measuresOn(day).find(({ code }) => code === measure)?.title;
  const { opened } = file;
  const person = opened && opened.occurredOn <= day ? personOn(file, day) : undefined;
  return { measure, titles: title ? [title.sv, title.en] : [], person: person?.name ?? '', emptyWords };
};
