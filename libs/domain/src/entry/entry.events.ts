import {
  anyObject,
  byMachine,
  changed,
  day,
  entryId,
  event,
  optional,
  plainId,
  step,
  text,
  time,
  whole,
  type EventsIn,
} from '../declare';
import type { CaseId } from '../ids';

export const entryStep = step({
  title: { sv: 'Anteckning, rättelse', en: 'Entries corrected' },
  permission: 'entry.correct',
  case: 'optional',
  events: {
    // The whole entry as it should read. The old one can always be seen, and counts before this was recorded.
    EntryCorrected: event({
      title: { sv: 'Rättad anteckning', en: 'Entry corrected' },
      whileClosed: true,
      // It says what the entry says, which may be what is to be made unreadable one day.
      ownKey: true,
      fields: {
        eventId: entryId(),
        reason: text('Skäl', 'Reason'),
        occurredOn: optional(
          day('Anteckningens egen dag', 'The entry’s own day', {
            help: ['Tomt: oförändrad', 'Empty: unchanged'],
          }),
        ),
        occurredTime: changed(time('Klockslag', 'Time of day')),
        caseId: changed(plainId<CaseId>('Ärende', 'Case')),
        // The version of the corrected type's payload that `data` is written in.
        schemaVersion: byMachine(whole(1, 1_000, 'Version', 'Version')),
        data: anyObject('Anteckningen som den ska lyda', 'The entry as it should read'),
      },
    }),
    // It was never so. Its ids stay taken; references to it read null.
    EntryRetracted: event({
      title: { sv: 'Återtagen anteckning', en: 'Entry retracted' },
      whileClosed: true,
      fields: { eventId: entryId(), reason: text('Skäl', 'Reason') },
    }),
    // The entry's own key is destroyed.
    EntryRedacted: event({
      title: { sv: 'Oläsliggjord anteckning', en: 'Entry made unreadable' },
      permission: 'entry.redact',
      whileClosed: true,
      fields: { eventId: entryId(), ground: text('Grund', 'Ground') },
    }),
  },
});

export type EntryEvent = EventsIn<typeof entryStep>;

/** Whether an event speaks of another entry, and not of the person. */
export const isAboutEntries = (type: string): type is EntryEvent['type'] =>
  Object.hasOwn(entryStep.events, type);
