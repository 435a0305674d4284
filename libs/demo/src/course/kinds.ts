import { on, type Act, type Extent, type Law, type LocalDate, type MeasureCode } from '@rt/domain';
import { COMPANION_THEMES, HOME_THEMES, OCCUPATION_THEMES, type Theme } from '../texts/theme';

/** What the demo knows of a measure: its unit, its themes and its section in LSS. */
interface Kind {
  readonly unit: Extent['unit'];
  readonly per: Extent['per'];
  /** The smallest and the largest granted amount, in whole units. */
  readonly amounts: readonly [number, number];
  readonly themes: readonly Theme[];
  readonly lssSection?: string;
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
    lssSection: '9 § 3',
    name: 'Ledsagarservice',
  },
  avlosarservice: {
    unit: 'hours',
    per: 'month',
    amounts: [10, 24],
    themes: HOME_THEMES,
    lssSection: '9 § 5',
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
    lssSection: '9 § 10',
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

const NEW_SOL_FROM = on('2025-07-01');

/** The section of law under which a measure is decided on a day. Source: SoL 2001:453 4:1, from 2025-07-01 SoL 2025:400 11:1; LSS 9 §. */
export const lawOn = (measure: MeasureCode, act: Act, day: LocalDate): Law => {
  if (act === 'lss') return { statute: '1993:387', section: kindOf(measure).lssSection ?? '9 §' };
  return day < NEW_SOL_FROM
    ? { statute: '2001:453', section: '4 kap. 1 §' }
    : { statute: '2025:400', section: '11 kap. 1 §' };
};
