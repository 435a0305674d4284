/** What a comparison says in words: how many differences, of which kinds, and what the provider is asked to change. */
import type { Language, Text } from '@rt/domain';
import { extentWords } from '../texts/extent-words';
import { withNoun } from '../texts/with-noun';
import type { ComparedPair, ComparisonAnswer } from './comparison.queries';

type Compared = ComparedPair['compared'];

/** Whether a reader is to look at it. What has no words to compare is shown, and is no difference. */
export const differs = (compared: Compared): boolean => compared !== 'same' && compared !== 'unstated';

/** `2 dagar mindre per vecka än beställt`. Undefined where the two cannot be counted together. */
export const moreWords = ({ more, ordered }: ComparisonAnswer['hours']): Text | undefined => {
  if (more === null || more === 0 || ordered === null) return undefined;
  const than = more > 0 ? { sv: ' mer', en: ' more' } : { sv: ' mindre', en: ' less' };
  const { sv, en } = extentWords({ ...ordered, amount: Math.abs(more) }, than);
  return { sv: `${sv} än beställt`, en: `${en} than ordered` };
};

/** `Planen skiljer sig på 5 ställen`, and which. */
export const summaryOfDifferences = ({
  pairs,
  hours,
}: Pick<ComparisonAnswer, 'pairs' | 'hours'>): {
  readonly count: number;
  readonly title: Text;
  readonly kinds: Text;
} => {
  const ofGoals = (compared: Compared): number =>
    pairs.filter((pair) => pair.part === 'goal' && pair.compared === compared).length;
  const inTexts = (part: 'task' | 'purpose'): number =>
    pairs.filter((pair) => pair.part === part && differs(pair.compared)).length;
  const counted: readonly (readonly [number, (count: number) => Text])[] = [
    [Number(differs(hours.compared)), () => ({ sv: 'tiden', en: 'the time' })],
    [inTexts('task'), () => ({ sv: 'uppdraget', en: 'the task' })],
    [inTexts('purpose'), () => ({ sv: 'syftet', en: 'the purpose' })],
    [ofGoals('changed'), (count) => ({ sv: `${count} mål ändrat`, en: `${goals(count)} changed` })],
    [
      ofGoals('reworded'),
      (count) => ({ sv: `${count} mål med andra ord`, en: `${goals(count)} in other words` }),
    ],
    [ofGoals('missing'), (count) => ({ sv: `${count} mål saknas`, en: `${goals(count)} missing` })],
    [
      ofGoals('added'),
      (count) => ({ sv: `${count} mål finns bara i planen`, en: `${goals(count)} only in the plan` }),
    ],
  ];
  const found = counted.filter(([count]) => count > 0);
  const count = found.reduce((sum, [each]) => sum + each, 0);
  const places = withNoun(count, ['ställe', 'ställen'], ['place', 'places']);
  const listed = (language: Language): string => {
    const text = found.map(([each, said]) => said(each)[language]).join(', ');
    return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    count,
    title:
      count === 0
        ? { sv: 'Planen säger vad beställningen säger', en: 'The plan says what the order says' }
        : { sv: `Planen skiljer sig på ${places.sv}`, en: `The plan differs in ${places.en}` },
    kinds: { sv: listed('sv'), en: listed('en') },
  };
};

const goals = (count: number): string => (count === 1 ? '1 goal' : `${count} goals`);

/** One thing that the provider can be asked to change. */
export interface ReturnReason {
  readonly id: string;
  readonly text: Text;
  /** What is changed or missing is asked about unless the reader says otherwise; a question of wording, or something more, is not. */
  readonly preselected: boolean;
}

/** The reasons that the differences give, in the order of the page. */
export const returnReasons = ({ pairs, hours, content }: ComparisonAnswer): readonly ReturnReason[] => [
  ...hoursReason(hours),
  ...pairs.flatMap((pair, index) => pairReason(pair, `pair-${index}`)),
  ...content
    // A goal that serves none of the order is among the pairs.
    .filter(({ stated, part }) => !stated && part !== 'goalsServeOrder')
    .map(({ part, title: { sv, en } }) => ({
      id: part,
      text: { sv: `Av planen framgår inte ${sv}.`, en: `The plan does not state ${en}.` },
      preselected: true,
    })),
];

const hoursReason = ({ compared, ordered, planned }: ComparisonAnswer['hours']): readonly ReturnReason[] => {
  if (!differs(compared) || ordered === null) return [];
  const said = extentWords(ordered);
  const own = planned && extentWords(planned);
  return [
    {
      id: 'hours',
      text: own
        ? {
            sv: `Tiden: ${own.sv}. Beställningen ger ${said.sv}.`,
            en: `The time: ${own.en}. The order gives ${said.en}.`,
          }
        : {
            sv: `Tiden saknas. Beställningen ger ${said.sv}.`,
            en: `The time is missing. The order gives ${said.en}.`,
          },
      preselected: true,
    },
  ];
};

const PART_NAMES: Readonly<Record<'task' | 'purpose', Text>> = {
  task: { sv: 'Uppdraget', en: 'The task' },
  purpose: { sv: 'Syftet', en: 'The purpose' },
};

const pairReason = (
  { part, place, compared, ordered, planned }: ComparedPair,
  id: string,
): readonly ReturnReason[] => {
  if (!differs(compared)) return [];
  const name: Text = part === 'goal' ? { sv: `Mål ${place}`, en: `Goal ${place}` } : PART_NAMES[part];
  // What is quoted in a sentence has no full stop of its own.
  const was = shortened((ordered?.text ?? '').replace(/\.\s*$/, ''));
  const is = shortened(planned[0]?.text ?? '');
  const text = (sv: string, en: string): Text => ({ sv, en });
  switch (compared) {
    case 'missing':
      return [
        { id, text: text(`${name.sv} saknas: ${was}`, `${name.en} is missing: ${was}`), preselected: true },
      ];
    case 'added':
      return [
        {
          id,
          text:
            part === 'goal'
              ? text(`Bara i planen: ${is}`, `Only in the plan: ${is}`)
              : text(`${name.sv} finns bara i planen: ${is}`, `${name.en} is only in the plan: ${is}`),
          preselected: false,
        },
      ];
    case 'reworded':
      return [
        {
          id,
          text: text(`${name.sv}: är det samma sak som ”${was}”?`, `${name.en}: is it the same as “${was}”?`),
          preselected: false,
        },
      ];
    case 'changed':
      return [
        {
          id,
          text: text(`${name.sv}: beställningen säger ”${was}”.`, `${name.en}: the order says “${was}”.`),
          preselected: true,
        },
      ];
    case 'same':
    case 'unstated':
      return [];
  }
};

/** The longest text of an order that a reason repeats. */
const REPEATED_MAX = 300;
const shortened = (text: string): string =>
  text.length > REPEATED_MAX ? `${text.slice(0, REPEATED_MAX - 2)} …` : text;
