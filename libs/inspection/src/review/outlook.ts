import { shape, stratumKey, type Shaped } from '@rt/domain';
import { gatherDecisions } from '../evidence';
import { frameOf, isIn, type DecisionFacts } from '../population';
import { outsideOf } from './drawn-from';
import { populationsOf, wholeNeedsNumber, type Plan } from './plan.decider';
import type { ReadingPorts } from './ports';
import { filesOf } from './review-files';

/** Below this number of decisions, a reader of the report may recognise a person in it. */
const smallBelow = 5;

/** What a draw would take by what is known now. It is shown before anybody approves the plan. */
export const reviewOutlook = shape.fields({
  frameSize: shape.count(),
  strata: shape.listOf(
    shape.fields({
      unitId: shape.text(),
      sex: shape.text(),
      act: shape.text(),
      wanted: shape.count(),
      available: shape.count(),
      small: shape.described(shape.flag(), 'Fewer than five decisions: a person may be recognised'),
    }),
  ),
  wouldDraw: shape.count(),
  outside: shape.described(shape.count(), 'Decisions of the population that no group takes'),
  filesReviewedWhole: shape.described(
    shape.count(),
    'Files that open beside the sample because they are reviewed whole',
  ),
  confirmNumber: shape.described(
    shape.flag(),
    'Approvals are reviewed whole, so the approval has to give `filesReviewedWhole`',
  ),
});
export type ReviewOutlook = Shaped<typeof reviewOutlook>;

export const outlookOf = async (ports: ReadingPorts, plan: Plan): Promise<ReviewOutlook> => {
  const populations = populationsOf(plan);
  return outlookFrom(plan, await gatherDecisions(filesOf(ports, { populations }), populations));
};

const outlookFrom = (plan: Plan, decisions: readonly DecisionFacts[]): ReviewOutlook => {
  const frame = frameOf(decisions, plan.population, plan.samplingUnit);
  const available = Map.groupBy(frame, stratumKey);
  const strata = plan.strata.map((stratum) => {
    const there = available.get(stratumKey(stratum))?.length ?? 0;
    return { ...stratum, available: there, small: there < smallBelow };
  });
  return {
    frameSize: frame.length,
    strata,
    wouldDraw: strata.reduce((sum, { wanted, available: there }) => sum + Math.min(wanted, there), 0),
    outside: outsideOf(plan, decisions).length,
    filesReviewedWhole: new Set(
      decisions
        .filter((decision) => plan.reviewedWhole.some((population) => isIn(population, decision)))
        .map(({ fileId }) => fileId),
    ).size,
    confirmNumber: wholeNeedsNumber(plan),
  };
};
