import { MARK_KINDS, type DecisionId, type FileId, type MarkDetail } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** The decisions that are shown with a mark: few. One row for each mark. */
export const decisionMarksTable = table(
  'decisionMarks',
  {
    fileId: c.uuid<FileId>(),
    decisionId: c.uuid<DecisionId>(),
    kind: c.code(MARK_KINDS),
    /** The first day on which the mark is shown. */
    markedOn: c.day(),
    /** The court, or the kind of a retraction. */
    detail: c.orNull(c.code<NonNullable<MarkDetail>>()),
  },
  {
    key: ['decisionId', 'kind'],
    // For the decisions on a page: all their marks, without reading the table.
    indexes: [{ name: 'byDecision', columns: ['decisionId', 'markedOn', 'kind', 'detail', 'fileId'] }],
  },
);
export type DecisionMarkRow = RowOf<typeof decisionMarksTable>;
