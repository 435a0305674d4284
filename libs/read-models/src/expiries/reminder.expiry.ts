import { reminderDaysIn, type PersonalFile } from '@rt/domain';
import type { ExpiryDeclaration, Statement } from './expiry';

export const reminderExpiry = {
  step: 'reminder',
  title: { sv: 'Bevakning', en: 'Reminder' },
  whatToDo: {
    sv: 'Gör det du ville bli påmind om och markera bevakningen som klar, eller flytta den.',
    en: 'Do what you wanted to be reminded of and mark the reminder as done, or move it.',
  },
  settledBy: ['ReminderDone', 'ReminderMoved', 'ReminderDropped'],
  text: (day) => ({ sv: `Bevakas den ${day}.`, en: `To be looked at on ${day}.` }),
  statementsIn: (file) => remindersOf(file),
} as const satisfies ExpiryDeclaration;

const remindersOf = (file: PersonalFile): readonly Statement[] =>
  reminderDaysIn(file).map(({ stated, on, text, userId, endedOn }) => ({
    subject: stated.data.reminderId,
    said: stated,
    lastDay: on,
    renewals: [],
    ends: [endedOn],
    note: text,
    ...(userId !== undefined && { workerId: userId }),
  }));
