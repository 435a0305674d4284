import type { Text } from '@rt/domain';
import { hundredths, type IndicatorValue, type Value } from './indicator';

/** A figure as it was printed. A percentage may be in words. A part that is not printed is null. */
export interface Published {
  readonly id: string;
  /** `ALL`, a district, or several districts with `+` between them. */
  readonly district: string;
  readonly num: number | null;
  readonly den: number | null;
  readonly pct: number | PrintedWords | null;
  readonly note?: Text;
}

/** The range that we read a percentage in words as, in per cent. Both ends are included, except that `above` excludes the lower end. */
export const PRINTED_WORDS = {
  'cirka 30': { from: 25, to: 35 },
  'cirka 60': { from: 55, to: 65 },
  'drygt hälften': { above: 50, to: 60 },
  hälften: { from: 50, to: 50 },
} as const satisfies Readonly<
  Record<string, ({ readonly from: number } | { readonly above: number }) & { readonly to: number }>
>;

export type PrintedWords = keyof typeof PRINTED_WORDS;

export const percentOf = ({ numerator, denominator }: IndicatorValue): number | null =>
  denominator === null ? null : hundredths((100 * numerator) / denominator);

/**
 * True if the computed value agrees with the printed one. Printed numbers must be equal to it (a mean after rounding). A printed percentage must be
 * equal to the computed one after rounding. A percentage in words must have a range that contains the computed one.
 */
export const agrees = (
  measured: IndicatorValue,
  published: Published,
  kind: Value<never>['kind'],
): boolean => {
  const { num, den, pct } = published;
  const ours = kind === 'meanHours' ? Math.round(measured.numerator) : measured.numerator;
  if (num !== null && ours !== num) return false;
  if (den !== null && measured.denominator !== den) return false;
  if (pct === null) return true;
  if (measured.denominator === null) return false;
  const percent = (100 * measured.numerator) / measured.denominator;
  return typeof pct === 'number' ? Math.round(percent) === pct : isWithin(percent, PRINTED_WORDS[pct]);
};

type Reading = { readonly from?: number; readonly above?: number; readonly to: number };

const isWithin = (percent: number, { from, above, to }: Reading): boolean =>
  (from === undefined || percent >= from) && (above === undefined || percent > above) && percent <= to;

/** A text that explains how we read a percentage in words. It is shown beside the figure. */
export const readingOf = (pct: Published['pct']): Text | undefined => {
  if (typeof pct !== 'string') return undefined;
  const { from, above, to }: Reading = PRINTED_WORDS[pct];
  if (from === to) return { sv: `”${pct}” läses som ${to} %.`, en: `"${pct}" is read as ${to} %.` };
  const sv = above === undefined ? `${from} till ${to} %` : `över ${above} och högst ${to} %`;
  const en = above === undefined ? `${from} to ${to} %` : `more than ${above} and at most ${to} %`;
  return { sv: `”${pct}” läses som ${sv}.`, en: `"${pct}" is read as ${en}.` };
};
