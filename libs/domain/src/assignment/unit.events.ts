/** The events of the stream `unit-<unitId>`: what concerns the work of a unit and no single file. */
import * as f from '../declare';
import type { EventId } from '../ids';
import { titlesOf } from '../derived';

const whoAndWhen = {
  substituteId: f.directoryId('user', 'Ersättare', 'Stand-in', {
    help: [
      'Handläggare i nämnden, som har akterna under frånvaron',
      'A case worker of the board, who has the files during the absence',
    ],
  }),
  from: f.day('Från och med', 'From', { help: ['Första dagen borta', 'The first day away'] }),
  to: f.optional(
    f.day('Till och med', 'Through', {
      help: ['Tomt: tills vidare', 'Empty: until further notice'],
      notBefore: 'from',
    }),
  ),
};

const absenceId = f.plainId<EventId>('Frånvaro', 'Absence');

// No event says why somebody is absent: the reason is often about health, and nothing here depends on it.
export const unitVocabulary = f.vocabulary({
  title: { sv: 'Enhetens arbete', en: 'Work of the unit' },
  events: {
    // The id of this event is the id of the absence.
    WorkerAbsent: f.event({
      title: { sv: 'Handläggare frånvarande', en: 'Case worker absent' },
      fields: { userId: f.directoryId('user', 'Handläggare', 'Case worker'), ...whoAndWhen },
    }),
    // Replaces the stand-in and the days from the day of the change on; earlier days stay as they were.
    AbsenceChanged: f.event({
      title: { sv: 'Frånvaro ändrad', en: 'Absence changed' },
      fields: { absenceId, ...whoAndWhen },
    }),
    AbsenceWithdrawn: f.event({
      title: { sv: 'Frånvaro återkallad', en: 'Absence withdrawn' },
      day: { sv: 'Första dagen åter i arbete', en: 'The first day back at work' },
      fields: { absenceId },
    }),
  },
});

export type UnitEvent = f.EventsIn<typeof unitVocabulary>;
export type WorkerAbsent = f.EventIn<typeof unitVocabulary, 'WorkerAbsent'>;

/** The event types of a unit, as a code list with their titles. */
export const UNIT_TITLES = titlesOf(unitVocabulary.events);
