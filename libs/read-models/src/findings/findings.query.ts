import {
  shape,
  type EventId,
  type FileId,
  type LocalDate,
  type ReviewId,
  type ShapedFields,
  type Step,
} from '@rt/domain';
import {
  FINDING,
  FINDING_WORDS,
  isOpenStatus,
  LISTED_STATUSES,
  statusOn,
  type ListedStatus,
  type ShownStatus,
} from '@rt/rules';
import { THREAD_OF_CASE, threadsOfCases } from '../case-threads/case-threads.query';
import { MARKS_OF_DECISION, marksOfLines } from '../decisions/decision-marks.query';
import type { ReadDatabase } from '../database/read-database';
import type { SealedRows } from '../database/sealed-rows';
import { shapesOf } from '../database/table';
import { isHeldBy, withSubstitution, type Whose } from '../holders/held-by.sql';
import { sampledFilesOf } from '../samples/samples.query';
import { describing } from './finding-facts';
import { ALSO_FOUND, alsoFoundBy, hasOwnLine } from './also-found.query';
import { findingsTable } from './findings.table';
import { CASE_SIDES, inCase, isOpen, statusSql, type CaseSide } from './status.sql';

export interface FindingsQuestion extends Whose {
  /** The day of the statuses: they are as on that day, according to what is known now. */
  readonly on: LocalDate;
  readonly rule?: string | readonly string[];
  /** Only of rules about these handling steps. */
  readonly step?: Step | readonly Step[];
  /** Only of cases that are open, or closed, on the day. */
  readonly inCase?: CaseSide;
  /** Only those that are due on this day or earlier. */
  readonly dueBy?: LocalDate;
  /** Only in files that stand in the sample of an open review. */
  readonly sampled?: true;
  /** With `sampled`: only in the sample of this review. */
  readonly review?: ReviewId;
  /** Default: every finding that has arisen. */
  readonly status?: ListedStatus | readonly ListedStatus[];
  /** Every finding has a line of its own, as findings are counted. Default: a contact that several rules found is one line. With `rule`: always. */
  readonly each?: true;
  /** The order by due day; default: the oldest first. */
  readonly order?: 'oldestFirst' | 'newestFirst';
  /** The most rows to return; default: all. */
  readonly limit?: number;
  /** `next` of the previous answer to the same question. */
  readonly cursor?: string;
}

/** A finding with its status and its words on the requested day. Absent values are null. */
export const FINDING_ON = {
  ...shape.omit(
    shapesOf(findingsTable),
    'openUntil',
    'caseClosedFrom',
    'heldFrom',
    'heldUntil',
    'numbers',
    'lineOf',
    'ownLineFrom',
  ),
  inCase: shape.described(shape.oneOf(CASE_SIDES), 'Whether its case is open or closed on the day'),
  ...THREAD_OF_CASE,
  ...MARKS_OF_DECISION,
  ...ALSO_FOUND,
  ...FINDING_WORDS,
  status: shape.oneOf(LISTED_STATUSES),
  inputs: FINDING.inputs,
  evidence: FINDING.evidence,
};
export type FindingOn = ShapedFields<typeof FINDING_ON>;

export interface FindingsAnswer {
  /** In the requested order; findings of the same day by id. */
  readonly findings: readonly FindingOn[];
  /** Present if there are more than `limit` findings. */
  readonly next?: string;
}

/** Reads one row more than the limit, which shows whether there are more. */
export const findingsQuery = ({ reader }: ReadDatabase, question: FindingsQuestion) => {
  const {
    on,
    rule,
    step,
    inCase: side,
    dueBy,
    sampled,
    review,
    status,
    each,
    order = 'oldestFirst',
    limit,
    cursor,
  } = question;
  const after = order === 'oldestFirst' ? '>' : '<';
  const direction = order === 'oldestFirst' ? 'asc' : 'desc';
  const statuses = status === undefined ? LISTED_STATUSES : [status].flat();
  let query = reader
    .selectFrom('findings')
    .selectAll()
    .select([statusSql(on).as('status'), inCase(on).as('inCase')])
    .where(statusSql(on), 'in', statuses);
  // This follows from the statuses; it lets an index skip settled findings.
  if (statuses.every((one) => one === 'acknowledged' || isOpenStatus(one))) query = query.where(isOpen(on));
  if (rule !== undefined) query = query.where('rule', 'in', [rule].flat());
  else if (!each) query = query.where(hasOwnLine(on));
  if (step !== undefined) query = query.where('step', 'in', [step].flat());
  if (side !== undefined) query = query.where(inCase(on), '=', side);
  if (dueBy !== undefined) query = query.where('dueOn', '<=', dueBy);
  if (sampled) query = query.where('fileId', 'in', sampledFilesOf(review));
  query = query.where(isHeldBy(question, { narrowed: sampled }));
  if (cursor !== undefined) {
    const [dueOn, id, fileId] = cursor.split(' ') as [LocalDate, string, FileId];
    query = query.where((eb) => eb(eb.refTuple('dueOn', 'id', 'fileId'), after, eb.tuple(dueOn, id, fileId)));
  }
  if (limit !== undefined) query = query.limit(limit + 1);
  return query.orderBy('dueOn', direction).orderBy('id', direction).orderBy('fileId', direction);
};

const isBy = (day: LocalDate | null, on: LocalDate): boolean => day !== null && day <= on;

/** The findings that match the question, with their texts. */
export const findingsOn = async (ports: SealedRows, question: FindingsQuestion): Promise<FindingsAnswer> => {
  const { limit } = question;
  const { db } = ports;
  const rows = await findingsQuery(db, await withSubstitution(db, question)).execute();
  const page = rows.slice(0, limit);
  const describe = await describing(ports, page);
  const threadOf = await threadsOfCases(db, page, question.on);
  const marksOf = await marksOfLines(db, page, question.on);
  const alsoFound = await alsoFoundBy(
    db,
    question.rule === undefined && !question.each ? page : [],
    question,
  );
  const shown = (row: (typeof page)[number]) => {
    const {
      evidence,
      numbers: _,
      openUntil: _open,
      caseClosedFrom: _closed,
      heldFrom: _from,
      heldUntil: _until,
      lineOf: _line,
      ownLineFrom: _own,
      ...rest
    } = row;
    const status = row.status as ListedStatus;
    const said = describe(row, statusOn(row, question.on) as ShownStatus);
    const remindedOn = isBy(row.remindedOn, question.on) ? row.remindedOn : null;
    const returnedOn = isBy(row.returnedOn, question.on) ? row.returnedOn : null;
    return {
      ...rest,
      thread: threadOf(row),
      marks: marksOf(row),
      alsoFound: alsoFound(row),
      remindedOn,
      returnedOn,
      status,
      evidence: JSON.parse(evidence) as EventId[],
      ...said,
    };
  };
  const findings = db.madeOfRows(() => page.map(shown));
  const last = findings.at(-1);
  return limit !== undefined && rows.length > limit && last
    ? { findings, next: `${last.dueOn} ${last.id} ${last.fileId}` }
    : { findings };
};
