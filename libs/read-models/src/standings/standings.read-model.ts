import { assignedFrom } from '@rt/domain';
import type { ReadModel } from '../read-model';
import { fileAssignmentsTable, fileStandingsTable } from './standings.table';
import { standingsWords } from './standings.words';

/** Who has, has had and will have every file: what a server asks of many files at once to say who reaches them. */
export const standings: ReadModel = {
  name: 'standings',
  version: '2',
  words: standingsWords,
  tables: [fileStandingsTable, fileAssignmentsTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    const { opened } = file;
    if (opened === undefined) return;
    emit(fileStandingsTable, {
      fileId,
      boardId: opened.data.boardId,
      openedIn: opened.unitId,
      openedBy: opened.recordedBy,
    });
    for (const [place, assignment] of file.every('assignment').entries()) {
      const { begun } = assignment;
      const ends = assignment.later('CaseWorkerUnassigned').map(({ occurredOn }) => occurredOn);
      emit(fileAssignmentsTable, {
        fileId,
        assignmentId: assignment.id,
        revision: begun.revision,
        place,
        userId: begun.data.userId,
        role: begun.data.role,
        unitId: begun.unitId,
        firstDay: assignedFrom(assignment),
        lastDay: begun.data.to ?? null,
        endedOn: ends.sort()[0] ?? null,
      });
    }
  },
};
