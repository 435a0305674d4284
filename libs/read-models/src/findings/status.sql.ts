import type { LocalDate } from '@rt/domain';
import type { OpenStatus, Status } from '@rt/rules';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * `statusOn` of the rules as SQL conditions on a findings row, so that counting gaps loads no rows. Every query of findings takes its conditions from
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

/** The conditions for each status; valid only for findings that are open on the day. */
export const openAs = (on: LocalDate): Readonly<Record<OpenStatus, RawBuilder<SqlBool>>> => ({
  pending: sql`(${kind} <> 'violation' and ${dueOn} >= ${on})`,
  overdue: sql`(${kind} <> 'violation' and ${dueOn} < ${on})`,
  violation: sql`${kind} = 'violation'`,
});

/** Whether the case of a finding is open or closed. A finding beside cases is in a closed one when every case of its file is closed. */
export const CASE_SIDES = ['open', 'closed'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

export const inCase = (on: LocalDate): RawBuilder<CaseSide> =>
  sql<CaseSide>`case when ${sql.ref('caseClosedFrom')} <= ${on} then 'closed' else 'open' end`;

/** True if the finding has an acknowledgement on the day. Of several, one after another, the row holds the last. */
export const isAcknowledged = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`(coalesce(${sql.ref('acknowledgedOn')} <= ${on}, false) and coalesce(${sql.ref('acknowledgedUntil')} > ${on}, true))`;

/** The status of the finding on the day. */
export const statusSql = (on: LocalDate): RawBuilder<Status> => {
  const { violation, pending } = openAs(on);
  return sql<Status>`case
  when ${arisesOn} > ${on} then 'notYet'
  when ${openUntil} > ${on} then case when ${violation} then 'violation' when ${pending} then 'pending' else 'overdue' end
  when ${fulfilledOn} <= ${on} and (${voidedOn} is null or ${voidedOn} > ${on} or ${voidedOn} >= ${fulfilledOn})
    then case when ${fulfilledOn} <= ${dueOn} then 'fulfilled' else 'fulfilledLate' end
  when ${voidedOn} <= ${on} then 'voided'
  else 'explained' end`;
};
