import { stratumKey, type DrawnStratum, type SampleDrawn, type Stratum } from '@rt/domain';
import { byCodeUnit, canonicalFrame, type FrameUnit, type Sha256 } from './frame';

/**
 * The names and versions of the drawing algorithm below. A drawn sample keeps the name for ever; another algorithm gets another name.
 *
 * For every stratum of the plan:
 * 1. select the units of the frame with the unit, sex and act of the stratum;
 * 2. compute for each the SHA-256, in lower-case hex, of the UTF-8 text `<seed>|<decisionId>`;
 * 3. sort them by it, in ascending order;
 * 4. take the first `wanted`, or all if there are fewer.
 *
 * The place of a unit depends only on the seed and its own id. So neither the order of the frame nor a unit that was not drawn changes which other
 * units are drawn. A greater `wanted` adds units to the sample and removes none.
 *
 * Version 1 took the seed from the plan. Version 2 makes it of two values that nobody knows both of before the draw: see `seedOf`. The rest is the same.
 */
export const DRAW_ALGORITHMS = {
  seedOfThePlan: 'sha256-order-1',
  seedOfTwoValues: 'sha256-order-2',
} as const;

export type WantedStratum = Stratum & { readonly wanted: number };

export interface Draw {
  readonly frame: { readonly size: number; readonly hash: string };
  readonly strata: readonly DrawnStratum[];
  /** The drawn cases: the strata in the order of the plan, and in each stratum the order of drawing. */
  readonly cases: SampleDrawn['data']['cases'];
}

/**
 * Draws a sample. The frame may contain units that belong to no stratum: they are counted and hashed with the frame, and never drawn.
 * @throws RangeError if a unit or a stratum occurs twice, or a wanted number is negative or not an integer
 */
export const draw = (
  frame: readonly FrameUnit[],
  strata: readonly WantedStratum[],
  seed: string,
  sha256: Sha256,
): Draw => {
  const cells = new Map(strata.map((stratum) => [stratumKey(stratum), [] as FrameUnit[]]));
  if (cells.size < strata.length) throw new RangeError('a stratum stands twice in the plan');
  if (new Set(frame.map((unit) => unit.decisionId)).size < frame.length)
    throw new RangeError('a decision stands twice in the frame');
  for (const unit of frame) cells.get(stratumKey(unit))?.push(unit);

  const drawn = strata.map(({ unitId, sex, act, wanted }) => {
    if (!Number.isSafeInteger(wanted) || wanted < 0)
      throw new RangeError(`${wanted} is no number of cases to draw`);
    const stratum = { unitId, sex, act };
    const key = stratumKey(stratum);
    const available = cells.get(key) ?? [];
    const taken = inDrawingOrder(available, seed, sha256).slice(0, wanted);
    return {
      stratum: {
        ...stratum,
        wanted,
        available: available.length,
        drawn: taken.length,
        takeAll: available.length < wanted,
      },
      cases: taken.map(({ fileId, caseId, decisionId }) => ({ fileId, caseId, decisionId, stratum: key })),
    };
  });
  return {
    frame: { size: frame.length, hash: sha256(canonicalFrame(frame)) },
    strata: drawn.map(({ stratum }) => stratum),
    cases: drawn.flatMap(({ cases }) => cases),
  };
};

const inDrawingOrder = (units: readonly FrameUnit[], seed: string, sha256: Sha256): readonly FrameUnit[] =>
  units
    .map((unit) => ({ unit, ticket: sha256(`${seed}|${unit.decisionId}`) }))
    .sort((a, b) => byCodeUnit(a.ticket, b.ticket))
    .map(({ unit }) => unit);
