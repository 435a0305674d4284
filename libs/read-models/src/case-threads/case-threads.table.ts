import type { CaseId, FileId } from '@rt/domain';
import type { ThreadCode } from '@rt/rules';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** The states of the thread of each case: a row for every day on which one of them changes. */
export const caseThreadsTable = table(
  'caseThreads',
  {
    fileId: c.uuid<FileId>(),
    caseId: c.uuid<CaseId>(),
    /** The first day of these states. */
    fromDay: c.day(),
    states: c.code<ThreadCode>(),
  },
  {
    key: ['caseId', 'fromDay'],
    // For the cases on a page: all their rows, without reading the table.
    indexes: [{ name: 'byCase', columns: ['caseId', 'fromDay', 'states'] }],
  },
);
export type CaseThreadRow = RowOf<typeof caseThreadsTable>;
