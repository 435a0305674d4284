import {
  assignedFrom,
  on,
  unitOn,
  type PersonalFile,
  type Thread,
  type UnitId,
  type UserId,
} from '@rt/domain';

/** Who has the file now: the unit and the case worker. A new assignment moves open work at once. */
export interface Holder {
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
}

export const holderOf = (file: PersonalFile): Holder => ({
  unitId: unitOn(file, endOfTime) ?? null,
  workerId: workerOf(file) ?? null,
});

/** Asked about this day, everything that is recorded counts. */
export const endOfTime = on('9999-12-31');

/**
 * The case worker who has the file now: of the responsible workers the one assigned last, unless unassigned. A last day that was named with the
 * assignment is left to `unitOn` and replay: no clock tells here whether it has come, and work stays with its worker until somebody
 * else is named.
 */
const workerOf = (file: PersonalFile): UserId | undefined => {
  let last: Thread<'assignment'> | undefined;
  for (const assignment of file.every('assignment')) {
    if (assignment.begun.data.role !== 'responsible') continue;
    if (assignment.later('CaseWorkerUnassigned').length > 0) continue;
    if (!last || assignedFrom(assignment) >= assignedFrom(last)) last = assignment;
  }
  return last?.begun.data.userId;
};
