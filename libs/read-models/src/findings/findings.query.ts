import type { EventId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import {
  OPEN_STATUSES,
  SHOWN_STATUSES,
  wordsOf,
  type FindingWords,
  type Inputs,
  type ShownStatus,
} from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import { unindexed } from '../database/unindexed.sql';
import type { FindingRow } from './findings.table';
import { statusSql } from './status.sql';

export interface FindingsQuestion {
  /** The day the statuses are asked for: as it was on that day, by what is known now. */
  readonly on: LocalDate;
  readonly unit?: UnitId;
  readonly rule?: string | readonly string[];
  readonly worker?: UserId;
  readonly file?: FileId | readonly FileId[];
  /** Left out: every finding that has arisen. */
  readonly status?: ShownStatus | readonly ShownStatus[];
  /** By the day they are due; left out: the oldest first. */
  readonly order?: 'oldestFirst' | 'newestFirst';
  /** Rows at most; left out: all. */
  readonly limit?: number;
  /** `next` of the answer before, to the same question. */
  readonly cursor?: string;
}

/** A finding with its status and its words on the day asked for. What it does not have is null. */
export interface FindingOn
  extends Omit<FindingRow, 'inputs' | 'evidence' | 'openUntil' | 'atRestFrom'>, FindingWords {
  readonly status: ShownStatus;
  readonly inputs: Inputs;
  readonly evidence: readonly EventId[];
}

export interface FindingsAnswer {
  /** In the order asked for, those of one day by id. */
  readonly findings: readonly FindingOn[];
  /** Where there are more than `limit`. */
  readonly next?: string;
}

/** One row more than the limit tells that there are more. */
export const findingsQuery = ({ reader }: ReadDatabase, question: FindingsQuestion) => {
  const { on, unit, rule, worker, file, status, order = 'oldestFirst', limit, cursor } = question;
  const after = order === 'oldestFirst' ? '>' : '<';
  const direction = order === 'oldestFirst' ? 'asc' : 'desc';
  const statuses = status === undefined ? SHOWN_STATUSES : [status].flat();
  let query = reader
    .selectFrom('findings')
    .selectAll()
    .select(statusSql(on).as('status'))
    .where(statusSql(on), 'in', statuses);
  // It follows from the statuses, and lets an index pass over what has been settled.
  if (statuses.every((one) => OPEN_STATUSES.includes(one))) query = query.where('openUntil', '>', on);
  if (rule !== undefined) query = query.where('rule', 'in', [rule].flat());
  // The narrowest that is asked for has the index: some files, a case worker, a unit.
  const isNarrowed = file !== undefined || worker !== undefined;
  if (file !== undefined) query = query.where('fileId', 'in', [file].flat());
  if (worker !== undefined)
    query =
      file === undefined ? query.where('workerId', '=', worker) : query.where(unindexed('workerId', worker));
  if (unit !== undefined)
    query = isNarrowed ? query.where(unindexed('unitId', unit)) : query.where('unitId', '=', unit);
  if (cursor !== undefined) {
    const [dueOn, id, fileId] = cursor.split(' ') as [LocalDate, string, FileId];
    query = query.where((eb) => eb(eb.refTuple('dueOn', 'id', 'fileId'), after, eb.tuple(dueOn, id, fileId)));
  }
  if (limit !== undefined) query = query.limit(limit + 1);
  return query.orderBy('dueOn', direction).orderBy('id', direction).orderBy('fileId', direction);
};

/** The findings that a question asks for. */
export const findingsOn = async (db: ReadDatabase, question: FindingsQuestion): Promise<FindingsAnswer> => {
  const { limit } = question;
  const rows = await findingsQuery(db, question).execute();
  const findings = rows
    .slice(0, limit)
    .map(({ inputs, evidence, openUntil: _, atRestFrom: _rest, ...row }) => {
      const status = row.status as ShownStatus;
      const parsed = {
        ...row,
        status,
        inputs: JSON.parse(inputs) as Inputs,
        evidence: JSON.parse(evidence) as EventId[],
      };
      return { ...parsed, ...wordsOf(parsed, status) };
    });
  const last = findings.at(-1);
  return limit !== undefined && rows.length > limit && last
    ? { findings, next: `${last.dueOn} ${last.id} ${last.fileId}` }
    : { findings };
};
