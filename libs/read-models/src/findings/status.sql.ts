import { addDays, type LocalDate } from '@rt/domain';
import { OPEN_STATUSES, type ListedStatus } from '@rt/rules';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * `listedStatusOn` of the rules as SQL conditions on a findings row, so that counting gaps loads no rows. Every query of findings takes its conditions from
 * here.
 */

const kind = sql.ref('kind');
const arisesOn = sql.ref('arisesOn');
const dueOn = sql.ref('dueOn');
const fulfilledOn = sql.ref('fulfilledOn');
const voidedOn = sql.ref('voidedOn');
const openUntil = sql.ref('openUntil');

/** True if the finding is open on the day. */
export const isOpen = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${openUntil} > ${on} and ${arisesOn} <= ${on})`;

/** The statuses of what is open, as lists and counts have them. */
export const LISTED_OPEN = [...OPEN_STATUSES, 'acknowledged'] as const;
export type ListedOpen = (typeof LISTED_OPEN)[number];

/** The conditions for each status; valid only for findings that are open on the day. An acknowledged gap is neither overdue nor a violation. */
export const openAs = (on: LocalDate): Readonly<Record<ListedOpen, RawBuilder<SqlBool>>> => {
  const isLeft = sql<SqlBool>`not ${isAcknowledged(on)}`;
  const pending = sql<SqlBool>`(${kind} <> 'violation' and ${dueOn} >= ${on})`;
  return {
    pending,
    overdue: sql`(${kind} <> 'violation' and ${dueOn} < ${on} and ${isLeft})`,
    violation: sql`(${kind} = 'violation' and ${isLeft})`,
    acknowledged: sql`(not ${pending} and ${isAcknowledged(on)})`,
  };
};

/** How many days ahead a deadline counts as near. */
const nearDays = 7;

/** True for a pending finding that is due today or soon; valid only for findings that are open on the day. */
export const isDueSoon = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${openAs(on).pending} and ${dueOn} <= ${addDays(on, nearDays)})`;

/** Whether the case of a finding is open or closed. A finding beside cases is in a closed one when every case of its file is closed. */
export const CASE_SIDES = ['open', 'closed'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

export const inCase = (on: LocalDate): RawBuilder<CaseSide> =>
  sql<CaseSide>`case when ${sql.ref('caseClosedFrom')} <= ${on} then 'closed' else 'open' end`;

/** True if the finding has an acknowledgement on the day. Of several, one after another, the row holds the last. */
const isAcknowledged = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`(coalesce(${sql.ref('acknowledgedOn')} <= ${on}, false) and coalesce(${sql.ref('acknowledgedUntil')} > ${on}, true))`;

/** The status of the finding on the day, as `listedStatusOn` gives it. */
export const statusSql = (on: LocalDate): RawBuilder<ListedStatus | 'notYet'> => {
  const { violation, pending, acknowledged } = openAs(on);
  return sql<ListedStatus | 'notYet'>`case
  when ${arisesOn} > ${on} then 'notYet'
  when ${openUntil} > ${on} then case when ${acknowledged} then 'acknowledged' when ${violation} then 'violation' when ${pending} then 'pending' else 'overdue' end
  when ${fulfilledOn} <= ${on} and (${voidedOn} is null or ${voidedOn} > ${on} or ${voidedOn} >= ${fulfilledOn})
    then case when ${fulfilledOn} <= ${dueOn} then 'fulfilled' else 'fulfilledLate' end
  when ${voidedOn} <= ${on} then 'voided'
  else 'explained' end`;
};
