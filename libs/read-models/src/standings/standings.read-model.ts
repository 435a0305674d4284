import { assignedFrom } from '@rt/domain';
import type { FileModel } from '../read-model';
import { fileAssignmentsTable, fileStandingsTable } from './standings.table';

/** The past, present and future assignments of every file. A server uses them to decide, for many files at once, which users have access. */
export const standings: FileModel = {
  name: 'standings',
  version: '2',
  ignores: [
    'party',
    'representative',
    'consent',
    'contact',
    'case',
    'application',
    'investigation',
    'decision',
    'order',
    'plan',
    'execution',
    'follow-up',
    'individual-plan',
    'coordinated-plan',
    'violence-questions',
    'malpractice',
    'gap',
  ],
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
    for (const [place, assignment] of file.things('assignment').entries()) {
      const { created } = assignment;
      const ends = assignment.since('CaseWorkerUnassigned').map(({ occurredOn }) => occurredOn);
      emit(fileAssignmentsTable, {
        fileId,
        assignmentId: assignment.id,
        revision: created.revision,
        place,
        userId: created.data.userId,
        role: created.data.role,
        unitId: created.unitId,
        firstDay: assignedFrom(assignment),
        lastDay: created.data.to ?? null,
        endedOn: ends.sort()[0] ?? null,
      });
    }
  },
};
