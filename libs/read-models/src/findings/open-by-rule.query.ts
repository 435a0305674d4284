import type { LocalDate } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { isHeldOn } from '../holders/held-by.sql';
import { isOpen, statusSql, type ListedOpen } from './status.sql';

/** The number of open findings of a rule in all files. */
export interface OpenByRule {
  readonly rule: string;
  readonly status: ListedOpen;
  readonly count: number;
}

/** Scans all findings, which takes about a second for a large city: do not call it while a user waits. */
export const openByRule = async ({ reader }: ReadDatabase, on: LocalDate): Promise<readonly OpenByRule[]> => {
  const rows = await reader
    .selectFrom('findings')
    .select(['rule', statusSql(on).as('status')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOpen(on))
    .where(isHeldOn(on))
    .groupBy(['rule', 'status'])
    .orderBy('rule')
    .orderBy('status')
    .execute();
  return rows.map(({ rule, status, count }) => ({
    rule,
    status: status as ListedOpen,
    count: Number(count),
  }));
};
