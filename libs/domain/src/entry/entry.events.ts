import * as f from '../declare';
import type { CaseId } from '../ids';

export const RETRACTION_KINDS = f.codeList({
  wrongFile: ['Fel persons akt', 'The wrong person’s file'],
  recordedTwice: ['Antecknad två gånger', 'Recorded twice'],
  neverHappened: ['Hände aldrig', 'Never happened'],
  other: ['Annat skäl', 'Another reason'],
});
export type RetractionKind = (typeof RETRACTION_KINDS)[number];

export const entryStep = f.step({
  title: { sv: 'Anteckning, rättelse', en: 'Entries corrected' },
  permission: 'entry.correct',
  case: 'optional',
  events: {
    // Holds the whole corrected entry. The original stays visible, and counts in a replay of what was known before the correction.
    EntryCorrected: f.event({
      title: { sv: 'Rättad anteckning', en: 'Entry corrected' },
      whileClosed: true,
      fields: {
        eventId: f.entryId(),
        reason: f.text('Skäl', 'Reason', {
          help: ['Den gamla anteckningen går alltid att se', 'The old entry can always be seen'],
        }),
        occurredOn: f.optional(
          f.day('Rätt dag', 'The right day', { help: ['Tomt: oförändrad', 'Empty: unchanged'] }),
        ),
        occurredTime: f.changed(
          f.time('Rätt klockslag', 'The right time', {
            help: [
              'Utelämnat: oförändrat; tomt: inget klockslag',
              'Left out: unchanged; empty: no time of day',
            ],
          }),
        ),
        caseId: f.changed(
          f.plainId<CaseId>('Rätt ärende', 'The right case', {
            help: ['Utelämnat: oförändrat; tomt: inget ärende', 'Left out: unchanged; empty: no case'],
          }),
        ),
        // The version of the entry's payload in which `data` is written.
        schemaVersion: f.byMachine(f.whole(1, 1_000, 'Version av uppgifterna', 'Version of the data')),
        // Stored whole. A request may leave it out, or give the changed fields alone; the write side completes it.
        data: f.completed(
          f.anyObject('Anteckningen som den ska lyda', 'The entry as it should read', {
            help: ['Utelämnat: oförändrad i övrigt', 'Left out: unchanged otherwise'],
          }),
        ),
        // Never stored: the write side makes `data` of it.
        changes: f.optional(
          f.anyObject('Bara det som ändras', 'Only what changes', {
            help: [
              'Fälten med sina nya värden; tomt tar bort ett fält',
              'The fields with their new values; null removes a field',
            ],
          }),
        ),
      },
    }),
    // The entry counts as never made. The ids it created stay taken, and references to them read as null.
    EntryRetracted: f.event({
      title: { sv: 'Makulerad anteckning', en: 'Entry retracted' },
      whileClosed: true,
      fields: {
        eventId: f.entryId(),
        reason: f.text('Skäl', 'Reason', {
          help: [
            'För det som aldrig var så; annars rättas anteckningen',
            'For what was never so; else correct the entry',
          ],
        }),
        kind: f.optional(
          f.code(RETRACTION_KINDS, 'Slag', 'Kind', {
            help: ['Visas vid anteckningen i historiken', 'Shown with the entry in the history'],
          }),
        ),
      },
    }),
    // With this event the file gets a new key, under which everything but the entry is sealed again.
    EntryRedacted: f.event({
      title: { sv: 'Maskerad anteckning', en: 'Entry made unreadable' },
      permission: 'entry.redact',
      whileClosed: true,
      fields: {
        eventId: f.entryId(),
        ground: f.text('Grund', 'Ground', {
          help: ['Innehållet går inte att få tillbaka', 'What the entry said cannot be had back'],
        }),
      },
    }),
  },
});

export type EntryEvent = f.EventsIn<typeof entryStep>;

/** Whether events of a type are about another entry rather than about the person. */
export const isAboutEntries = (type: string): type is EntryEvent['type'] =>
  Object.hasOwn(entryStep.events, type);
