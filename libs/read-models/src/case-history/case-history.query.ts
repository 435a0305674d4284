import { stepOf, type CaseId, type FileId, type Step } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { CaseHistoryRow } from './case-history.table';

/** The file that a case stands in. */
export const fileOfCase = async ({ reader }: ReadDatabase, caseId: CaseId): Promise<FileId | undefined> => {
  const row = await reader
    .selectFrom('caseHistory')
    .select('fileId')
    .where('type', '=', 'CaseOpened')
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return row?.fileId;
};

/** The entries of a file, or of one case in it, by the day they happened. */
export const caseHistoryOf = async (
  { reader }: ReadDatabase,
  { file, caseId }: { readonly file: FileId; readonly caseId?: CaseId },
): Promise<readonly (CaseHistoryRow & { readonly step: Step })[]> => {
  let query = reader.selectFrom('caseHistory').selectAll().where('fileId', '=', file);
  if (caseId !== undefined) query = query.where('caseId', '=', caseId);
  const rows = await query.orderBy('occurredOn').orderBy('revision').execute();
  return rows.map((row) => ({ ...row, step: stepOf(row.type) }));
};
