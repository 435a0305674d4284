import type { Text } from '@rt/domain';
import { days, months, weekdays, weeks } from './amounts';

const UNITS = { Weekdays: weekdays, Days: days, Weeks: weeks, Months: months };
const SIDES: Readonly<Record<string, (amount: Text) => Text>> = {
  Max: ({ sv, en }) => ({ sv: `högst ${sv}`, en: `at most ${en}` }),
  Before: ({ sv, en }) => ({ sv: `${sv} före`, en: `${en} before` }),
};

/**
 * A parameter of a rule in words: `högst 15 dagar`. The name says its unit and its side.
 * @throws Error if the name of a number does not end so, as in `planDaysMax`
 */
export const parameterText = (name: string, value: number | readonly string[]): Text => {
  if (typeof value !== 'number') {
    const words = value.join(', ');
    return { sv: words, en: words };
  }
  const [, unit, side] = /(Weekdays|Days|Weeks|Months)(Max|Before)$/.exec(name) ?? [];
  const said = SIDES[side ?? '']?.(UNITS[unit as keyof typeof UNITS](value));
  if (said === undefined) throw new Error(`the number ${name} does not say its unit`);
  return said;
};
