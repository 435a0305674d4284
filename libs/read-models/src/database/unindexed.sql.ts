import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** That a column has a value, said so that no index fits: where another condition of the question is narrower and has an index of its own. */
export const unindexed = (column: string, value: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`coalesce(${sql.ref(column)}, '') = ${value}`;
