import { shape, type LocalDate, type Shaped } from '@rt/domain';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { isHeldBy, withSubstitution } from '../holders/held-by.sql';
import { sampledFilesOf } from '../samples/samples.query';
import type { FindingsQuestion } from './findings.query';
import { inCase, isDueSoon, isOpen, openAs } from './status.sql';

/** What a rule finds in the open cases of some files on a day. */
export const foundByRule = shape.fields({
  rule: shape.text(),
  gaps: shape.described(shape.count(), 'Overdue, or a violation; none of them acknowledged'),
  oldestDueOn: shape.described(shape.orNull(shape.day()), 'The earliest due day among the gaps'),
  pending: shape.count(),
  dueWithin7Days: shape.described(shape.count(), 'Pending, and due today or within seven days'),
});
export type FoundByRule = Shaped<typeof foundByRule>;

/** The rules that have anything open on the day, by id. Reads only what is open. */
export const foundByRuleOn = async (
  db: ReadDatabase,
  asked: Pick<FindingsQuestion, 'on' | 'heldOn' | 'unit' | 'worker' | 'sampled'>,
): Promise<readonly FoundByRule[]> => {
  const question = await withSubstitution(db, asked);
  const { on, sampled } = question;
  const { pending, overdue, violation } = openAs(on);
  const isGap = sql<boolean>`(${overdue} or ${violation})`;
  let query = db.reader
    .selectFrom('findings')
    .select((eb) => [
      'rule',
      eb.fn.coalesce(eb.fn.sum<number>(sql`${isGap}`), sql<number>`0`).as('gaps'),
      sql<LocalDate | null>`min(case when ${isGap} then ${eb.ref('dueOn')} end)`.as('oldestDueOn'),
      eb.fn.coalesce(eb.fn.sum<number>(sql`${pending}`), sql<number>`0`).as('pending'),
      sql<number>`coalesce(sum(${isDueSoon(on)}), 0)`.as('dueWithin7Days'),
    ])
    .where(isOpen(on))
    .where(inCase(on), '=', 'open');
  if (sampled) query = query.where('fileId', 'in', sampledFilesOf(undefined));
  const rows = await query
    .where(isHeldBy(question, { narrowed: sampled }))
    .groupBy('rule')
    .orderBy('rule')
    .execute();
  return rows.map(({ rule, gaps, oldestDueOn, pending: waiting, dueWithin7Days }) => ({
    rule,
    gaps: Number(gaps),
    oldestDueOn,
    pending: Number(waiting),
    dueWithin7Days: Number(dueWithin7Days),
  }));
};
