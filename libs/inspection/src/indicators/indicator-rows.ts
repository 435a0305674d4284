import { shape, type ShapedFields, type UnitId } from '@rt/domain';
import type { DecisionFacts } from '../population';
import type { SampledCase } from '../sampled-case';
import type { Text } from '@rt/domain';
import { inSwedish, joined } from '../text';
import {
  hundredths,
  rulesBehind,
  valueOf,
  type Indicator,
  type IndicatorValue,
  type PlainReading,
} from './indicator';
import { agrees, percentOf, readingOf, type PrintedWords, type Published } from './published';

const INDICATOR_STATUSES = ['computed', 'notComputable'] as const;

/** One row of the report: the computed figure and, beside it, the published one. */
export const indicatorFields = {
  id: shape.text(),
  district: shape.text(),
  population: shape.oneOf(['sample', 'year', 'reviewedWhole']),
  status: shape.described(
    shape.oneOf(INDICATOR_STATUSES),
    '`notComputable`: there is no figure, and the note says why',
  ),
  /**
   * Rules that the figure depends on and that were paused in one of the files. Then it cannot be computed: that a paused rule finds nothing does not
   * mean that all is well.
   */
  pausedRules: shape.described(
    shape.listOf(shape.text()),
    'The rules whose pause is why the row cannot be computed',
  ),
  numerator: shape.described(
    shape.orNull(shape.amount()),
    'A count, the numerator of a share, or a mean; null if it cannot be computed: the note says why',
  ),
  denominator: shape.described(shape.orNull(shape.count()), 'Null for a count and for a mean'),
  /** With two decimals; null if there is no denominator. */
  percent: shape.orNull(shape.amount()),
  published: shape.fields({
    num: shape.orNull(shape.amount()),
    den: shape.orNull(shape.amount()),
    pct: shape.anyOf(shape.amount(), shape.text<PrintedWords>(), shape.nothing()),
  }),
  /** Null if nothing could be computed. */
  agrees: shape.orNull(shape.flag()),
  note: shape.orNull(shape.text()),
  definitionVersion: shape.count(),
  text: shape.fields({
    title: shape.inBoth(),
    /** What is counted, and out of what it is a share. */
    definition: shape.inBoth(),
    note: shape.orNull(shape.inBoth()),
  }),
};
export type IndicatorRow = ShapedFields<typeof indicatorFields>;

/** The facts from which the indicators of a review are computed, at one instant: the decisions of its populations, and the drawn cases. */
export interface ReviewEvidence {
  readonly year: readonly DecisionFacts[];
  /** Undefined if no sample has been drawn. */
  readonly drawn:
    | {
        readonly sample: readonly SampledCase[];
        readonly reviewedWhole: readonly DecisionFacts[];
        /** The number of reviewed decisions that are not in the files: they were not known at the instant, or have been erased since. */
        readonly sampleMissing: number;
        readonly reviewedWholeMissing: number;
      }
    | undefined;
}

export interface Report {
  readonly indicators: readonly Indicator[];
  readonly published: readonly Published[];
  /** The unit of each district, by the name of the district in the published figures. */
  readonly districts: Readonly<Record<string, UnitId>>;
}

/** Every published row with the figure that we compute beside it, in the order of publication. */
export const indicatorRows = (
  { indicators, published, districts }: Report,
  evidence: ReviewEvidence,
): readonly IndicatorRow[] =>
  published.map((figure) => {
    const indicator = indicators.find(({ rows }) => rows.includes(figure.id));
    if (!indicator) throw new Error(`no indicator computes row ${figure.id}`);
    const units =
      figure.district === 'ALL' || indicator.acrossDistricts
        ? undefined
        : unitsOf(figure.district, districts);
    return rowOf(indicator, figure, compute(indicator, units, evidence));
  });

const unitsOf = (district: string, districts: Report['districts']): readonly UnitId[] =>
  district.split('+').map((name) => {
    const unit = districts[name];
    if (unit === undefined) throw new Error(`${name} is no district of the review`);
    return unit;
  });

type Computed = IndicatorValue | { readonly because: Text; readonly pausedRules?: readonly string[] };

const compute = (
  indicator: Indicator,
  units: readonly UnitId[] | undefined,
  { year, drawn }: ReviewEvidence,
): Computed => {
  const here = <C extends DecisionFacts>(decisions: readonly C[]): readonly C[] =>
    units ? decisions.filter(({ unitId }) => unitId !== undefined && units.includes(unitId)) : decisions;
  if (indicator.population === 'year') return computed(indicator, indicator.value, here(year), 0);
  if (!drawn) return { because: { sv: 'inget urval är draget', en: 'no sample is drawn' } };
  if (indicator.population === 'sample') {
    const sample = here(drawn.sample);
    const paused = rulesBehind(indicator.value).filter((rule) =>
      sample.some(({ pausedRules }) => pausedRules.has(rule)),
    );
    return paused.length > 0
      ? { because: arePaused(paused), pausedRules: paused }
      : withPlainReading(
          computed(indicator, indicator.value, sample, drawn.sampleMissing),
          indicator.plainReading,
          sample,
        );
  }
  return computed(indicator, indicator.value, here(drawn.reviewedWhole), drawn.reviewedWholeMissing);
};

