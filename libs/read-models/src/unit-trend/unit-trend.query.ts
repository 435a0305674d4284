import {
  addDays,
  addMonths,
  on as dayOf,
  type LocalDate,
  type Step,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { ruleOf } from '@rt/rules';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';

/** Points of one question at most: three years of month ends. */
export const POINTS_MAX = 36;
/** Months back from the last day where no first one is given. */
const MONTHS = 12;

/** How many findings of a rule stood open in the files of one case worker on a day. */
export interface UnitTrendRow {
  readonly rule: string;
  /** The handling step where the rule's gaps show. */
  readonly step: Step;
  /** Null: files that nobody has. */
  readonly workerId: UserId | null;
  readonly pending: number;
  readonly overdue: number;
  readonly violation: number;
  /** Of those overdue or violated, how many a named person had acknowledged. */
  readonly acknowledged: number;
}

/** A day, and what stood open on it; a rule and a case worker with nothing open are left out. */
export interface UnitTrendPoint {
  readonly on: LocalDate;
  readonly rows: readonly UnitTrendRow[];
}

/** The ends of the months from one day to another, and the other day itself, oldest first. @param from left out: twelve months before */
export const trendDays = (to: LocalDate, from = addMonths(to, -MONTHS)): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let end = endOfMonth(from); end < to; end = endOfMonth(addDays(end, 1))) days.push(end);
  return [...days, to];
};

const endOfMonth = (day: LocalDate): LocalDate => addDays(addMonths(dayOf(`${day.slice(0, 7)}-01`), 1), -1);

const kind = sql.ref('kind');
const dueOn = sql.ref('dueOn');

/** What is counted on a day, of the findings that stood open on it. */
const COUNTED = {
  pending: (on: LocalDate) => sql<SqlBool>`${kind} <> 'violation' and ${on} <= ${dueOn}`,
  overdue: (on: LocalDate) => sql<SqlBool>`${kind} <> 'violation' and ${on} > ${dueOn}`,
  violation: () => sql<SqlBool>`${kind} = 'violation'`,
  acknowledged: (on: LocalDate) =>
    sql<SqlBool>`(${kind} = 'violation' or ${on} > ${dueOn}) and ${sql.ref('acknowledgedOn')} <= ${on}`,
} as const;
type Counted = keyof typeof COUNTED;
const COUNTS = Object.keys(COUNTED) as readonly Counted[];

/** The column in which something is counted on the n-th day. */
type Column = `${Counted}${number}`;

/**
 * What stood open in a unit's files on some days, as it was on each by what is known now. The unit's index is gone through once, and each of
 * its entries asked about every day: it costs what the unit's own findings cost, and reads no row of the table.
 */
export const unitTrendOn = async (
  db: ReadDatabase,
  { unit, days }: { readonly unit: UnitId; readonly days: readonly LocalDate[] },
): Promise<readonly UnitTrendPoint[]> => {
  const counted = await trendQuery(db, unit, days).execute();
  return days.map((on, day) => ({
    on,
    rows: counted.flatMap(({ rule, workerId, ...columns }) => {
      const counts = Object.fromEntries(
        COUNTS.map((what) => [what, Number((columns as Readonly<Record<Column, number>>)[`${what}${day}`])]),
      ) as Record<Counted, number>;
      const isOpen = COUNTS.some((what) => counts[what] > 0);
      return isOpen ? [{ rule, step: ruleOf({ rule }).step, workerId, ...counts }] : [];
    }),
  }));
};

/** One row for each rule and case worker, with a column for whatever is counted on each day. */
export const trendQuery = ({ reader }: ReadDatabase, unit: UnitId, days: readonly LocalDate[]) =>
  reader
    .selectFrom('findings')
    .select(['rule', 'workerId'])
    .select(
      days.flatMap((on, day) =>
        COUNTS.map((what) =>
          sql<number>`count(case when ${isOpenOn(on)} and ${COUNTED[what](on)} then 1 end)`.as(
            `${what}${day}` satisfies Column,
          ),
        ),
      ),
    )
    .where('unitId', '=', unit)
    .groupBy(['rule', 'workerId'])
    .orderBy('rule')
    .orderBy('workerId');

const isOpenOn = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref('arisesOn')} <= ${on} and ${sql.ref('openUntil')} > ${on}`;
