import { addDays, weekday, type LocalDate } from '@rt/domain';
import { sql, type RawBuilder } from 'kysely';

/** The parts of a worklist, in the order in which they are read: what is late first, then day by day. */
export const SECTIONS = [
  'overdue',
  'violations',
  'expired',
  'today',
  'thisWeek',
  'later',
  'expiring',
] as const;
export type Section = (typeof SECTIONS)[number];

const place = (section: Section): RawBuilder<number> => sql.lit<number>(SECTIONS.indexOf(section));

/** The Sunday of the day's week (ISO 8601). */
export const endOfWeek = (day: LocalDate): LocalDate => addDays(day, 7 - weekday(day));

/** In which section an open finding stands on a day, as its place among them. */
export const sectionOfFinding = (on: LocalDate): RawBuilder<number> => sql<number>`case
  when ${sql.ref('kind')} = 'violation' then ${place('violations')}
  when ${sql.ref('dueOn')} < ${on} then ${place('overdue')}
  when ${sql.ref('dueOn')} = ${on} then ${place('today')}
  when ${sql.ref('dueOn')} <= ${endOfWeek(on)} then ${place('thisWeek')}
  else ${place('later')} end`;

/** In which section a last day stands on a day. */
export const sectionOfExpiry = (on: LocalDate): RawBuilder<number> => sql<number>`case
  when ${sql.ref('lastDay')} < ${on} then ${place('expired')} else ${place('expiring')} end`;
