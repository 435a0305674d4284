import { shape, type LocalDate, type Shaped, type UserId } from '@rt/domain';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { inCase, isDueSoon, isOpen, openAs } from '../findings/status.sql';
import { isHeldOn, type UnitQuestion } from '../holders/held-by.sql';

/** What a case worker of a unit has in hand on a day. Everything here is about open cases: what is left in closed ones burdens nobody. */
export const workerLoad = shape.fields({
  workerId: shape.described(shape.orNull(shape.text<UserId>()), 'Null: cases without a case worker'),
  openCases: shape.count(),
  brokenThreads: shape.described(
    shape.count(),
    'Open cases with something overdue, or a violation that is not acknowledged',
  ),
  overdue: shape.count(),
  dueWithin7Days: shape.described(shape.count(), 'Pending, and due today or within seven days'),
});
export type WorkerLoad = Shaped<typeof workerLoad>;

/** The load of each case worker of a unit, by id. Reads the unit's part of two indexes, and the rows of what is open alone. */
export const workerLoadOn = async (
  db: ReadDatabase,
  question: UnitQuestion & { readonly on: LocalDate },
): Promise<readonly WorkerLoad[]> => {
  const { unit, on, heldOn } = question;
  const cases = await db.reader
    .selectFrom('cases')
    .select('workerId')
    .select((eb) => eb.fn.countAll<number>().as('openCases'))
    .where('unitId', '=', unit)
    .where('openedOn', '<=', on)
    .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', on)]))
    .where(isHeldOn(heldOn))
    .groupBy('workerId')
    .execute();
  const as = openAs(on);
  const broken = sql`(${as.overdue} or ${as.violation})`;
  const found = await db.reader
    .selectFrom('findings')
    .select('workerId')
    .select([
      sql<number>`count(distinct case when ${broken} then ${sql.ref('fileId')} || ${sql.ref('caseId')} end)`.as(
        'brokenThreads',
      ),
      sql<number>`count(case when ${as.overdue} then 1 end)`.as('overdue'),
      sql<number>`count(case when ${isDueSoon(on)} then 1 end)`.as('dueWithin7Days'),
    ])
    .where('unitId', '=', unit)
    .where(isOpen(on))
    .where(inCase(on), '=', 'open')
    .where(isHeldOn(heldOn))
    .groupBy('workerId')
    .execute();
  const loads = new Map<UserId | null, WorkerLoad>();
  const none = { openCases: 0, brokenThreads: 0, overdue: 0, dueWithin7Days: 0 };
  for (const { workerId, ...counts } of [...cases, ...found])
    loads.set(workerId, { ...none, ...loads.get(workerId), ...counts, workerId });
  return [...loads.values()].sort((a, b) => ((a.workerId ?? '') < (b.workerId ?? '') ? -1 : 1));
};
