import { shape, type LocalDate, type Shaped, type Step, type UserId } from '@rt/domain';
import { ruleOf, SHOWN_STATUSES, type ShownStatus } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import { CASE_SIDES, inCase, statusSql } from '../findings/status.sql';
import { isHeldBy, type UnitQuestion } from '../holders/held-by.sql';

/** The counts of one rule in the files of one case worker of a unit. */
export const unitStatusRow = shape.fields({
  rule: shape.text(),
  /** The handling step where the rule's gaps show. */
  step: shape.text<Step>(),
  /** Null: files without a case worker. */
  workerId: shape.orNull(shape.text<UserId>()),
  inCase: shape.described(shape.oneOf(CASE_SIDES), 'Findings of open cases, or of closed ones'),
  /** The number of findings per status on the day; those that have not arisen yet are not counted. */
  counts: shape.byName<number, Counted>(shape.count()),
  /** Overdue findings and violations that a user had acknowledged. They are not among the counts. */
  acknowledged: shape.count(),
});
export type UnitStatusRow = Shaped<typeof unitStatusRow>;

const NONE = Object.fromEntries(SHOWN_STATUSES.map((status) => [status, 0])) as Record<Counted, number>;

/**
 * Counts a unit's findings by rule, step and case worker, those of open cases apart from those of closed ones, as on a given day according to what is known now. It reads only an index of `findings`,
 * which holds every column it needs, so the cost depends on the unit's own findings and not on other units.
 */
export const unitStatusOn = async (
  db: ReadDatabase,
  { unit, on, heldOn }: UnitQuestion & { readonly on: LocalDate },
): Promise<readonly UnitStatusRow[]> => {
  const counted = await db.reader
    .selectFrom('findings')
    .select(['rule', 'workerId', inCase(on).as('inCase'), statusSql(on).as('status')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(isHeldBy({ unit, heldOn }))
    .where('arisesOn', '<=', on)
    .groupBy(['rule', 'workerId', 'inCase', 'status'])
    .orderBy('rule')
    .orderBy('workerId')
    .orderBy('inCase', 'desc')
    .execute();
  const rows: Counting[] = [];
  for (const { rule, workerId, inCase: side, status, count } of counted) {
    let row = rows.at(-1);
    if (row?.rule !== rule || row.workerId !== workerId || row.inCase !== side) {
      const { step } = db.madeOfRows(() => ruleOf({ rule }));
      rows.push((row = { rule, step, workerId, inCase: side, counts: { ...NONE }, acknowledged: 0 }));
    }
    // The query selects only findings that have arisen by the day, so no status is `notYet`.
    if (status === 'acknowledged') row.acknowledged += Number(count);
    else row.counts[status as Counted] = Number(count);
  }
  return rows;
};

type Counted = ShownStatus;
type Counting = Omit<UnitStatusRow, 'counts' | 'acknowledged'> & {
  counts: Record<Counted, number>;
  acknowledged: number;
};
