import {
  addDays,
  addMonths,
  on as dayOf,
  shape,
  type LocalDate,
  type Shaped,
  type Step,
  type UserId,
} from '@rt/domain';
import { ruleOf } from '@rt/rules';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { inCase, isOpen, LISTED_OPEN, openAs } from '../findings/status.sql';
import { isHeldBy, type UnitQuestion } from '../holders/held-by.sql';

/** The most points in one question: three years of month ends. */
export const POINTS_MAX = 36;
/** The default first day is this many months before the last day. */
const MONTHS = 12;

/** The number of open findings of a rule in the files of one case worker on a day. */
const unitTrendRow = shape.fields({
  rule: shape.text(),
  /** The handling step where the rule's gaps show. */
  step: shape.text<Step>(),
  /** Null: files without a case worker. */
  workerId: shape.orNull(shape.text<UserId>()),
  pending: shape.count(),
  overdue: shape.count(),
  violation: shape.count(),
  /** Overdue findings and violations that a user had acknowledged. They are not among the others. */
  acknowledged: shape.count(),
  inClosedCases: shape.described(
    shape.count(),
    'What stood open in closed cases; the other counts are of open cases',
  ),
});

export interface TrendQuestion extends UnitQuestion {
  readonly days: readonly LocalDate[];
}

/** A day and the open findings on it, without rules and case workers that have none. */
export const unitTrendPoint = shape.fields({ on: shape.day(), rows: shape.listOf(unitTrendRow) });
export type UnitTrendPoint = Shaped<typeof unitTrendPoint>;

/** The ends of the months from `from` to `to`, and `to` itself, the oldest first. @param from default: twelve months before `to` */
export const trendDays = (to: LocalDate, from = addMonths(to, -MONTHS)): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let end = endOfMonth(from); end < to; end = endOfMonth(addDays(end, 1))) days.push(end);
  return [...days, to];
};

const endOfMonth = (day: LocalDate): LocalDate => addDays(addMonths(dayOf(`${day.slice(0, 7)}-01`), 1), -1);

const COUNTS = [...LISTED_OPEN, 'inClosedCases'] as const;
type Counted = (typeof COUNTS)[number];

/** What is counted among the findings that are open on a day. */
const countedOn = (on: LocalDate): Readonly<Record<Counted, RawBuilder<SqlBool>>> => {
  const as = openAs(on);
  const inOpen = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> =>
    sql`(${condition} and ${inCase(on)} = 'open')`;
  return {
    pending: inOpen(as.pending),
    overdue: inOpen(as.overdue),
    violation: inOpen(as.violation),
    acknowledged: inOpen(as.acknowledged),
    inClosedCases: sql`${inCase(on)} = 'closed'`,
  };
};

/** The column of a count on the n-th day. */
type Column = `${Counted}${number}`;

/**
 * The open findings in a unit's files on some days, as on each day according to what is known now. The query scans the unit's part of the index once
 * and tests each entry for every day, so the cost depends on the unit's own findings, and no row of the table is read.
 */
export const unitTrendOn = async (
  db: ReadDatabase,
  question: TrendQuestion,
): Promise<readonly UnitTrendPoint[]> => {
  const { days } = question;
  const counted = await trendQuery(db, question).execute();
  const pointOn = (on: LocalDate, day: number): UnitTrendPoint => ({
    on,
    rows: counted.flatMap(({ rule, workerId, ...columns }) => {
      const counts = Object.fromEntries(
        COUNTS.map((what) => [what, Number((columns as Readonly<Record<Column, number>>)[`${what}${day}`])]),
      ) as Record<Counted, number>;
      const isOpen = COUNTS.some((what) => counts[what] > 0);
      return isOpen ? [{ rule, step: ruleOf({ rule }).step, workerId, ...counts }] : [];
    }),
  });
  return db.madeOfRows(() => days.map(pointOn));
};

/** One row for each rule and case worker, with one column for each count on each day. */
export const trendQuery = ({ reader }: ReadDatabase, { unit, heldOn, days }: TrendQuestion) =>
  reader
    .selectFrom('findings')
    .select(['rule', 'workerId'])
    .select(
      days.flatMap((on, day) => {
        const counted = countedOn(on);
        return COUNTS.map((what) =>
          sql<number>`count(case when ${isOpen(on)} and ${counted[what]} then 1 end)`.as(
            `${what}${day}` satisfies Column,
          ),
        );
      }),
    )
    .where(isHeldBy({ unit, heldOn }))
    .groupBy(['rule', 'workerId'])
    .orderBy('rule')
    .orderBy('workerId');
