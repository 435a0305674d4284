import type { LocalDate, UnitId, UserId } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { unindexed } from '../database/unindexed.sql';

/** Whose files a query is about: a unit's, a case worker's, or those that both have. */
export interface Whose {
  readonly unit?: UnitId;
  readonly worker?: UserId;
  /** The day on which substitutions are looked up: today, whatever day the query is about. */
  readonly standsInOn: LocalDate;
}

const has = (column: string, value: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = ${value}`;

/**
 * The condition that selects the rows of such files, in any table with `unitId` and `workerId`: the unit's files; the files that the case worker has,
 * or has as a substitute.
 */
export const areOf = ({ unit, worker, standsInOn }: Whose): RawBuilder<SqlBool> => {
  if (worker === undefined) return unit === undefined ? sql<SqlBool>`1 = 1` : has('unitId', unit);
  const own = sql<SqlBool>`(${has('workerId', worker)} or ${sql.ref('fileId')} in ${stoodInFor(worker, standsInOn)})`;
  // A worker's files are a small part of the unit's files, so the index on the worker is the better one.
  return unit === undefined ? own : sql<SqlBool>`${own} and ${unindexed('unitId', unit)}`;
};

const stoodInFor = (worker: UserId, day: LocalDate): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`fileAssignments.${column}`);
  return sql`(select ${of('fileId')} from ${sql.table('fileAssignments')}
    where ${of('role')} = 'substitute' and ${of('userId')} = ${worker} and ${of('firstDay')} <= ${day}
    and (${of('lastDay')} is null or ${of('lastDay')} >= ${day}) and (${of('endedOn')} is null or ${of('endedOn')} > ${day}))`;
};
