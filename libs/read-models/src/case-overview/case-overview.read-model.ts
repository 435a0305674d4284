import { assignedFrom, earliest, type FileId, type PersonalFile, type Thread } from '@rt/domain';
import { holderOf } from '../file-holder';
import type { ReadModel } from '../read-model';
import { casesTable, fileWorkersTable, type FileWorkerRow } from './case-overview.table';
import { caseOverviewWords } from './case-overview.words';
import { standingOf } from './case-standing';

/** Every case, how far it has come and when; and who works with the file. */
export const caseOverview: ReadModel = {
  name: 'case-overview',
  version: '1',
  words: caseOverviewWords,
  tables: [casesTable, fileWorkersTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    const holder = holderOf(file);
    for (const theCase of file.every('case'))
      emit(casesTable, {
        fileId,
        caseId: theCase.id,
        ...holder,
        measure: theCase.begun.data.measure,
        ...standingOf(file, theCase),
      });
    for (const row of workersOf(fileId, file)) emit(fileWorkersTable, row);
  },
};

const workersOf = (fileId: FileId, file: PersonalFile): readonly FileWorkerRow[] =>
  file.every('assignment').map((assignment) => ({
    fileId,
    assignmentId: assignment.id,
    userId: assignment.begun.data.userId,
    role: assignment.begun.data.role,
    from: assignedFrom(assignment),
    to: assignment.begun.data.to ?? null,
    endedOn: endOf(assignment) ?? null,
  }));

const endOf = (assignment: Thread<'assignment'>): FileWorkerRow['endedOn'] | undefined => {
  const [first, ...others] = assignment.later('CaseWorkerUnassigned').map(({ occurredOn }) => occurredOn);
  return first && earliest(first, ...others);
};
