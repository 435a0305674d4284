/** The words of two texts: those that both have, and those of one alone. */
import { diffWordsWithSpace } from 'diff';

export const WORD_SIDES = ['both', 'order', 'plan'] as const;

/** A run of words. The runs of `both` and `order` together are the text of the order, those of `both` and `plan` the text of the plan. */
export interface WordRun {
  readonly side: (typeof WORD_SIDES)[number];
  readonly text: string;
}

/**
 * The most words that may differ. The search takes time by the square of it, and a plan can have a hundred goals. Beyond it the two texts have so little in
 * common that they are shown whole.
 */
const DIFFERING_MAX = 400;

export const wordRuns = (ordered: string, planned: string): readonly WordRun[] => {
  const changes = diffWordsWithSpace(ordered, planned, { maxEditLength: DIFFERING_MAX });
  if (changes === undefined) return runsOf('', ordered, planned);
  const runs: WordRun[] = [];
  let [order, plan] = ['', ''];
  const tell = (both: string): void => {
    const blank = blankEndOf(order, plan);
    const ends = blank.length;
    runs.push(
      ...runsOf('', order.slice(0, order.length - ends), plan.slice(0, plan.length - ends)),
      ...runsOf(blank + both, '', ''),
    );
    [order, plan] = ['', ''];
  };
  for (const { value, added, removed } of changes) {
    if (removed) order += value;
    else if (added) plan += value;
    // A blank between two changes belongs to both of them: three new words are one change.
    else if (value.trim() === '' && (order !== '' || plan !== '')) {
      order += value;
      plan += value;
    } else tell(value);
  }
  tell('');
  return runs;
};

/** The blank that both texts end with. It stands after the change, so that no blank is struck or underlined. */
const blankEndOf = (order: string, plan: string): string => {
  const [blank = ''] = /\s*$/.exec(order) ?? [];
  return plan.endsWith(blank) ? blank : '';
};

const runsOf = (both: string, order: string, plan: string): readonly WordRun[] =>
  [
    { side: 'both' as const, text: both },
    { side: 'order' as const, text: order },
    { side: 'plan' as const, text: plan },
  ].filter(({ text }) => text !== '');
