import type { ReviewPlanBody } from './reviews.queries';

/** A plan as it is written in the form. */
export interface WrittenPlan {
  readonly reviewId: string;
  readonly title: string;
  readonly reference: string;
  readonly from: string;
  readonly measures: readonly string[];
  readonly outcomes: readonly string[];
  readonly decidedFrom: string;
  readonly decidedTo: string;
  readonly unitIds: readonly string[];
  readonly samplingUnit: ReviewPlanBody['samplingUnit'];
  readonly sexes: readonly string[];
  readonly acts: readonly string[];
  /** The number for each group. */
  readonly wanted: string;
  readonly measuringDay: string;
  /** Outcomes whose decisions are all reviewed, beside the sample. */
  readonly wholeOutcomes: readonly string[];
}

/** The plan as the API takes it: a group for each unit, sex and act. What is not filled in is left for the API to say. */
export const planFromForm = (written: WrittenPlan): ReviewPlanBody => {
  const { reviewId, title, reference, from, samplingUnit, measuringDay, wholeOutcomes } = written;
  const { measures, outcomes, decidedFrom, decidedTo, unitIds } = written;
  const population = { measures, outcomes, decidedFrom, decidedTo, unitIds };
  const wanted = Number(written.wanted);
  return {
    reviewId,
    title,
    assignment: { reference, from },
    population,
    samplingUnit,
    strata: unitIds.flatMap((unitId) =>
      written.sexes.flatMap((sex) => written.acts.map((act) => ({ unitId, sex, act, wanted }))),
    ),
    reviewedWhole: wholeOutcomes.length === 0 ? [] : [{ ...population, outcomes: wholeOutcomes }],
    measuringDay,
  } as unknown as ReviewPlanBody;
};
