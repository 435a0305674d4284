import {
  BEGINNING_OF_TIME,
  END_OF_TIME,
  shape,
  type FileId,
  type LocalDate,
  type Shaped,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { OPEN_STATUSES } from '@rt/rules';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { unindexed } from '../database/unindexed.sql';
import { isOpen, openAs } from '../findings/status.sql';
import { isHeldOn, type Whose } from '../holders/held-by.sql';

export interface HeldFilesQuestion extends Pick<Whose, 'unit' | 'worker' | 'heldOn'> {
  /** The day on which the open findings are counted. */
  readonly on: LocalDate;
  /** Only files that no case worker has. */
  readonly unassigned?: true;
  readonly limit?: number;
  /** `next` of the previous answer to the same question. */
  readonly cursor?: string;
}

/** A file, who is responsible for it, and what is open in it: what a manager looks at before handing it over. */
export const heldFile = shape.fields({
  fileId: shape.uuid<FileId>(),
  unitId: shape.text<UnitId>(),
  workerId: shape.described(shape.orNull(shape.text<UserId>()), 'Null: no case worker is responsible'),
  heldFrom: shape.described(shape.orNull(shape.day()), 'Null: from the opening of the file'),
  heldUntil: shape.described(shape.orNull(shape.day()), 'The day of the next holder; null: none is known'),
  openCases: shape.count(),
  open: shape.described(shape.countsOf(OPEN_STATUSES), 'Findings in open cases'),
  nextDueOn: shape.described(shape.orNull(shape.day()), 'The first day on which a pending one is due'),
});
export type HeldFile = Shaped<typeof heldFile>;

/** The files of a unit or of a case worker as the responsible one, by id. Files stood in for are not among them: they are not the stand-in's to hand over. */
export const heldFilesOn = async (
  db: ReadDatabase,
  question: HeldFilesQuestion,
): Promise<{ readonly files: readonly HeldFile[]; readonly next?: string }> => {
  const { limit } = question;
  const rows = await heldFilesQuery(db, question).execute();
  const page = rows.slice(0, limit);
  const open = await openIn(db, page, question);
  const cases = await openCasesIn(db, page, question);
  const last = page.at(-1);
  return {
    files: page.map(({ fileId, unitId, userId: workerId, heldFrom, heldUntil }) => {
      const { nextDueOn = null, ...counts } = open.get(fileId) ?? {};
      return {
        fileId,
        unitId,
        workerId,
        heldFrom: heldFrom === BEGINNING_OF_TIME ? null : heldFrom,
        heldUntil: heldUntil === END_OF_TIME ? null : heldUntil,
        openCases: cases.get(fileId) ?? 0,
        open: { pending: 0, overdue: 0, violation: 0, ...counts },
        nextDueOn,
      };
    }),
    ...(last && rows.length > page.length && { next: last.fileId }),
  };
};

/** Reads one row more than the limit, which shows whether there are more. */
export const heldFilesQuery = (
  { reader }: ReadDatabase,
  { unit, worker, unassigned, heldOn, limit, cursor }: HeldFilesQuestion,
) => {
  let query = reader
    .selectFrom('fileHolders')
    .select(['fileId', 'unitId', 'userId', 'heldFrom', 'heldUntil'])
    // A literal, so that SQLite knows that the index on these rows will do.
    .where(sql<boolean>`role = 'responsible'`)
    .where(isHeldOn(heldOn));
  // A worker's files are few, and so are those of nobody: then the index on the worker is used and not the one on the unit.
  const narrowed = worker !== undefined || unassigned === true;
  if (unit !== undefined)
    query = narrowed ? query.where(unindexed('unitId', unit)) : query.where('unitId', '=', unit);
  if (worker !== undefined) query = query.where('userId', '=', worker);
  if (unassigned) query = query.where('userId', 'is', null);
  if (cursor !== undefined) query = query.where('fileId', '>', cursor as FileId);
  if (limit !== undefined) query = query.limit(limit + 1);
  return query.orderBy('fileId');
};

type Page = readonly { readonly fileId: FileId; readonly unitId: UnitId }[];
type Days = Pick<HeldFilesQuestion, 'on' | 'heldOn'>;
type Opened = Partial<HeldFile['open']> & Pick<HeldFile, 'nextDueOn'>;

/** Asks unit by unit, because the index puts a unit's files side by side. */
const openIn = async (
  { reader }: ReadDatabase,
  page: Page,
  { on, heldOn }: Days,
): Promise<ReadonlyMap<FileId, Opened>> => {
  const as = openAs(on);
  const found = new Map<FileId, Opened>();
  for (const [unitId, files] of Map.groupBy(page, (row) => row.unitId)) {
    const rows = await reader
      .selectFrom('findings')
      .select('fileId')
      .select(
        OPEN_STATUSES.map((status) => sql<number>`count(case when ${as[status]} then 1 end)`.as(status)),
      )
      .select(
        sql<LocalDate | null>`min(case when ${as.pending} then ${sql.ref('dueOn')} end)`.as('nextDueOn'),
      )
      .where('unitId', '=', unitId)
      .where(
        'fileId',
        'in',
        files.map(({ fileId }) => fileId),
      )
      .where(isOpen(on))
      .where(isHeldOn(heldOn))
      .where((eb) => eb.or([eb('caseClosedFrom', 'is', null), eb('caseClosedFrom', '>', on)]))
      .groupBy('fileId')
      .execute();
    for (const { fileId, ...open } of rows) found.set(fileId, open);
  }
  return found;
};

const openCasesIn = async (
  { reader }: ReadDatabase,
  page: Page,
  { on, heldOn }: Days,
): Promise<ReadonlyMap<FileId, number>> => {
  if (page.length === 0) return new Map();
  const rows = await reader
    .selectFrom('cases')
    .select('fileId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(
      'fileId',
      'in',
      page.map(({ fileId }) => fileId),
    )
    .where('openedOn', '<=', on)
    .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', on)]))
    .where(isHeldOn(heldOn))
    .groupBy('fileId')
    .execute();
  return new Map(rows.map(({ fileId, count }) => [fileId, Number(count)]));
};
