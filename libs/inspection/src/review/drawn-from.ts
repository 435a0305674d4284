import { createHash } from 'node:crypto';
import { stratumKey, type Instant, type SampleDrawn, type UserId } from '@rt/domain';
import { DRAW_ALGORITHMS, draw } from '../draw/draw';
import { byCodeUnit, type FrameUnit, type Sha256 } from '../draw/frame';
import { seedOf } from '../draw/seed';
import { frameOf, isIn, unitsOf, type DecisionFacts } from '../population';
import type { Plan } from './plan.decider';

export const sha256Hex: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** What the draw is made of: the seed of an older plan, or the two values. */
export type DrawnBy =
  { readonly seed: string } | { readonly value: string; readonly spoken: string; readonly spokenBy: UserId };

/** Draws the sample of a plan from the decisions known at an instant. Also returns the frame. */
export const drawnFrom = (
  plan: Plan,
  by: DrawnBy,
  decisions: readonly DecisionFacts[],
  knownAt: Instant,
): { readonly data: SampleDrawn['data']; readonly frame: readonly FrameUnit[] } => {
  const frame = frameOf(decisions, plan.population, plan.samplingUnit);
  const drawn = draw(frame, plan.strata, 'seed' in by ? by.seed : seedOf(by.value, by.spoken), sha256Hex);
  const { strata, cases } = drawn;
  const sample = {
    reviewId: plan.reviewId,
    frame: { ...drawn.frame, knownAt },
    strata,
    cases,
    reviewedWhole: decisions
      .filter((decision) => plan.reviewedWhole.some((population) => isIn(population, decision)))
      .map(caseOf)
      .sort((a, b) => byCodeUnit(a.decisionId, b.decisionId)),
  };
  if ('seed' in by) {
    const none = { value: null, spoken: null, spokenBy: null, outside: null };
    return {
      frame,
      data: { ...sample, ...none, seed: by.seed, algorithm: DRAW_ALGORITHMS.seedOfThePlan },
    };
  }
  const outside = outsideOf(plan, decisions);
  return {
    frame,
    data: { ...sample, ...by, outside, seed: null, algorithm: DRAW_ALGORITHMS.seedOfTwoValues },
  };
};

/**
 * The decisions of the population that no stratum takes: the unit, sex or act of the decision is in none of them, or is unknown, as where the number of
 * the statute is mistyped.
 */
export const outsideOf = (
  plan: Plan,
  decisions: readonly DecisionFacts[],
): NonNullable<SampleDrawn['data']['outside']> => {
  const strata = new Set(plan.strata.map(stratumKey));
  return unitsOf(decisions, plan.population, plan.samplingUnit)
    .filter(({ unitId, sex, act }) => !(unitId && sex && act && strata.has(stratumKey({ unitId, sex, act }))))
    .map(caseOf)
    .sort((a, b) => byCodeUnit(a.decisionId, b.decisionId));
};

const caseOf = ({ fileId, caseId, decisionId }: DecisionFacts) => ({ fileId, caseId, decisionId });
