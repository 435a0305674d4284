import { amountPerYear } from '@rt/domain';
import type { DecisionFacts } from '../population';
import type { SampledCase } from '../sampled-case';
import type { Text } from '@rt/domain';
import { inSwedish } from '../text';
import { rulesOf, type Condition } from './condition';

/** What an indicator counts: a number of cases, a share of cases, or a mean. */
export type Value<C> =
  | { readonly kind: 'count'; readonly of: Condition<C> }
  | { readonly kind: 'share'; readonly part: Condition<C>; readonly whole: Condition<C> }
  /** The mean of the granted hours a month, over the cases with granted hours. */
  | { readonly kind: 'meanHours'; readonly of: Condition<C> };

interface Definition {
  /** The name in the published figures. */
  readonly name: string;
  readonly title: Text;
  /** Increased when the definition changes, so that figures of two definitions are never drawn as one line. */
  readonly definitionVersion: number;
  /** The ids of the published rows that it computes, each for the district of that row. */
  readonly rows: readonly string[];
  /** Counts over all districts, whatever the district of the row. */
  readonly acrossDistricts?: true;
  /** Adds the number of persons to the number of decisions. */
  readonly tellPersons?: true;
  /** Adds the share of the whole population, for a source that can be read in both ways. */
  readonly tellOutOfAll?: true;
}

/** Another reading of the source, whose share is told beside the indicator's own. */
export interface PlainReading<C> {
  readonly part: Condition<C>;
  readonly words: Text;
}

/**
 * An indicator of one of three populations: the drawn cases, the decisions of the year, or the decisions that are reviewed whole beside the sample.
 */
export type Indicator =
  | (Definition & {
      readonly population: 'sample';
      readonly value: Value<SampledCase>;
      readonly plainReading?: PlainReading<SampledCase>;
    })
  | (Definition & { readonly population: 'year' | 'reviewedWhole'; readonly value: Value<DecisionFacts> });

export interface IndicatorValue {
  readonly numerator: number;
  /** Null for a count and for a mean. */
  readonly denominator: number | null;
  readonly note?: Text;
}

/** The rules that a value depends on. */
export const rulesBehind = <C>(value: Value<C>): readonly string[] =>
  rulesOf(value.kind === 'share' ? [value.part, value.whole] : [value.of]);

/** Computes the value. A share or a mean over no cases cannot be computed; then the note says why. */
export const valueOf = <C extends DecisionFacts>(
  value: Value<C>,
  population: readonly C[],
): IndicatorValue | { readonly because: Text } => {
  switch (value.kind) {
    case 'count':
      return { numerator: count(population, value.of), denominator: null };
    case 'share': {
      const whole = population.filter((one) => value.whole.holds(one));
      if (whole.length === 0) return { because: nothing };
      return { numerator: count(whole, value.part), denominator: whole.length };
    }
    case 'meanHours':
      return meanHours(population.filter((one) => value.of.holds(one)));
  }
};

const count = <C>(population: readonly C[], condition: Condition<C>): number =>
  population.filter((one) => condition.holds(one)).length;

const nothing: Text = { sv: 'det inte finns något att räkna bland', en: 'there is nothing to count among' };

const meanHours = (decisions: readonly DecisionFacts[]): IndicatorValue | { readonly because: Text } => {
  const hours = decisions.flatMap(({ grantedExtent }) =>
    grantedExtent?.unit === 'hours' ? [amountPerYear(grantedExtent) / 12] : [],
  );
  if (hours.length === 0)
    return { because: { sv: 'inget av besluten anger timmar', en: 'none of the decisions states hours' } };
  const sum = hours.reduce((total, each) => total + each, 0);
  const without = decisions.length - hours.length;
  return {
    numerator: hundredths(sum / hours.length),
    denominator: null,
    note: {
      sv: `Summa timmar per månad: ${inSwedish(hundredths(sum))}, antal beslut: ${hours.length}${without > 0 ? `, beslut utan timmar (inte med): ${without}` : ''}.`,
      en: `Sum of hours a month: ${hundredths(sum)}, number of decisions: ${hours.length}${without > 0 ? `, decisions without hours (left out): ${without}` : ''}.`,
    },
  };
};

export const hundredths = (value: number): number => Math.round(value * 100) / 100;
