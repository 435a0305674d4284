import { stratumKey, type Population, type ReviewPlanInput, type Text } from '@rt/domain';

/** The part of a plan that decides what is drawn and reviewed. */
export type Plan = Omit<ReviewPlanInput, 'title' | 'assignment'>;

/** True for a text that can be the id of a review. */
export const isReviewId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);

/** A fault in a plan: the field, and what would be right. */
export interface PlanFault {
  readonly field: string;
  readonly text: Text;
}

const fault = (field: string, sv: string, en: string): PlanFault => ({ field, text: { sv, en } });

/** The first fault that makes the plan impossible; undefined if there is none. */
export const faultIn = (plan: ReviewPlanInput): PlanFault | undefined =>
  planChecks(plan).next().value ?? undefined;

function* planChecks(plan: ReviewPlanInput): Generator<PlanFault, undefined> {
  if (!isReviewId(plan.reviewId))
    yield fault(
      'reviewId',
      'Granskningens beteckning ska ha 1 till 64 tecken: små bokstäver a–z, siffror och bindestreck.',
      'The id of the review must have 1 to 64 characters: lower-case letters a to z, digits and hyphens.',
    );
  for (const name of ['reference', 'from'] as const)
    if (plan.assignment[name].trim() === '')
      yield fault(
        `assignment.${name}`,
        'Uppdraget ska ha ett diarienummer och ange vem det kommer från.',
        'The assignment must have a reference number and say who gave it.',
      );
  yield* populationChecks(plan.population, 'population');
  for (const [index, population] of plan.reviewedWhole.entries())
    yield* populationChecks(population, `reviewedWhole[${index}]`);
  const { decidedTo } = plan.population;
  if (plan.measuringDay < decidedTo)
    yield fault(
      'measuringDay',
      `Mätdagen ska vara ${decidedTo} eller senare: populationens sista dag.`,
      `The measuring day must be ${decidedTo} or later: the last day of the population.`,
    );
  const seen = new Set<string>();
  for (const [index, stratum] of plan.strata.entries()) {
    const key = stratumKey(stratum);
    if (seen.has(key))
      yield fault(`strata[${index}]`, `Stratum ${key} står två gånger.`, `Stratum ${key} stands twice.`);
    seen.add(key);
    if (!plan.population.unitIds.includes(stratum.unitId))
      yield fault(
        `strata[${index}].unitId`,
        'Stratumets enhet ska höra till populationens enheter.',
        "The stratum's unit must be one of the population's units.",
      );
    if (!Number.isSafeInteger(stratum.wanted) || stratum.wanted < 0)
      yield fault(
        `strata[${index}].wanted`,
        'Önskat antal ska vara ett heltal, 0 eller mer.',
        'The wanted number must be a whole number, 0 or more.',
      );
  }
  if (!plan.strata.some(({ wanted }) => wanted > 0))
    yield fault(
      'strata',
      'Någon grupp ska ha ett önskat antal som är större än 0; annars dras ingenting.',
      'Some stratum must have a wanted number above 0; otherwise nothing is drawn.',
    );
  return undefined;
}

function* populationChecks(population: Population, field: string): Generator<PlanFault, undefined> {
  if (population.decidedFrom > population.decidedTo)
    yield fault(
      `${field}.decidedTo`,
      `Populationens sista dag ska vara ${population.decidedFrom} eller senare.`,
      `The last day of the population must be ${population.decidedFrom} or later.`,
    );
  for (const list of ['measures', 'outcomes', 'unitIds'] as const)
    if (population[list].length === 0)
      yield fault(
        `${field}.${list}`,
        'Listan ska ha minst ett värde.',
        'The list must have at least one value.',
      );
  return undefined;
}

/** True if approvals are reviewed whole too: then whoever approves the plan confirms the number of files. */
export const wholeNeedsNumber = ({ reviewedWhole }: Pick<Plan, 'reviewedWhole'>): boolean =>
  reviewedWhole.some(({ outcomes }) => outcomes.includes('approval'));

/** All populations that the review reads. */
export const populationsOf = (plan: Plan): readonly Population[] => [plan.population, ...plan.reviewedWhole];
