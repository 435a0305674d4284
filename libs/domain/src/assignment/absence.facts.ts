/** Who stands in for whom on a day. `holderOn` and every list take their answer from here. */
import { addDays, earliest, END_OF_TIME, latest, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { EventId, UserId } from '../ids';
import type { UnitEvent, WorkerAbsent } from './unit.events';

/** A period in which a case worker is absent and another case worker stands in, in all files of the absent one. */
export interface Absence {
  /** The event that recorded the absence. An absence that was changed has one period before the change and one after it. */
  readonly absenceId: EventId;
  readonly userId: UserId;
  readonly substituteId: UserId;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** For questions that no absence changes, such as which unit handles a file. */
export const NO_ABSENCES: readonly Absence[] = [];

/**
 * The absences of a unit, in the order of recording. What was recorded on a day counts from that day on at the earliest, so a change moves no earlier
 * day: a stand-in who had the files yesterday had them, and one who is named today did not.
 */
export const absencesOf = (recorded: readonly Recorded<UnitEvent>[]): readonly Absence[] =>
  recorded.flatMap((event) => (event.type === 'WorkerAbsent' ? periodsOf(event, recorded) : []));

const periodsOf = (
  absent: Recorded<WorkerAbsent>,
  recorded: readonly Recorded<UnitEvent>[],
): readonly Absence[] => {
  const { id: absenceId, data } = absent;
  const later = recorded.filter(
    (event) => event.type !== 'WorkerAbsent' && event.data.absenceId === absenceId,
  );
  return [absent, ...later].flatMap((event, index, all): Absence[] => {
    if (event.type === 'AbsenceWithdrawn') return [];
    const { substituteId, from, to = END_OF_TIME } = event.data;
    const next = all[index + 1]?.occurredOn ?? END_OF_TIME;
    const firstDay = latest(event.occurredOn, from);
    const lastDay = next < END_OF_TIME ? earliest(to, addDays(next, -1)) : to;
    return firstDay <= lastDay ? [{ absenceId, userId: data.userId, substituteId, firstDay, lastDay }] : [];
  });
};

/**
 * Who stands in for a user on a day. If a stand-in is absent too, the stand-in's own stand-in has the files as well: otherwise nobody at work would have
 * them.
 */
export const standInsFor = (
  absences: readonly Absence[],
  userId: UserId,
  day: LocalDate,
): readonly UserId[] => follow(userId, absences, day, 'userId', 'substituteId');

/** For whom a user stands in on a day. */
export const absentBehind = (
  absences: readonly Absence[],
  substituteId: UserId,
  day: LocalDate,
): readonly UserId[] => follow(substituteId, absences, day, 'substituteId', 'userId');

/** Follows the absences of a day from one side to the other, link by link. */
const follow = (
  start: UserId,
  absences: readonly Absence[],
  day: LocalDate,
  here: 'userId' | 'substituteId',
  there: 'userId' | 'substituteId',
): readonly UserId[] => {
  const found = new Set([start]);
  // The set grows while it is read.
  for (const userId of found)
    for (const absence of absences)
      if (absence[here] === userId && absence.firstDay <= day && day <= absence.lastDay)
        found.add(absence[there]);
  found.delete(start);
  return [...found];
};
