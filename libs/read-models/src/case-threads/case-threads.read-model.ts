import { threadChanges, threadsOf } from '@rt/rules';
import { rulesVersion } from '../findings/findings.read-model';
import { foundIn } from '../found-in';
import type { FileModel } from '../read-model';
import { caseThreadsTable } from './case-threads.table';

/** The red thread of every case, for every day. */
export const caseThreads: FileModel = {
  name: 'case-threads',
  version: `1 ${rulesVersion}`,
  readsRuleset: true,
  tables: [caseThreadsTable],
  rowsOf: (reading, inForce, emit) => {
    const { fileId, file } = reading;
    for (const of of threadsOf(file, foundIn(reading, inForce), inForce.configuration))
      for (const { from, states } of threadChanges(of))
        emit(caseThreadsTable, { fileId, caseId: of.theCase.id, fromDay: from, states });
  },
};
