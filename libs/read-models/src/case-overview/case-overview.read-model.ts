import { holderOf } from '../file-holder';
import type { FileModel } from '../read-model';
import { casesTable } from './case-overview.table';
import { progressOf } from './case-progress';

/** Every case with its state and the days of its steps. */
export const caseOverview: FileModel = {
  name: 'case-overview',
  version: '3',
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
    const holder = holderOf(file);
    for (const theCase of file.things('case'))
      emit(casesTable, {
        fileId,
        caseId: theCase.id,
        ...holder,
        measure: theCase.created.data.measure,
        ...progressOf(file, theCase),
      });
  },
};
