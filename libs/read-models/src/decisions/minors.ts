import { yearOf, type LocalDate } from '@rt/domain';

/** How many of the children are minors on a day. Only the year of birth is known: a child counts until the year of the 18th birthday begins. */
export const minorsOn = (birthYears: readonly number[], day: LocalDate): number =>
  birthYears.filter((birthYear) => yearOf(day) - birthYear < 18).length;
