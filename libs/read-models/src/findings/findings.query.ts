import type { EventId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import { RULES, type Found, type Rule, type Status } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import type { FindingRow } from './findings.table';
import { statusSql } from './status.sql';

export interface FindingsQuestion {
  /** The day the statuses are asked for: as it was on that day, by what is known now. */
  readonly on: LocalDate;
  readonly unit?: UnitId;
  readonly rule?: string | readonly string[];
  readonly worker?: UserId;
  readonly file?: FileId | readonly FileId[];
  /** Left out: all but `notYet`. */
  readonly status?: Status | readonly Status[];
  /** By the day they are due; left out: the oldest first. */
  readonly order?: 'oldestFirst' | 'newestFirst';
  /** Rows at most; left out: all. */
  readonly limit?: number;
  /** `next` of the answer before, to the same question. */
  readonly cursor?: string;
}

/** A finding with its status on the day asked for. What is not there is null. */
export interface FindingOn extends Omit<FindingRow, 'inputs' | 'evidence'> {
  readonly status: Status;
  readonly inputs: Found['inputs'];
  readonly evidence: readonly EventId[];
  readonly text: { readonly sv: string; readonly en: string };
}

export interface FindingsAnswer {
  /** In the order asked for, those of one day by id. */
  readonly findings: readonly FindingOn[];
  /** Where there are more than `limit`. */
  readonly next?: string;
}

const ruleOf: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));
const shown: readonly Status[] = [
  'pending',
  'overdue',
  'fulfilled',
  'fulfilledLate',
  'voided',
  'violation',
  'explained',
];

/** The findings that a question asks for. */
export const findingsOn = async (
  { reader }: ReadDatabase,
  question: FindingsQuestion,
): Promise<FindingsAnswer> => {
  const { on, unit, rule, worker, file, status, order = 'oldestFirst', limit, cursor } = question;
  const after = order === 'oldestFirst' ? '>' : '<';
  const direction = order === 'oldestFirst' ? 'asc' : 'desc';
  let query = reader
    .selectFrom('findings')
    .selectAll()
    .select(statusSql(on).as('status'))
    .where(statusSql(on), 'in', status === undefined ? shown : [status].flat());
  if (unit !== undefined) query = query.where('unitId', '=', unit);
  if (rule !== undefined) query = query.where('rule', 'in', [rule].flat());
  if (worker !== undefined) query = query.where('workerId', '=', worker);
  if (file !== undefined) query = query.where('fileId', 'in', [file].flat());
  if (cursor !== undefined) {
    const [dueOn, id, fileId] = cursor.split(' ') as [LocalDate, string, FileId];
    query = query.where((eb) => eb(eb.refTuple('dueOn', 'id', 'fileId'), after, eb.tuple(dueOn, id, fileId)));
  }
  if (limit !== undefined) query = query.limit(limit + 1);
  const rows = await query
    .orderBy('dueOn', direction)
    .orderBy('id', direction)
    .orderBy('fileId', direction)
    .execute();
  const findings = rows.slice(0, limit).map(({ inputs, evidence, ...row }) => {
    const parsed = {
      ...row,
      inputs: JSON.parse(inputs) as Found['inputs'],
      evidence: JSON.parse(evidence) as EventId[],
    };
    return { ...parsed, text: textOf(parsed) };
  });
  const last = findings.at(-1);
  return limit !== undefined && rows.length > limit && last
    ? { findings, next: `${last.dueOn} ${last.id} ${last.fileId}` }
    : { findings };
};

/** What the finding says, made by its rule of what stands in the row. */
const textOf = (row: Omit<FindingOn, 'text'>): FindingOn['text'] => {
  const rule = ruleOf.get(row.rule);
  if (rule === undefined) throw new Error(`findings of a rule that is not in the register: ${row.rule}`);
  return rule.text({
    ...row,
    caseId: row.caseId ?? undefined,
    fulfilledOn: row.fulfilledOn ?? undefined,
    voidedOn: row.voidedOn ?? undefined,
    explainedOn: row.explainedOn ?? undefined,
  });
};
