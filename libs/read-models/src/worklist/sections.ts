import { addDays, weekday, type LocalDate } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { openAs } from '../findings/status.sql';

/**
 * The parts of a worklist, in the order in which they are read: what is late first, then day by day, and last what lacks in cases that are closed.
 * That is still there, so it is not hidden, but a case worker's day does not begin with what was lacking five years ago.
 */
export const SECTIONS = [
  'overdue',
  'violations',
  'expired',
  'today',
  'thisWeek',
  'later',
  'expiring',
  'closedCases',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What has a last day stands in these, what a rule found in the others. */
export const EXPIRY_SECTIONS = ['expired', 'expiring'] as const satisfies readonly Section[];
export type ExpirySection = (typeof EXPIRY_SECTIONS)[number];
export type FindingSection = Exclude<Section, ExpirySection>;

export const isOfExpiries = (section: Section): section is ExpirySection =>
  (EXPIRY_SECTIONS as readonly Section[]).includes(section);

/** The Sunday of the day's week (ISO 8601). */
export const endOfWeek = (day: LocalDate): LocalDate => addDays(day, 7 - weekday(day));

/** In which section an open finding stands on a day. What lacks in a closed case stands in a section of its own, whatever its status. */
export const findingSections = (on: LocalDate): Readonly<Record<FindingSection, RawBuilder<SqlBool>>> => {
  const { pending, overdue, violation } = openAs(on);
  const dueOn = sql.ref('dueOn');
  const atRest = sql.ref('atRestFrom');
  const going = (condition: RawBuilder<SqlBool>) =>
    sql<SqlBool>`(${condition} and (${atRest} is null or ${atRest} > ${on}))`;
  return {
    overdue: going(overdue),
    violations: going(violation),
    today: going(sql`${pending} and ${dueOn} = ${on}`),
    thisWeek: going(sql`${pending} and ${dueOn} > ${on} and ${dueOn} <= ${endOfWeek(on)}`),
    later: going(sql`${pending} and ${dueOn} > ${endOfWeek(on)}`),
    closedCases: sql`${atRest} <= ${on}`,
  };
};

/** In which section a last day stands on a day. */
export const expirySections = (on: LocalDate): Readonly<Record<ExpirySection, RawBuilder<SqlBool>>> => ({
  expired: sql`${sql.ref('lastDay')} < ${on}`,
  expiring: sql`${sql.ref('lastDay')} >= ${on}`,
});
