import { addDays, weekday, type LocalDate, type Text } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { openAs } from '../findings/status.sql';

/**
 * The sections of a worklist in the order of reading: late work first, then work by day, and gaps in closed cases last. Those gaps still exist, so
 * they are not hidden, but a case worker's day does not begin with a gap from five years ago.
 */
export const SECTIONS = [
  'overdue',
  'violations',
  'expired',
  'reminders',
  'today',
  'thisWeek',
  'later',
  'expiring',
  'closedCases',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What each section is called on the screen. */
export const SECTION_TITLES: Readonly<Record<Section, Text>> = {
  overdue: { sv: 'Förfallet', en: 'Overdue' },
  violations: { sv: 'Brister', en: 'Violations' },
  expired: { sv: 'Har löpt ut', en: 'Expired' },
  reminders: { sv: 'Bevakningar', en: 'Reminders' },
  today: { sv: 'I dag', en: 'Today' },
  thisWeek: { sv: 'I veckan', en: 'This week' },
  later: { sv: 'Senare', en: 'Later' },
  expiring: { sv: 'Löper ut', en: 'Expires' },
  closedCases: { sv: 'I avslutade ärenden', en: 'In closed cases' },
};

/** The sections for last days and reminders; the other sections are for findings. */
export const EXPIRY_SECTIONS = ['expired', 'reminders', 'expiring'] as const satisfies readonly Section[];
export type ExpirySection = (typeof EXPIRY_SECTIONS)[number];
export type FindingSection = Exclude<Section, ExpirySection>;

export const isOfExpiries = (section: Section): section is ExpirySection =>
  (EXPIRY_SECTIONS as readonly Section[]).includes(section);

/** The Sunday of the day's week (ISO 8601). */
export const endOfWeek = (day: LocalDate): LocalDate => addDays(day, 7 - weekday(day));

/** The conditions for the section of an open finding on a day. All findings of closed cases are in a section of their own, whatever their status. */
export const findingSections = (on: LocalDate): Readonly<Record<FindingSection, RawBuilder<SqlBool>>> => {
  const { pending, overdue, violation } = openAs(on);
  const dueOn = sql.ref('dueOn');
  const closedFrom = sql.ref('caseClosedFrom');
  const going = (condition: RawBuilder<SqlBool>) =>
    sql<SqlBool>`(${condition} and (${closedFrom} is null or ${closedFrom} > ${on}))`;
  return {
    overdue: going(overdue),
    violations: going(violation),
    today: going(sql`${pending} and ${dueOn} = ${on}`),
    thisWeek: going(sql`${pending} and ${dueOn} > ${on} and ${dueOn} <= ${endOfWeek(on)}`),
    later: going(sql`${pending} and ${dueOn} > ${endOfWeek(on)}`),
    closedCases: sql`${closedFrom} <= ${on}`,
  };
};

/** The conditions for the section of a last day, or of a reminder, on a day. */
export const expirySections = (on: LocalDate): Readonly<Record<ExpirySection, RawBuilder<SqlBool>>> => {
  const lastDay = sql.ref('lastDay');
  const isReminder = sql`${sql.ref('kind')} = 'reminder'`;
  return {
    expired: sql`(not ${isReminder} and ${lastDay} < ${on})`,
    reminders: sql`(${isReminder})`,
    expiring: sql`(not ${isReminder} and ${lastDay} >= ${on})`,
  };
};
