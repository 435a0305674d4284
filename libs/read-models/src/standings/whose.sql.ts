import type { LocalDate, UnitId, UserId } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { unindexed } from '../database/unindexed.sql';

/** Whose files are asked about: a unit's, a case worker's, or both. */
export interface Whose {
  readonly unit?: UnitId;
  readonly worker?: UserId;
  /** Whom a case worker stands in for is asked of this day: today, whatever day the answer is about. */
  readonly standsInOn: LocalDate;
}

const has = (column: string, value: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = ${value}`;

/** The rows of such files, in any table that says with a row who has its file: those of a unit; those that a case worker has, or has as a substitute. */
export const areOf = ({ unit, worker, standsInOn }: Whose): RawBuilder<SqlBool> => {
  if (worker === undefined) return unit === undefined ? sql<SqlBool>`1 = 1` : has('unitId', unit);
  const own = sql<SqlBool>`(${has('workerId', worker)} or ${sql.ref('fileId')} in ${stoodInFor(worker, standsInOn)})`;
  // One worker's files are a small part of the unit's.
  return unit === undefined ? own : sql<SqlBool>`${own} and ${unindexed('unitId', unit)}`;
};

const stoodInFor = (worker: UserId, day: LocalDate): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`fileAssignments.${column}`);
  return sql`(select ${of('fileId')} from ${sql.table('fileAssignments')}
    where ${of('role')} = 'substitute' and ${of('userId')} = ${worker} and ${of('firstDay')} <= ${day}
    and (${of('lastDay')} is null or ${of('lastDay')} >= ${day}) and (${of('endedOn')} is null or ${of('endedOn')} > ${day}))`;
};
