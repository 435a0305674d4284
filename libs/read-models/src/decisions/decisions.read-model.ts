import { decisionAsItStood } from '@rt/domain';
import { STEPS_WITHIN_A_CASE } from '../ignored-steps';
import type { FileModel } from '../read-model';
import { decisionsTable } from './decisions.table';
import { monthOf } from './month';

/** The decisions of every file, each with its measure and month. */
export const decisions: FileModel = {
  name: 'decisions',
  version: '5',
  ignores: [...STEPS_WITHIN_A_CASE.filter((step) => step !== 'decision'), 'file', 'assignment', 'case'],
  tables: [decisionsTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    for (const decision of file.things('decision')) {
      const { measure } = decisionAsItStood(decision);
      const decidedIn = monthOf(decision.created.occurredOn);
      emit(decisionsTable, { fileId, decisionId: decision.id, measure, decidedIn });
    }
  },
};
