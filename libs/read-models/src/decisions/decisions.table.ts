import type { DecisionId, FileId, MeasureCode } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** Decisions as they were made, with only the columns that find the files of a population. Everything else is read from the file. */
export const decisionsTable = table(
  'decisions',
  {
    fileId: c.uuid<FileId>(),
    decisionId: c.uuid<DecisionId>(),
    measure: c.code<MeasureCode>(),
    /** The first day of the month of the decision: a day, a measure and a file together would point at one person. */
    decidedIn: c.day(),
  },
  { key: ['decisionId'], indexes: [{ name: 'byMeasure', columns: ['measure', 'decidedIn'] }] },
);
export type DecisionRow = RowOf<typeof decisionsTable>;
