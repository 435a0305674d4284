import { latest, type LocalDate } from '../calendar';
import type { UnitId, UserId } from '../ids';
import type { PersonalFile } from '../personal-file';
import type { Thing } from '../thing';

/** The first day of an assignment: the later of the day it was made and its `from`. */
export const assignedFrom = (assignment: Thing<'assignment'>): LocalDate =>
  latest(assignment.created.occurredOn, assignment.created.data.from);

/** Whether an assignment is in force on a day. Its `to` is the last day; the day of an unassignment is the first day without it. */
export const assignmentHoldsOn = (assignment: Thing<'assignment'>, day: LocalDate): boolean => {
  const { to } = assignment.created.data;
  if (assignedFrom(assignment) > day || (to !== undefined && to < day)) return false;
  return !assignment.since('CaseWorkerUnassigned').some((ended) => ended.occurredOn <= day);
};

/** The responsible case worker on a day and their unit, by the assignment that began last. */
export const responsibleOn = (
  file: PersonalFile,
  day: LocalDate,
): { userId: UserId; unitId: UnitId } | undefined => {
  let found: Thing<'assignment'> | undefined;
  for (const assignment of file.things('assignment')) {
    if (assignment.created.data.role !== 'responsible' || !assignmentHoldsOn(assignment, day)) continue;
    if (!found || assignedFrom(assignment) >= assignedFrom(found)) found = assignment;
  }
  return found && { userId: found.created.data.userId, unitId: found.created.unitId };
};

/**
 * The unit that handles the file on a day: the unit of the latest assignment of a responsible worker up to that day, even if the
 * assignment has ended. Before the first assignment it is the unit that opened the file.
 */
export const unitOn = (file: PersonalFile, day: LocalDate): UnitId | undefined => {
  const now = responsibleOn(file, day);
  if (now) return now.unitId;
  let found: Thing<'assignment'> | undefined;
  for (const assignment of file.things('assignment')) {
    if (assignment.created.data.role !== 'responsible' || assignedFrom(assignment) > day) continue;
    if (!found || assignedFrom(assignment) >= assignedFrom(found)) found = assignment;
  }
  return found?.created.unitId ?? file.opened?.unitId;
};
