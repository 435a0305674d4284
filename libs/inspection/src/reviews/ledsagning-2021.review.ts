import { ACTS, OUTCOMES, SEXES, on, type Population, type ReviewId, type UnitId } from '@rt/domain';
import { DECISION_INDICATORS } from '../indicators/decision.indicator';
import { HOUSEHOLD_INDICATORS } from '../indicators/household.indicator';
import { INVESTIGATION_INDICATORS } from '../indicators/investigation.indicator';
import { ORDER_AND_PLAN_INDICATORS } from '../indicators/order-and-plan.indicator';
import { SAMPLE_INDICATORS } from '../indicators/sample.indicator';
import { LEDSAGNING_2021_PUBLISHED } from './ledsagning-2021.published';
import type { ReviewDefinition } from './review-definition';

/** The units of the districts, by their names in the published figures. */
const DISTRICTS: Readonly<Record<string, UnitId>> = {
  Farsta: 'farsta' as UnitId,
  'Hägersten-Älvsjö': 'hagersten-alvsjo' as UnitId,
  'Rinkeby-Kista': 'rinkeby-kista' as UnitId,
  Skärholmen: 'skarholmen' as UnitId,
  Södermalm: 'sodermalm' as UnitId,
  Östermalm: 'ostermalm' as UnitId,
};

const unitIds = Object.values(DISTRICTS);

const decisionsOf2021 = (outcomes: Population['outcomes']): Population => ({
  measures: ['ledsagning', 'ledsagarservice'],
  outcomes,
  decidedFrom: on('2021-01-01'),
  decidedTo: on('2021-12-31'),
  unitIds,
  ageMin: 18,
});

/**
 * The review of ledsagning (SoL) and ledsagarservice (LSS) that was decided in 2021. The sample is the latest approval of every adult, five for each
 * unit, sex and act. All rejections and partial rejections are reviewed beside the sample. Source: årsrapport 2022, dnr SOF 2022/442.
 */
export const LEDSAGNING_2021: ReviewDefinition = {
  plan: {
    reviewId: 'ledsagning-2021' as ReviewId,
    title: 'Ledsagning enligt SoL och ledsagarservice enligt LSS, beslut 2021',
    assignment: { reference: 'SOF 2022/442', from: 'Socialnämnden' },
    population: decisionsOf2021(OUTCOMES.filter((outcome) => outcome !== 'rejection')),
    samplingUnit: 'latestPerPerson',
    strata: unitIds.flatMap((unitId) =>
      SEXES.flatMap((sex) => ACTS.map((act) => ({ unitId, sex, act, wanted: 5 }))),
    ),
    reviewedWhole: [decisionsOf2021(OUTCOMES.filter((outcome) => outcome !== 'approval'))],
    measuringDay: on('2021-12-31'),
  },
  report: {
    indicators: [
      ...SAMPLE_INDICATORS,
      ...INVESTIGATION_INDICATORS,
      ...HOUSEHOLD_INDICATORS,
      ...DECISION_INDICATORS,
      ...ORDER_AND_PLAN_INDICATORS,
    ],
    published: LEDSAGNING_2021_PUBLISHED,
    districts: DISTRICTS,
  },
};
