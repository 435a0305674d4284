import { addDays, weekday, type LocalDate, type Text } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { EXPIRY_KINDS, type ExpiryKind } from '../expiries/expiry-kinds';
import { openAs } from '../findings/status.sql';

/** For how many days after its last day something that was not renewed is shown as expired. */
export const EXPIRED_DAYS = 90;

type Condition = RawBuilder<SqlBool>;

/** The day that a worklist is asked for, and from how many days before its last day something is shown as expiring. */
interface SectionDay {
  readonly on: LocalDate;
  readonly horizonDays: number;
}

/** A section of open findings, or of things with a day. `holds` is its whole condition on an open row. */
interface SectionDeclaration<Of extends 'findings' | 'expiries' = 'findings' | 'expiries'> {
  readonly of: Of;
  readonly title: Text;
  holds(day: SectionDay): Condition;
}

const dueOn = sql.ref('dueOn');
const lastDay = sql.ref('lastDay');
const closedFrom = sql.ref('caseClosedFrom');

/** Open findings of cases that are open. */
const ofFindings = (
  sv: string,
  en: string,
  condition: (on: LocalDate) => Condition,
): SectionDeclaration<'findings'> => ({
  of: 'findings',
  title: { sv, en },
  holds: ({ on }) => sql`(${condition(on)} and (${closedFrom} is null or ${closedFrom} > ${on}))`,
});

/** Things of some kinds, by their day. */
const ofExpiries = (
  sv: string,
  en: string,
  kinds: readonly ExpiryKind[],
  condition: (day: SectionDay) => Condition,
): SectionDeclaration<'expiries'> => ({
  of: 'expiries',
  title: { sv, en },
  holds: (day) => sql`(${sql.ref('kind')} in (${sql.join(kinds)}) and ${condition(day)})`,
});

/** The Sunday of the day's week (ISO 8601). */
export const endOfWeek = (day: LocalDate): LocalDate => addDays(day, 7 - weekday(day));

/** What expires. The day of a reminder is no last day. */
const LAST_DAYS = EXPIRY_KINDS.filter((kind) => kind !== 'reminder');

/**
 * The sections of a worklist in the order of reading: late work first, then work by day, and gaps in closed cases last. Those gaps still exist, so
 * they are not hidden, but a case worker's day does not begin with a gap from five years ago. A section is declared here and nowhere else.
 */
const DECLARED = {
  overdue: ofFindings('Förfallet', 'Overdue', (on) => openAs(on).overdue),
  violations: ofFindings('Brister', 'Violations', (on) => openAs(on).violation),
  expired: ofExpiries(
    'Har löpt ut',
    'Expired',
    LAST_DAYS,
    ({ on }) => sql`${lastDay} < ${on} and ${lastDay} >= ${addDays(on, -EXPIRED_DAYS)}`,
  ),
  reminders: ofExpiries('Bevakningar', 'Reminders', ['reminder'], ({ on }) => sql`${lastDay} <= ${on}`),
  today: ofFindings('I dag', 'Today', (on) => sql`${openAs(on).pending} and ${dueOn} = ${on}`),
  thisWeek: ofFindings(
    'I veckan',
    'This week',
    (on) => sql`${openAs(on).pending} and ${dueOn} > ${on} and ${dueOn} <= ${endOfWeek(on)}`,
  ),
  later: ofFindings('Senare', 'Later', (on) => sql`${openAs(on).pending} and ${dueOn} > ${endOfWeek(on)}`),
  expiring: ofExpiries(
    'Löper ut',
    'Expires',
    LAST_DAYS,
    ({ on, horizonDays }) => sql`${lastDay} >= ${on} and ${lastDay} <= ${addDays(on, horizonDays)}`,
  ),
  /** The findings of closed cases that nobody has acknowledged. */
  closedCases: {
    of: 'findings',
    title: { sv: 'I avslutade ärenden', en: 'In closed cases' },
    holds: ({ on }: SectionDay) => sql<SqlBool>`(${closedFrom} <= ${on} and not ${openAs(on).acknowledged})`,
  },
  /** What somebody has acknowledged with a reason, in open and closed cases. It is no longer to be done, and stays to be seen. */
  acknowledged: {
    of: 'findings',
    title: { sv: 'Kvitterade', en: 'Acknowledged' },
    holds: ({ on }: SectionDay) => openAs(on).acknowledged,
  },
} as const satisfies Readonly<Record<string, SectionDeclaration>>;

export type Section = keyof typeof DECLARED;
type SectionOf<Of> = { [S in Section]: (typeof DECLARED)[S]['of'] extends Of ? S : never }[Section];
export type ExpirySection = SectionOf<'expiries'>;
export type FindingSection = SectionOf<'findings'>;

export const SECTIONS = Object.keys(DECLARED) as [Section, ...Section[]];
const sectionsOf = <Of extends 'findings' | 'expiries'>(of: Of): readonly SectionOf<Of>[] =>
  SECTIONS.filter((section) => DECLARED[section].of === of) as SectionOf<Of>[];
export const FINDING_SECTIONS = sectionsOf('findings');
export const EXPIRY_SECTIONS = sectionsOf('expiries');

/** The title of each section on the screen. */
export const SECTION_TITLES = Object.fromEntries(
  SECTIONS.map((section) => [section, DECLARED[section].title]),
) as Readonly<Record<Section, Text>>;

export const isOfExpiries = (section: Section): section is ExpirySection =>
  DECLARED[section].of === 'expiries';

/** The condition on an open row for one section. */
export const isInSection = (section: Section, day: SectionDay): Condition => DECLARED[section].holds(day);
