import {
  actOf,
  DEFAULT_MEASURES,
  legalBasesOf,
  type Act,
  type Extent,
  type Law,
  type LocalDate,
  type MeasureCode,
} from '@rt/domain';
import { COMPANION_THEMES, HOME_THEMES, OCCUPATION_THEMES, type Theme } from '../texts/theme';

/** What the demo knows of a measure: its unit and its themes. */
interface Kind {
  readonly unit: Extent['unit'];
  readonly per: Extent['per'];
  /** The smallest and the largest granted amount, in whole units. */
  readonly amounts: readonly [number, number];
  readonly themes: readonly Theme[];
  /** The service's name, which is all that an unspecific order says. */
  readonly name: string;
}

const KINDS: Readonly<Record<MeasureCode, Kind>> = {
  ledsagning: { unit: 'hours', per: 'month', amounts: [8, 24], themes: COMPANION_THEMES, name: 'Ledsagning' },
  ledsagarservice: {
    unit: 'hours',
    per: 'month',
    amounts: [10, 30],
    themes: COMPANION_THEMES,
    name: 'Ledsagarservice',
  },
  avlosarservice: {
    unit: 'hours',
    per: 'month',
    amounts: [10, 24],
    themes: HOME_THEMES,
    name: 'Avlösarservice',
  },
  boendestod: { unit: 'hours', per: 'week', amounts: [3, 9], themes: HOME_THEMES, name: 'Boendestöd' },
  sysselsattning: {
    unit: 'days',
    per: 'week',
    amounts: [2, 4],
    themes: OCCUPATION_THEMES,
    name: 'Sysselsättning',
  },
  dagligVerksamhet: {
    unit: 'days',
    per: 'week',
    amounts: [3, 5],
    themes: OCCUPATION_THEMES,
    name: 'Daglig verksamhet',
  },
};

/** @throws RangeError if the demo has no such measure */
export const kindOf = (measure: MeasureCode): Kind => {
  const kind = KINDS[measure];
  if (!kind) throw new RangeError(`the demo has no ${measure}`);
  return kind;
};

export const extentOf = (measure: MeasureCode, amount: number, activities: readonly string[]): Extent => {
  const { unit, per } = kindOf(measure);
  return { amount, unit, per, activities };
};

const BASES = legalBasesOf(DEFAULT_MEASURES);

/** The section of law under which a measure is decided on a day. @throws RangeError if the act has none for the measure */
export const lawOn = (measure: MeasureCode, act: Act, day: LocalDate): Law => {
  const found = BASES.find(
    ({ measure: of, law, from, to }) =>
      of === measure && actOf(law) === act && from <= day && (to === null || day <= to),
  );
  if (!found) throw new RangeError(`there is no ${measure} under ${act} on ${day}`);
  return found.law;
};
