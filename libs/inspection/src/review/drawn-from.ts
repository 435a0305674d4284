import { createHash } from 'node:crypto';
import type { Instant, SampleDrawn } from '@rt/domain';
import { DRAW_ALGORITHM, draw } from '../draw/draw';
import { byCodeUnit, canonicalFrame, type Sha256 } from '../draw/frame';
import { frameOf, isIn, type DecisionFacts } from '../population';
import type { Plan } from './plan.decider';

const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Draws the sample of a plan from the decisions known at an instant. Also returns the frame as text. */
export const drawnFrom = (
  plan: Plan,
  decisions: readonly DecisionFacts[],
  knownAt: Instant,
): { readonly data: SampleDrawn['data']; readonly frame: string } => {
  const frame = frameOf(decisions, plan.population, plan.samplingUnit);
  const drawn = draw(frame, plan.strata, plan.seed, sha256);
  return {
    frame: canonicalFrame(frame),
    data: {
      reviewId: plan.reviewId,
      seed: plan.seed,
      algorithm: DRAW_ALGORITHM,
      frame: { ...drawn.frame, knownAt },
      strata: drawn.strata,
      cases: drawn.cases,
      reviewedWhole: decisions
        .filter((decision) => plan.reviewedWhole.some((population) => isIn(population, decision)))
        .map(({ fileId, caseId, decisionId }) => ({ fileId, caseId, decisionId }))
        .sort((a, b) => byCodeUnit(a.decisionId, b.decisionId)),
    },
  };
};
