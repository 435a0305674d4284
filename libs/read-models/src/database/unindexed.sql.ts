import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** The condition that a column has a value, in a form that can use no index. Use it if another condition is narrower and has its own index. */
export const unindexed = (column: string, value: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`coalesce(${sql.ref(column)}, '') = ${value}`;
