import { rowHolders } from '../holders/row-holders';
import type { FileModel } from '../read-model';
import { casesTable } from './case-overview.table';
import { progressOf } from './case-progress';

/** Every case with its state and the days of its steps. */
export const caseOverview: FileModel = {
  name: 'case-overview',
  version: '6',
  ignores: [
    'party',
    'representative',
    'consent',
    'contact',
    'individual-plan',
    'coordinated-plan',
    'violence-questions',
    'malpractice',
    'gap',
  ],
  tables: [casesTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    const holders = rowHolders(file);
    for (const theCase of file.things('case')) {
      const row = {
        fileId,
        caseId: theCase.id,
        measure: theCase.created.data.measure,
        ...progressOf(file, theCase),
      };
      for (const holder of holders) emit(casesTable, { ...row, ...holder });
    }
  },
};
