import {
  shape,
  type CaseId,
  type FileId,
  type LocalDate,
  type MeasureCode,
  type ReviewId,
  type Shaped,
  type Step,
  type UnitId,
} from '@rt/domain';
import { OPEN_STATUSES } from '@rt/rules';
import { sql, type RawBuilder } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { shapesOf } from '../database/table';
import { sampledFilesOf } from '../samples/samples.query';
import { THREAD_OF_CASE, threadsOfCases } from '../case-threads/case-threads.query';
import { isOpen, openAs } from '../findings/status.sql';
import { isHeldBy, isHeldOn, withSubstitution, type Whose } from '../holders/held-by.sql';
import { casesTable, type CaseRow, type CaseState } from './case-overview.table';

/** The days that a list of cases can be sorted by. Cases without that day come before all others. */
export const CASE_SORTS = [
  'stateOn',
  'openedOn',
  'applicationOn',
  'decisionOn',
  'startedOn',
  'lastFollowUpOn',
] as const satisfies readonly (keyof CaseRow)[];
export type CaseSort = (typeof CASE_SORTS)[number];

export interface CasesQuestion extends Whose {
  /** The day on which the open findings are counted. */
  readonly on: LocalDate;
  /** Only cases in files that stand in the sample of an open review. */
  readonly sampled?: true;
  /** With `sampled`: only in the sample of this review. */
  readonly review?: ReviewId;
  readonly state?: CaseState | readonly CaseState[];
  readonly nextStep?: Step | readonly Step[];
  readonly measure?: MeasureCode;
  /** Default: the day on which the state was reached. */
  readonly sort?: CaseSort;
  /** Default: the oldest first. */
  readonly order?: 'oldestFirst' | 'newestFirst';
  /** The most cases to return; default: all. */
  readonly limit?: number;
  /** `next` of the previous answer to the same question. */
  readonly cursor?: string;
}

/** The file that a case belongs to. */
export const fileOfCase = async ({ reader }: ReadDatabase, caseId: CaseId): Promise<FileId | undefined> => {
  const row = await reader
    .selectFrom('cases')
    .select('fileId')
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return row?.fileId;
};

/** The measure of each of some cases, with the file: two files may use one id. Cases that do not exist are left out. */
export const measuresOf = async (
  { reader }: ReadDatabase,
  cases: readonly CaseId[],
): Promise<readonly Pick<CaseRow, 'fileId' | 'caseId' | 'measure'>[]> =>
  cases.length === 0
    ? []
    : reader
        .selectFrom('cases')
        .select(['fileId', 'caseId', 'measure'])
        .where('caseId', 'in', cases)
        .execute();

/** The number of open findings on a day, by status. */
const openCountsShape = shape.countsOf(OPEN_STATUSES);
export type OpenCounts = Shaped<typeof openCountsShape>;

/** A case with its open findings on a day. */
export const caseOn = shape.fields({
  ...shape.omit(shapesOf(casesTable), 'heldFrom', 'heldUntil'),
  ...THREAD_OF_CASE,
  open: openCountsShape,
  /** For example about a contact. */
  openBesideCases: shape.described(openCountsShape, 'Open in the file where it belongs to no case'),
});
export type CaseOn = Shaped<typeof caseOn>;

export interface CasesAnswer {
  /** The number of all matching cases, not only of those returned. */
  readonly count: number;
  readonly cases: readonly CaseOn[];
  readonly next?: string;
}

/** The cases that match the question, each with its state and its number of open findings. */
export const casesOn = async (db: ReadDatabase, asking: CasesQuestion): Promise<CasesAnswer> => {
  const question = await withSubstitution(db, asking);
  const { limit, sort = 'stateOn' } = question;
  const { count } = await asked(db, question)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await pageQuery(db, question).execute();
  const page = rows.slice(0, limit);
  const openOf = await openCounts(db, page, question);
  const threadOf = await threadsOfCases(db, page, question.on);
  const last = page.at(-1);
  return {
    count: Number(count),
    cases: page.map(({ heldFrom: _from, heldUntil: _until, ...row }) => ({
      ...row,
      thread: threadOf(row),
      ...openOf(row),
    })),
    ...(last && rows.length > page.length && { next: `${last[sort] ?? NONE} ${last.caseId} ${last.fileId}` }),
  };
};

