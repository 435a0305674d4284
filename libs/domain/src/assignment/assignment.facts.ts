import { latest, type LocalDate } from '../calendar';
import type { UnitId, UserId } from '../ids';
import type { PersonalFile } from '../personal-file';
import type { Thing } from '../thing';

/** First day of an assignment: the later of the day it was made and the day it speaks of. */
export const assignedFrom = (assignment: Thing<'assignment'>): LocalDate =>
  latest(assignment.created.occurredOn, assignment.created.data.from);

/** Whether an assignment holds on a day: `to` is its last day, the day of unassignment is no longer part of it. */
export const assignmentHoldsOn = (assignment: Thing<'assignment'>, day: LocalDate): boolean => {
  const { to } = assignment.created.data;
  if (assignedFrom(assignment) > day || (to !== undefined && to < day)) return false;
  return !assignment.since('CaseWorkerUnassigned').some((ended) => ended.occurredOn <= day);
};

/** The responsible case worker on a day and the unit that handles the file: the assignment that began last. */
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
 * The unit that handles the file on a day: the unit of the responsible worker's latest assignment up to that day, even where
 * it has ended since; before any, the unit that opened the file.
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
