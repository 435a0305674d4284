import type { LocalDate } from '@rt/domain';
import type { OpenStatus } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import { isOpen, statusSql } from './status.sql';

/** How many findings of a rule somebody still has to look at, in the whole house. */
export interface OpenByRule {
  readonly rule: string;
  readonly status: OpenStatus;
  readonly count: number;
}

/** Goes through all findings there are: a second or so of a big city's, so not to be asked where somebody waits. */
export const openByRule = async ({ reader }: ReadDatabase, on: LocalDate): Promise<readonly OpenByRule[]> => {
  const rows = await reader
    .selectFrom('findings')
    .select(['rule', statusSql(on).as('status')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOpen(on))
    .groupBy(['rule', 'status'])
    .orderBy('rule')
    .orderBy('status')
    .execute();
  return rows.map(({ rule, status, count }) => ({
    rule,
    status: status as OpenStatus,
    count: Number(count),
  }));
};
