import { holderOf } from '../file-holder';
import type { ReadModel } from '../read-model';
import { casesTable } from './case-overview.table';
import { caseOverviewWords } from './case-overview.words';
import { progressOf } from './case-progress';

/** Every case, how far it has come and when. */
export const caseOverview: ReadModel = {
  name: 'case-overview',
  version: '2',
  words: caseOverviewWords,
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
