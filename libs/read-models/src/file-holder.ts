import {
  assignedFrom,
  END_OF_TIME,
  unitOn,
  type PersonalFile,
  type Thing,
  type UnitId,
  type UserId,
} from '@rt/domain';

/** The unit and the case worker that have a file now: their open work moves at once with a new assignment. */
export interface Holder {
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
}

export const holderOf = (file: PersonalFile): Holder => ({
  unitId: unitOn(file, END_OF_TIME) ?? null,
  workerId: workerOf(file) ?? null,
});

/**
 * The case worker who has the file now: of the responsible workers the one assigned last, unless unassigned. A last day that was named with the
 * assignment is left to `unitOn` and replay: no clock tells here whether it has come, and work stays with its worker until somebody
 * else is named.
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
