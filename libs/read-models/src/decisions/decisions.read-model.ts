import { decisionContentOn } from '@rt/domain';
import type { ReadModel } from '../read-model';
import { decisionsTable } from './decisions.table';
import { decisionsWords } from './decisions.words';

/** Which decisions were made about which measure, and when. */
export const decisions: ReadModel = {
  name: 'decisions',
  version: '3',
  words: decisionsWords,
  tables: [decisionsTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    for (const decision of file.things('decision')) {
      const decidedOn = decision.created.occurredOn;
      const { measure } = decisionContentOn(decision, decidedOn);
      emit(decisionsTable, { fileId, decisionId: decision.id, measure, decidedOn });
    }
  },
};
