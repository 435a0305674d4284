import type { DecisionId, FileId, LocalDate, MeasureCode } from '@rt/domain';
import type { Table } from '../database/table';

/** A decision as it was made, with only the columns that find the files of a population. Everything else is read from the file. */
export interface DecisionRow {
  readonly fileId: FileId;
  readonly decisionId: DecisionId;
  readonly measure: MeasureCode;
  readonly decidedOn: LocalDate;
}

export const decisionsTable: Table<DecisionRow> = {
  name: 'decisions',
  columns: { fileId: 'id', decisionId: 'id', measure: 'code', decidedOn: 'day' },
  key: ['decisionId'],
  indexes: [{ name: 'byMeasure', columns: ['measure', 'decidedOn'] }],
};