/** Tells beside the figure what the plain text of the source would give. */
const withPlainReading = (
  result: Computed,
  reading: PlainReading<SampledCase> | undefined,
  sample: readonly SampledCase[],
): Computed => {
  if ('because' in result || reading === undefined) return result;
  const part = sample.filter((one) => reading.part.holds(one)).length;
  const plain = {
    sv: `${reading.words.sv}: ${part} av ${sample.length}.`,
    en: `${reading.words.en}: ${part} of ${sample.length}.`,
  };
  return { ...result, note: joined([result.note, plain]) as Text };
};

const arePaused = (rules: readonly string[]): Text => {
  const named = rules.join(', ');
  return rules.length === 1
    ? {
        sv: `regeln ${named} var vilande i någon av akterna`,
        en: `the rule ${named} was paused in one of the files`,
      }
    : {
        sv: `reglerna ${named} var vilande i någon av akterna`,
        en: `the rules ${named} were paused in one of the files`,
      };
};

const computed = <C extends DecisionFacts>(
  indicator: Indicator,
  value: Parameters<typeof valueOf<C>>[0],
  population: readonly C[],
  missing: number,
): Computed => {
  const result = valueOf(value, population);
  if ('because' in result) return result;
  const note = joined([
    result.note,
    indicator.tellOutOfAll && outOfAll(result, population.length),
    indicator.tellPersons && personsIn(value, population),
    missing > 0 ? missingNote(missing) : undefined,
  ]);
  return { ...result, ...(note && { note }) };
};

const outOfAll = ({ numerator }: IndicatorValue, whole: number): Text => {
  const percent = hundredths((100 * numerator) / whole);
  return {
    sv: `Av alla ${whole} i urvalet: ${inSwedish(percent)} %.`,
    en: `Out of all ${whole} in the sample: ${percent} %.`,
  };
};

const personsIn = <C extends DecisionFacts>(
  value: Parameters<typeof valueOf<C>>[0],
  population: readonly C[],
): Text => {
  const counted = population.filter((one) =>
    value.kind === 'share' ? value.whole.holds(one) && value.part.holds(one) : value.of.holds(one),
  );
  const persons = new Set(counted.map(({ personKey }) => personKey)).size;
  return {
    sv: `Antal beslut: ${counted.length}, antal personer: ${persons}.`,
    en: `Number of decisions: ${counted.length}, number of persons: ${persons}.`,
  };
};

const missingNote = (missing: number): Text => ({
  sv: `Granskade beslut som inte finns i akterna vid den tidpunkten, inte med: ${missing}.`,
  en: `Reviewed decisions that are not in the files at that moment, left out: ${missing}.`,
});

const rowOf = (indicator: Indicator, figure: Published, result: Computed): IndicatorRow => {
  const { id, district, num, den, pct } = figure;
  const value = 'because' in result ? undefined : result;
  const note =
    joined([
      'because' in result
        ? {
            sv: `Går inte att räkna ut, eftersom ${result.because.sv}.`,
            en: `not computable, because ${result.because.en}.`,
          }
        : result.note,
      figure.note,
      readingOf(pct),
    ]) ?? null;
  return {
    id,
    district,
    population: indicator.population,
    status: 'because' in result ? 'notComputable' : 'computed',
    pausedRules: ('because' in result && result.pausedRules) || [],
    numerator: value?.numerator ?? null,
    denominator: value?.denominator ?? null,
    percent: value ? percentOf(value) : null,
    published: { num, den, pct },
    agrees: value ? agrees(value, figure, indicator.value.kind) : null,
    note: note && note.en,
    definitionVersion: indicator.definitionVersion,
    text: { title: indicator.title, definition: definitionOf(indicator), note },
  };
};

const definitionOf = ({ value }: Indicator): Text => {
  switch (value.kind) {
    case 'count':
      return { sv: `Antal: ${value.of.words.sv}.`, en: `Number: ${value.of.words.en}.` };
    case 'share':
      return {
        sv: `Andel: ${value.part.words.sv}; av: ${value.whole.words.sv}.`,
        en: `Share: ${value.part.words.en}; of: ${value.whole.words.en}.`,
      };
    case 'meanHours':
      return {
        sv: `Beviljade timmar per månad (ett år är 12 månader är 52 veckor), medelvärde: ${value.of.words.sv}.`,
        en: `Granted hours a month (a year is 12 months is 52 weeks), mean: ${value.of.words.en}.`,
      };
  }
};
