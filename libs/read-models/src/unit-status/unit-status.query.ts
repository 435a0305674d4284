import { shape, type LocalDate, type Shaped, type Step, type UserId } from '@rt/domain';
import { isGapStatus, ruleOf, SHOWN_STATUSES, type Status } from '@rt/rules';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { isAcknowledged, statusSql } from '../findings/status.sql';
import { isHeldBy, type UnitQuestion } from '../holders/held-by.sql';

/** The counts of one rule in the files of one case worker of a unit. */
export const unitStatusRow = shape.fields({
  rule: shape.text(),
  /** The handling step where the rule's gaps show. */
  step: shape.text<Step>(),
  /** Null: files without a case worker. */
  workerId: shape.orNull(shape.text<UserId>()),
  /** The number of findings per status on the day; those that have not arisen yet are not counted. */
  counts: shape.byName<number, Counted>(shape.count()),
  /** How many of the overdue findings and violations a user had acknowledged. */
  acknowledged: shape.count(),
});
export type UnitStatusRow = Shaped<typeof unitStatusRow>;

const NONE = Object.fromEntries(SHOWN_STATUSES.map((status) => [status, 0])) as Record<Counted, number>;

/**
 * Counts a unit's findings by rule, step and case worker, as on a given day according to what is known now. It reads only an index of `findings`,
 * which holds every column it needs, so the cost depends on the unit's own findings and not on other units.
 */
export const unitStatusOn = async (
  db: ReadDatabase,
  { unit, on, heldOn }: UnitQuestion & { readonly on: LocalDate },
): Promise<readonly UnitStatusRow[]> => {
  const counted = await db.reader
    .selectFrom('findings')
    .select(['rule', 'workerId', statusSql(on).as('status')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select(sql<number>`count(case when ${isAcknowledged(on)} then 1 end)`.as('acknowledged'))
    .where(isHeldBy({ unit, heldOn }))
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
        (row = {
          rule,
          step: db.madeOfRows(() => ruleOf({ rule }).step),
          workerId,
          counts: { ...NONE },
          acknowledged: 0,
        }),
      );
    // The query selects only findings that have arisen by the day, so no status is `notYet`.
    row.counts[status as Counted] = Number(count);
    if (isGapStatus(status)) row.acknowledged += Number(acknowledged);
  }
  return rows;
};

type Counted = Exclude<Status, 'notYet'>;
type Counting = Omit<UnitStatusRow, 'counts' | 'acknowledged'> & {
  counts: Record<Counted, number>;
  acknowledged: number;
};