/** A day before all others; it replaces an absent day in the sort order. */
const NONE = '0000-00-00';

const asked = ({ reader }: ReadDatabase, question: CasesQuestion) => {
  const { sampled, review, state, nextStep, measure } = question;
  let query = reader.selectFrom('cases').where(isHeldBy(question));
  if (sampled) query = query.where('fileId', 'in', sampledFilesOf(review));
  if (state !== undefined) query = query.where('state', 'in', [state].flat());
  if (nextStep !== undefined) query = query.where('nextStep', 'in', [nextStep].flat());
  if (measure !== undefined) query = query.where('measure', '=', measure);
  return query;
};

/** Every case has these days, so they need no replacement and an index on one of them can give the order. */
const ALWAYS_THERE: readonly CaseSort[] = ['stateOn', 'openedOn'];

const dayColumn = (sort: CaseSort): RawBuilder<LocalDate> =>
  ALWAYS_THERE.includes(sort) ? sql.ref(sort) : sql`coalesce(${sql.ref(sort)}, ${NONE})`;

export const pageQuery = (db: ReadDatabase, question: CasesQuestion) => {
  const { sort = 'stateOn', order = 'oldestFirst', cursor, limit } = question;
  const direction = order === 'oldestFirst' ? 'asc' : 'desc';
  const by = dayColumn(sort);
  let query = asked(db, question).selectAll('cases');
  if (cursor !== undefined) {
    const [day, caseId, fileId] = cursor.split(' ');
    const after = sql.raw(order === 'oldestFirst' ? '>' : '<');
    query = query.where(
      sql<boolean>`(${by}, ${sql.ref('caseId')}, ${sql.ref('fileId')}) ${after} (${day}, ${caseId}, ${fileId})`,
    );
  }
  if (limit !== undefined) query = query.limit(limit + 1);
  return query.orderBy(by, direction).orderBy('caseId', direction).orderBy('fileId', direction);
};

const none: OpenCounts = { pending: 0, overdue: 0, violation: 0 };

type Opened = Pick<CaseOn, 'open' | 'openBesideCases'>;

/** Counts the open findings in the files of a page, case by case. It asks unit by unit, because the index puts a unit's files side by side. */
const openCounts = async (
  db: ReadDatabase,
  cases: readonly CaseRow[],
  question: Pick<CasesQuestion, 'on' | 'heldOn'>,
): Promise<(row: Pick<CaseRow, 'fileId' | 'caseId'>) => Opened> => {
  const counted = [];
  for (const [unit, rows] of Map.groupBy(cases, ({ unitId }) => unitId))
    counted.push(
      ...(await openCountsQuery(
        db,
        unit,
        [...new Set(rows.map(({ fileId }) => fileId))],
        question,
      ).execute()),
    );
  const keyOf = (fileId: FileId, caseId: CaseId | null): string => `${fileId} ${caseId}`;
  const counts = new Map(
    counted.map(({ fileId, caseId, ...open }) => [keyOf(fileId, caseId), open] as const),
  );
  return ({ fileId, caseId }) => ({
    open: counts.get(keyOf(fileId, caseId)) ?? none,
    openBesideCases: counts.get(keyOf(fileId, null)) ?? none,
  });
};

export const openCountsQuery = (
  { reader }: ReadDatabase,
  unit: UnitId | null,
  files: readonly FileId[],
  { on, heldOn }: Pick<CasesQuestion, 'on' | 'heldOn'>,
) => {
  const as = openAs(on);
  return reader
    .selectFrom('findings')
    .select(['fileId', 'caseId'])
    .select(OPEN_STATUSES.map((status) => sql<number>`count(case when ${as[status]} then 1 end)`.as(status)))
    .where('unitId', unit === null ? 'is' : '=', unit)
    .where('fileId', 'in', files)
    .where(isOpen(on))
    .where(isHeldOn(heldOn))
    .groupBy(['fileId', 'caseId']);
};
