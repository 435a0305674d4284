import { createHash } from 'node:crypto';
import type { Instant, Language, Text } from '@rt/domain';
import type { Worklist } from '@rt/read-models';
import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

type Line = Worklist['lines'][number];

export interface CalendarContext {
  /** The address of the pages, without a path. */
  readonly address: string;
  readonly language: Language;
  readonly now: Instant;
}

/** How often a calendar asks again, in seconds. */
const refreshSeconds = 60 * 60;

/**
 * A worklist as a calendar (RFC 5545): one event on the day of each line. It says what kind of thing is due and leads to the file; whose file it is
 * stands on the page alone, because a calendar is shown on telephones and shared with colleagues.
 */
export const calendarText = (
  lines: readonly Pick<Line, 'id' | 'fileId' | 'title' | 'dueOn' | 'daysLeft' | 'section'>[],
  { address, language, now }: CalendarContext,
): string => {
  const say = (text: Text): string => text[language];
  const calendar = new ICalCalendar({
    name: say({ sv: 'Min dag – Röda tråden', en: 'My day – Röda tråden' }),
    prodId: { company: 'Röda tråden', product: 'Min dag', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const { id, fileId, title, dueOn, daysLeft, section } of lines) {
    calendar.createEvent({
      id: uidOf(id, fileId),
      stamp: new Date(now),
      // An event of a whole day is written as the day of the instant in UTC.
      start: new Date(dueOn),
      allDay: true,
      summary: say(daysLeft < 0 && section !== 'reminders' ? passed(title) : title),
      url: `${address}/akter/${fileId}`,
      // A day on which something is due is not a day on which one is busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};

const passed = ({ sv, en }: Text): Text => ({ sv: `Förfallet: ${sv}`, en: `Overdue: ${en}` });

/** The same line is the same event at every reading. The ids are hashed: an event that is passed on tells nothing of the file. */
const uidOf = (id: string, fileId: string): string =>
  createHash('sha256').update(`${id} ${fileId}`).digest('hex').slice(0, uidHexMax);
const uidHexMax = 40;
