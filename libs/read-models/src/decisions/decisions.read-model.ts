import { codedMarks, decisionAsItStood } from '@rt/domain';
import { STEPS_WITHIN_A_CASE } from '../ignored-steps';
import type { FileModel } from '../read-model';
import { decisionMarksTable } from './decision-marks.table';
import { decisionsTable } from './decisions.table';
import { monthOf } from './month';

/** The decisions of every file, each with its measure, its month and its marks. */
export const decisions: FileModel = {
  name: 'decisions',
  version: '6',
  ignores: [...STEPS_WITHIN_A_CASE.filter((step) => step !== 'decision'), 'file', 'assignment', 'case'],
  tables: [decisionsTable, decisionMarksTable],
  rowsOf: ({ fileId, file, recorded }, _inForce, emit) => {
    for (const decision of file.things('decision')) {
      const { measure } = decisionAsItStood(decision);
      const decidedIn = monthOf(decision.created.occurredOn);
      emit(decisionsTable, { fileId, decisionId: decision.id, measure, decidedIn });
    }
    for (const { on: markedOn, ...mark } of codedMarks(file, recorded))
      emit(decisionMarksTable, { fileId, markedOn, ...mark });
  },
};
