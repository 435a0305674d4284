import {
  assignedFrom,
  END_OF_TIME,
  unitOn,
  type PersonalFile,
  type Thing,
  type UnitId,
  type UserId,
} from '@rt/domain';

/** The unit and the case worker that have a file now. With a new assignment, open work moves to the new holder at once. */
export interface Holder {
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
}

export const holderOf = (file: PersonalFile): Holder => ({
  unitId: unitOn(file, END_OF_TIME) ?? null,
  workerId: workerOf(file) ?? null,
});

/**
 * The case worker who has the file now: the responsible worker with the latest assignment that was not ended. The last day stated in an assignment is
 * not used here, because a read model has no clock: work stays with the worker until another one is assigned. `unitOn` and replay do use it.
 */
const workerOf = (file: PersonalFile): UserId | undefined => {
  let last: Thing<'assignment'> | undefined;
  for (const assignment of file.things('assignment')) {
    if (assignment.created.data.role !== 'responsible') continue;
    if (assignment.since('CaseWorkerUnassigned').length > 0) continue;
    if (!last || assignedFrom(assignment) >= assignedFrom(last)) last = assignment;
  }
  return last?.created.data.userId;
};
