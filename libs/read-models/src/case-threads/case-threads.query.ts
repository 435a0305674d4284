import { shape, type CaseId, type LocalDate } from '@rt/domain';
import type { ThreadCode } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';

/** The field with which a line of a list shows the thread of its case. */
export const THREAD_OF_CASE = {
  thread: shape.described(
    shape.orNull(shape.text<ThreadCode>()),
    'The states of the seven steps of its case on the day, as letters: done d, flawed f, broken b, expected e, does not apply n; null: no case',
  ),
};

/** Reads the threads of the cases on a page. @returns the thread of a line's case on the day; null where the line has no case */
export const threadsOfCases = async (
  db: ReadDatabase,
  lines: readonly { readonly caseId: CaseId | null }[],
  on: LocalDate,
): Promise<(line: { readonly caseId: CaseId | null }) => ThreadCode | null> => {
  const cases = [...new Set(lines.flatMap(({ caseId }) => caseId ?? []))];
  const rows = cases.length === 0 ? [] : await threadsQuery(db, cases, on).execute();
  // The rows of a case come in the order of their days, so the last one stays.
  const states = new Map(rows.map((row) => [row.caseId, row.states]));
  return ({ caseId }) => (caseId === null ? null : (states.get(caseId) ?? null));
};

export const threadsQuery = ({ reader }: ReadDatabase, cases: readonly CaseId[], on: LocalDate) =>
  reader
    .selectFrom('caseThreads')
    .select(['caseId', 'states'])
    .where('caseId', 'in', cases)
    .where('fromDay', '<=', on)
    .orderBy('caseId')
    .orderBy('fromDay');
