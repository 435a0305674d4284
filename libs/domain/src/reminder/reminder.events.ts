import * as f from '../declare';

const remindOn = () => f.day('Bevakas den', 'Remind on', { notBefore: 'occurredOn' });

/** A reminder (bevakning) that a user sets for a day. No rule uses it, and no deadline follows from it. */
export const reminderStep = f.step({
  title: { sv: 'Bevakning', en: 'Reminder' },
  permission: 'file.record',
  case: 'optional',
  events: {
    ReminderSet: f.event({
      title: { sv: 'Bevakning inlagd', en: 'Reminder set' },
      whileClosed: true,
      fields: {
        reminderId: f.creates('reminder'),
        on: remindOn(),
        text: f.text('Att bevaka', 'What to remember'),
        userId: f.optional(
          f.boardMember('För vem', 'For whom', {
            help: [
              'Lämnas tomt för den som har akten den dagen',
              'Left empty for the one who has the file on that day',
            ],
          }),
        ),
      },
    }),
    ReminderMoved: f.event({
      title: { sv: 'Bevakning flyttad', en: 'Reminder moved' },
      whileClosed: true,
      fields: { reminderId: f.about('reminder'), on: remindOn() },
    }),
    ReminderDone: f.event({
      title: { sv: 'Bevakning klar', en: 'Reminder done' },
      whileClosed: true,
      fields: { reminderId: f.about('reminder') },
    }),
    ReminderDropped: f.event({
      title: { sv: 'Bevakning borttagen', en: 'Reminder dropped' },
      whileClosed: true,
      fields: { reminderId: f.about('reminder'), reason: f.optional(f.text('Skäl', 'Reason')) },
    }),
  },
});
