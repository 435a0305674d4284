import { on, type LocalDate } from '@rt/domain';

/** The first day of the month of a day. */
export const monthOf = (day: LocalDate): LocalDate => on(`${day.slice(0, 7)}-01`);
