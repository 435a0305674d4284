/**
 * Whether a text merely words another one otherwise or adds detail to it: `Komma ut och simma varje vecka` for `Simma varje vecka`. The machine
 * cannot know that the two mean the same. It finds the pairs that a reader should be asked about, so that they do not count as a change:
 *
 * - Every content word of the first text is in the second one, in any order and with any ending (simma, simning).
 * - The words that turn a sentence (inte, utanför, själv …) are the same in both, and so are the numbers of the first.
 * - The second is done at least as often: `varje tisdag` for `varje vecka`, not `varje månad`.
 */
export const isReworded = (first: string, second: string): boolean => {
  const [a, b] = [partsOf(first), partsOf(second)];
  return (
    a.content.length > 0 &&
    a.content.every((stem) => b.content.includes(stem)) &&
    isSameSet(a.turning, b.turning) &&
    a.numbers.every((number) => b.numbers.includes(number)) &&
    b.timesAYear >= a.timesAYear
  );
};

interface TextParts {
  readonly content: readonly string[];
  readonly turning: readonly string[];
  readonly numbers: readonly string[];
  /** How often, by the most frequent period that the text names; 0 if it names none. */
  readonly timesAYear: number;
}

const partsOf = (text: string): TextParts => {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const content: string[] = [];
  const turning: string[] = [];
  const numbers: string[] = [];
  let timesAYear = 0;
  for (const word of words) {
    const times = timesIn(word);
    if (times > 0) timesAYear = Math.max(timesAYear, times);
    else if (/\p{N}/u.test(word)) numbers.push(word);
    else if (TURNING.has(word)) turning.push(word);
    else if (!JOINING.has(word)) content.push(stemOf(word));
  }
  return { content, turning, numbers, timesAYear };
};

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((word) => b.includes(word)) && b.every((word) => a.includes(word));

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(dag|dagen|dygn|dygnet|dagligen)$/, 365],
  [/^(vardag|vardagar)$/, 260],
  [/^(vecka|veckan|veckovis|veckor|mån|tis|ons|tors|fre|lör|sön)$/, 52],
  [/^(månda|tisda|onsda|torsda|freda|lörda|sönda)g(en|ar|arna)?$/, 52],
  [/^(helg|helgen|helger)$/, 52],
  [/^(månad|månaden|månadsvis|månader)$/, 12],
  [/^(år|året|årligen|termin|terminen)$/, 1],
];

const timesIn = (word: string): number => PERIODS.find(([period]) => period.test(word))?.[1] ?? 0;

const TURNING: ReadonlySet<string> = new Set([
  ...['inte', 'ej', 'icke', 'aldrig', 'ingen', 'inget', 'inga', 'utan', 'utom', 'endast', 'bara'],
  ...['minst', 'högst', 'före', 'efter', 'mer', 'mindre', 'sluta', 'minska', 'öka', 'färre', 'fler'],
  ...['utanför', 'innanför', 'inomhus', 'utomhus', 'själv', 'själva', 'ensam', 'självständigt'],
]);

const JOINING: ReadonlySet<string> = new Set([
  ...['och', 'samt', 'att', 'en', 'ett', 'den', 'det', 'de', 'som', 'är', 'ska', 'skall', 'kunna', 'kan'],
  ...[
    'i',
    'på',
    'av',
    'med',
    'om',
    'vid',
    'för',
    'till',
    'från',
    'per',
    'sin',
    'sina',
    'sitt',
    'ut',
    'varje',
  ],
  ...['gång', 'gånger', 'ggr', 'få', 'möjlighet'],
]);

const ENDINGS = [
  ...['ningarna', 'ningar', 'ningen', 'aderna', 'andet', 'endet', 'arna', 'erna', 'orna', 'ning', 'ande'],
  ...['ader', 'ende', 'era', 'ade', 'ar', 'er', 'or', 'en', 'et', 'na', 'a', 'e', 's', 'n', 't'],
];

/** The word without its ending, and with a doubled last letter written once: `simma` and `simning` are both `sim`. */
const stemOf = (word: string): string => {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  return stem.replace(/(\p{L})\1$/u, '$1');
};
