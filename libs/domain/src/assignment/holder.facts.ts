/** Who has a personal file on a day. Access, lists, notices, counts and indicators all take their answer from here, or from rows made here. */
import { addDays, BEGINNING_OF_TIME, earliest, END_OF_TIME, latest, type LocalDate } from '../calendar';
import type { UnitId, UserId } from '../ids';
import type { PersonalFile } from '../personal-file';
import type { Thing } from '../thing';
import { NO_ABSENCES, standInsFor, type Absence } from './absence.facts';

/** A period in which a user has a file. */
export interface HolderPeriod {
  readonly role: 'responsible' | 'substitute';
  /** Null: no case worker is responsible in this period. */
  readonly userId: UserId | null;
  /** For `responsible`: the unit that handles the file. */
  readonly unitId: UnitId;
  readonly heldFrom: LocalDate;
  /** The first day after the period; the end of time if it has no known end. */
  readonly heldUntil: LocalDate;
}

/** Who has a file on one day. */
export interface Holder {
  /** The unit that handles the file. It keeps the file when no case worker is responsible. */
  readonly unitId: UnitId;
  /** The responsible case worker. Null: none, the manager of the unit has to assign one. */
  readonly workerId: UserId | null;
  readonly substituteIds: readonly UserId[];
  /** Users who had the file before that day and do not have it now. */
  readonly formerIds: readonly UserId[];
}

/** Who has the file on a day. Undefined if the file is not opened. */
export const holderOn = (
  file: PersonalFile,
  absences: readonly Absence[],
  day: LocalDate,
): Holder | undefined => holderIn(holderPeriods(file), absences, day);

/** The unit that handles the file on a day. Absences do not change it. */
export const unitOn = (file: PersonalFile, day: LocalDate): UnitId | undefined =>
  holderOn(file, NO_ABSENCES, day)?.unitId;

/**
 * The answer for one day, from the periods of a file and the absences of the day. An absent worker keeps the file, and the stand-in is a substitute. A
 * stand-in whose days have passed is no former holder: the work went back, and the stand-in is the colleague that they were before.
 */
export const holderIn = (
  periods: readonly HolderPeriod[],
  absences: readonly Absence[],
  day: LocalDate,
): Holder | undefined => {
  const current = periods.filter(({ heldFrom, heldUntil }) => heldFrom <= day && day < heldUntil);
  const responsible = current.find(({ role }) => role === 'responsible');
  if (!responsible) return undefined;
  const { unitId, userId: workerId } = responsible;
  const usersOf = (some: readonly HolderPeriod[]) =>
    new Set(some.flatMap(({ userId }) => (userId === null ? [] : [userId])));
  const substitutes = usersOf(current.filter(({ role }) => role === 'substitute'));
  if (workerId !== null) for (const standIn of standInsFor(absences, workerId, day)) substitutes.add(standIn);
  const begun = usersOf(periods.filter(({ heldFrom }) => heldFrom <= day));
  return {
    unitId,
    workerId,
    substituteIds: [...substitutes],
    formerIds: [...begun].filter((userId) => userId !== workerId && !substitutes.has(userId)),
  };
};

/**
 * All periods of a file, past and future. The user who opened the file has it until the first assignment of a responsible worker begins. From
 * then on the responsible worker is the one whose assignment began last among those in force. When that assignment ends, the file goes back to the
 * one before it that is still in force. If there is none, no worker has the file, and it stays with the unit that had it last.
 */
export const holderPeriods = (file: PersonalFile): readonly HolderPeriod[] => {
  const assigned = file
    .things('assignment')
    .map(periodOf)
    .filter(({ heldFrom, heldUntil }) => heldFrom < heldUntil)
    .sort((a, b) => (a.heldFrom < b.heldFrom ? -1 : a.heldFrom > b.heldFrom ? 1 : 0));
  const responsible = responsiblePeriods(
    file,
    assigned.filter(({ role }) => role === 'responsible'),
  );
  const substitutes = assigned.filter(({ role }) => role === 'substitute');
  return [...responsible, ...substitutes];
};

/** An assignment as a period: from the later of its own day and its `from`, until the day after its `to` or the day of the unassignment. */
const periodOf = (assignment: Thing<'assignment'>): HolderPeriod => {
  const { occurredOn, unitId, data } = assignment.created;
  const { userId, role, from, to = END_OF_TIME } = data;
  return {
    role,
    userId,
    unitId,
    heldFrom: latest(occurredOn, from),
    heldUntil: earliest(
      to < END_OF_TIME ? addDays(to, 1) : END_OF_TIME,
      ...assignment.since('CaseWorkerUnassigned').map((ended) => ended.occurredOn),
    ),
  };
};

/** @param assigned in the order in which they begin; of two that begin on one day, the last in folding order comes last */
const responsiblePeriods = (
  { opened }: PersonalFile,
  assigned: readonly HolderPeriod[],
): readonly HolderPeriod[] => {
  const changes = assigned.flatMap(({ heldFrom, heldUntil }) => [heldFrom, heldUntil]);
  const days = [...new Set([BEGINNING_OF_TIME, ...changes])].filter((day) => day < END_OF_TIME).sort();
  const periods: HolderPeriod[] = [];
  // Assignments that have begun. One that has ended is removed when it is the last of them.
  const begun: HolderPeriod[] = [];
  let next = 0;
  let unitId = opened?.unitId;
  for (const [index, heldFrom] of days.entries()) {
    for (; (assigned[next]?.heldFrom ?? END_OF_TIME) <= heldFrom; next += 1)
      begun.push(assigned[next] as HolderPeriod);
    while ((begun.at(-1)?.heldUntil ?? END_OF_TIME) <= heldFrom) begun.pop();
    const holder = begun.at(-1);
    unitId = holder?.unitId ?? unitId;
    if (unitId === undefined) continue;
    const userId = holder?.userId ?? (next === 0 ? (opened?.recordedBy ?? null) : null);
    const heldUntil = days[index + 1] ?? END_OF_TIME;
    const before = periods.at(-1);
    if (before?.userId === userId && before.unitId === unitId)
      periods[periods.length - 1] = { ...before, heldUntil };
    else periods.push({ role: 'responsible', userId, unitId, heldFrom, heldUntil });
  }
  return periods;
};
