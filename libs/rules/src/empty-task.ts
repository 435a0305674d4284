/**
 * Whether the task of an order says anything about what is to be done. What is looked at is what is left after the name of the measure in all
 * its forms, amounts and periods, the person's own name, and words that say nothing.
 */
import type { MeasureCode } from '@rt/domain';

export interface TaskWords {
  readonly measure: MeasureCode;
  /** The titles of the measure in the municipality's list. */
  readonly titles: readonly string[];
  /** The name of the person. */
  readonly person: string;
  readonly emptyWords: readonly string[];
}

export const isTaskSpecified = (task: string, words: TaskWords): boolean => {
  const { measure, titles, person, emptyWords } = words;
  const empty = new Set([
    ...emptyWords,
    ...[measure, ...titles].flatMap(wordsOf),
    ...wordsOf(person).flatMap((name) => [name, `${name}s`]),
    ...(NAMED_BY_LAW[measure] ?? []),
  ]);
  return wordsOf(task).some((word) => !empty.has(word) && !isAmount(word) && !isMeasureWord(word));
};

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** `20`, `20h`, `3ggr`, `två`. */
const isAmount = (word: string): boolean => /^\p{N}+\p{L}{0,4}$/u.test(word) || NUMBERS.has(word);

const NUMBERS: ReadonlySet<string> = new Set([
  ...['noll', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'femton'],
  ...['tjugo', 'trettio', 'fyrtio', 'femtio', 'halv', 'halva', 'hel', 'hela'],
]);

/** Words that name a measure in any form: ledsagning, ledsagas, ledsagarinsats, boendestödjare, avlösning. */
const isMeasureWord = (word: string): boolean => MEASURE_STEMS.some((stem) => word.startsWith(stem));

const MEASURE_STEMS: readonly string[] = [
  ...[
    'ledsag',
    'boendestöd',
    'boendestod',
    'kontaktperson',
    'avlös',
    'avlos',
    'korttidsvist',
    'korttidstill',
  ],
  ...['sysselsätt', 'sysselsatt', 'assistans', 'assistent', 'insats', 'stödinsats'],
];

/** What the law and everyday language call a measure, besides its name. */
const NAMED_BY_LAW: Readonly<Record<MeasureCode, readonly string[]>> = {
  avlosarservice: ['hemmet'],
  korttidsvistelse: ['utanför', 'egna', 'hemmet', 'korttids', 'korttidsboende'],
  korttidstillsyn: ['skolungdom', 'skolungdomar', 'ungdom', 'korttids', 'tillsyn'],
  dagligVerksamhet: ['dv', 'daglig', 'verksamhet', 'verksamheten'],
  bostadMedSarskildService: ['bmss', 'bostad', 'särskild', 'boende', 'gruppbostad', 'servicebostad', 'vuxna'],
  personligAssistans: ['personlig', 'personliga'],
  kontaktperson: ['biträde', 'kontakt'],
};
