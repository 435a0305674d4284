import { shape, type LocalDate, type ShapedFields } from '@rt/domain';
import { FINDING_WORDS } from './finding-text';
import type { ReplayedFinding } from './replay';
import { FINDING, FINDING_MAY_HAVE } from './rule';
import { isOpenStatus, LISTED_STATUSES, listedStatusOn, type ListedStatus } from './status';

/**
 * What a step does to a finding. `settles`: it was open and is not any more. `makes`: it is a gap that was not there. `awaits`: it is a deadline that
 * begins to run. `changes`: it goes from one open status to another, or from one settled status to another.
 */
export const EFFECTS = ['settles', 'makes', 'awaits', 'changes'] as const;
type Effect = (typeof EFFECTS)[number];

const EFFECT_ON = {
  ...FINDING,
  ...FINDING_WORDS,
  effect: shape.oneOf(EFFECTS),
  before: shape.described(shape.orNull(shape.oneOf(LISTED_STATUSES)), 'null: it was not there'),
  after: shape.described(shape.orNull(shape.oneOf(LISTED_STATUSES)), 'null: it is not there any more'),
};
/** A finding that a step would change, with its words after the step, or before it where it goes away. */
export const findingEffect = shape.fields(EFFECT_ON, FINDING_MAY_HAVE);
export type FindingEffect = ShapedFields<typeof EFFECT_ON, typeof FINDING_MAY_HAVE>;

/**
 * The findings whose status on a day differs between two versions of a file: first those that are settled, then those that are made. @param on the day
 * on which both lists were judged
 */
export const effectsOf = (
  before: readonly ReplayedFinding[],
  after: readonly ReplayedFinding[],
  on: LocalDate,
): readonly FindingEffect[] => {
  const was = new Map(before.map((finding) => [finding.id, finding]));
  const is = new Map(after.map((finding) => [finding.id, finding]));
  const effects = [...new Set([...was.keys(), ...is.keys()])].flatMap((id): FindingEffect[] => {
    const [earlier, later] = [was.get(id), is.get(id)];
    const [from, to] = [listedOn(earlier, on), listedOn(later, on)];
    const shown = later ?? earlier;
    if (from === to || shown === undefined) return [];
    const { status: _, ...finding } = shown;
    return [{ ...finding, effect: effectFrom(from, to), before: from, after: to }];
  });
  return EFFECTS.flatMap((effect) => effects.filter((each) => each.effect === effect));
};

const listedOn = (finding: ReplayedFinding | undefined, on: LocalDate): ListedStatus | null => {
  if (finding === undefined) return null;
  const status = listedStatusOn(finding, on);
  return status === 'notYet' ? null : status;
};

const isOpen = (status: ListedStatus | null): boolean =>
  status !== null && status !== 'acknowledged' && isOpenStatus(status);

const effectFrom = (before: ListedStatus | null, after: ListedStatus | null): Effect => {
  if (isOpen(before)) return isOpen(after) ? 'changes' : 'settles';
  if (!isOpen(after)) return 'changes';
  return after === 'pending' ? 'awaits' : 'makes';
};
