import type { LocalDate } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { isHeldOn } from '../holders/held-by.sql';
import { inCase, isOpen, statusSql, type CaseSide, type ListedOpen } from './status.sql';

/** The number of open findings of a rule in all files, those of open cases apart from those of closed ones. */
export interface OpenByRule {
  readonly rule: string;
  readonly status: ListedOpen;
  readonly inCase: CaseSide;
  readonly count: number;
}

/** Scans all findings, which takes about a second for a large city: do not call it while a user waits. */
export const openByRule = async ({ reader }: ReadDatabase, on: LocalDate): Promise<readonly OpenByRule[]> => {
  const rows = await reader
    .selectFrom('findings')
    .select(['rule', statusSql(on).as('status'), inCase(on).as('inCase')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isOpen(on))
    .where(isHeldOn(on))
    .groupBy(['rule', 'status', 'inCase'])
    .orderBy('rule')
    .orderBy('status')
    .orderBy('inCase')
    .execute();
  return rows.map(({ rule, status, inCase: side, count }) => ({
    rule,
    inCase: side,
    status: status as ListedOpen,
    count: Number(count),
  }));
};
