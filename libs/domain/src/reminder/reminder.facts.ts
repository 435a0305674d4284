import { latest, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { UserId } from '../ids';
import type { PersonalFile } from '../personal-file';
import type { EventOf } from '../vocabulary';

/** A day that a reminder was set for or moved to. */
export interface ReminderDay {
  readonly stated: Recorded<EventOf<'ReminderSet' | 'ReminderMoved'>>;
  readonly on: LocalDate;
  readonly text: string;
  /** The user whom the reminder is for. If it is undefined, the reminder is for the case worker who has the file. */
  readonly userId: UserId | undefined;
  /** The day on which it was moved to another day, done or dropped. */
  readonly endedOn: LocalDate | undefined;
}

/** Every day that the reminders of a file were set for or moved to. Moving a reminder that was done or dropped opens it again. */
export const reminderDaysIn = (file: PersonalFile): readonly ReminderDay[] =>
  file.things('reminder').flatMap((reminder) => {
    const { created } = reminder;
    const entries = [created, ...reminder.allSince()];
    return entries.flatMap((stated, index) => {
      if (stated.type !== 'ReminderSet' && stated.type !== 'ReminderMoved') return [];
      const next = entries[index + 1];
      const { text, userId } = created.data;
      return {
        stated,
        on: stated.data.on,
        text,
        userId,
        endedOn: next && latest(stated.occurredOn, next.occurredOn),
      };
    });
  });
