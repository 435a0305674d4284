/** The days of a file: where something happened or was recorded, and the way from one to the next. */
import { dayOf, daysBetween, latest, stepOf, type LocalDate } from '@rt/domain';
import type { FileEntry } from '../file/read-file';

export interface Mark {
  readonly day: LocalDate;
  /** A step, a contact, or an entry that was recorded on a later day than its own. */
  readonly kind: 'step' | 'contact' | 'later';
}

export interface Timeline {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** Days on which something happened or was recorded, in ascending order. */
  readonly days: readonly LocalDate[];
  readonly marks: readonly Mark[];
}

/** @param until the timeline goes on at least to this day */
export const timelineOf = (recorded: readonly FileEntry[], until: LocalDate): Timeline => {
  const marks = recorded.flatMap((event): Mark[] => {
    const kind = stepOf(event.type) === 'contact' ? 'contact' : 'step';
    const later = dayOf(event.recordedAt);
    return [
      { day: event.occurredOn, kind },
      ...(later > event.occurredOn ? [{ day: later, kind: 'later' as const }] : []),
    ];
  });
  const days = [...new Set(marks.map(({ day }) => day))].sort();
  const unique = new Map(marks.map((mark) => [`${mark.day} ${mark.kind}`, mark]));
  return {
    first: days[0] ?? until,
    last: latest(days.at(-1) ?? until, until),
    days,
    marks: [...unique.values()],
  };
};

/** The next day on which something happened or was recorded; undefined at the end. */
export const nextDay = ({ days }: Timeline, day: LocalDate): LocalDate | undefined =>
  days.find((each) => each > day);

export const previousDay = ({ days }: Timeline, day: LocalDate): LocalDate | undefined =>
  days.findLast((each) => each < day);

/** How far along the timeline a day is, in percent. */
export const placeOf = ({ first, last }: Timeline, day: LocalDate): number => {
  const whole = daysBetween(first, last);
  return whole === 0 ? 100 : (daysBetween(first, day) / whole) * 100;
};
