import type { LocalDate, Step, UnitId, UserId } from '@rt/domain';
import { ruleOf, type Status } from '@rt/rules';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { statusSql } from '../findings/status.sql';

/** How a unit stands with one rule in the files of one case worker. */
export interface UnitStatusRow {
  readonly rule: string;
  /** The handling step where the rule's gaps show. */
  readonly step: Step;
  /** Null: files that nobody has. */
  readonly workerId: UserId | null;
  /** How many findings have a status on the day; those that have not arisen yet are not counted. */
  readonly counts: Readonly<Record<Counted, number>>;
  /** Of those overdue or violated, how many a named person had acknowledged. */
  readonly acknowledged: number;
}

const none = {
  pending: 0,
  overdue: 0,
  fulfilled: 0,
  fulfilledLate: 0,
  voided: 0,
  violation: 0,
  explained: 0,
};

/**
 * A unit's findings counted by rule, step and case worker, as they were on any day by what is known now. It asks the rows of `findings` through
 * an index that holds all it needs, so it costs what the unit's own findings cost, however many other units there are.
 */
export const unitStatusOn = async (
  { reader }: ReadDatabase,
  { unit, on }: { readonly unit: UnitId; readonly on: LocalDate },
): Promise<readonly UnitStatusRow[]> => {
  const counted = await reader
    .selectFrom('findings')
    .select(['rule', 'workerId', statusSql(on).as('status')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select(sql<number>`count(case when ${sql.ref('acknowledgedOn')} <= ${on} then 1 end)`.as('acknowledged'))
    .where('unitId', '=', unit)
    .where('arisesOn', '<=', on)
    .groupBy(['rule', 'workerId', 'status'])
    .orderBy('rule')
    .orderBy('workerId')
    .execute();
  const rows: Counting[] = [];
  for (const { rule, workerId, status, count, acknowledged } of counted) {
    let row = rows.at(-1);
    if (row?.rule !== rule || row.workerId !== workerId)
      rows.push(
        (row = { rule, step: ruleOf({ rule }).step, workerId, counts: { ...none }, acknowledged: 0 }),
      );
    // Asked for what has arisen by the day, no finding is `notYet`.
    row.counts[status as Counted] = Number(count);
    if (status === 'overdue' || status === 'violation') row.acknowledged += Number(acknowledged);
  }
  return rows;
};

type Counted = Exclude<Status, 'notYet'>;
type Counting = Omit<UnitStatusRow, 'counts' | 'acknowledged'> & {
  counts: Record<Counted, number>;
  acknowledged: number;
};
