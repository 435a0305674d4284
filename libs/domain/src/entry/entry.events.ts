import type { LocalDate, LocalTime } from '../calendar';
import type { EventSpecs } from '../event';
import type { CaseId, EventId } from '../ids';

/** Rättad anteckning: the whole entry as it should read. The old one can always be seen, and counts before this was recorded. */
export interface EntryCorrected {
  readonly type: 'EntryCorrected';
  readonly data: {
    readonly eventId: EventId;
    readonly reason: string;
    /** The corrected entry's own day; left out: unchanged. */
    readonly occurredOn?: LocalDate;
    /** Left out: unchanged; `null`: no time was known. */
    readonly occurredTime?: LocalTime | null;
    /** Left out: unchanged; `null`: belongs to no case. */
    readonly caseId?: CaseId | null;
    /** The version of the corrected type's payload that `data` is written in. */
    readonly schemaVersion: number;
    readonly data: object;
  };
}

/** Återtagen anteckning: it was never so. Its ids stay taken; references to it read null. */
export interface EntryRetracted {
  readonly type: 'EntryRetracted';
  readonly data: { readonly eventId: EventId; readonly reason: string };
}

/** Oläsliggjord anteckning: the entry's own key is destroyed. */
export interface EntryRedacted {
  readonly type: 'EntryRedacted';
  readonly data: { readonly eventId: EventId; readonly ground: string };
}

export type EntryEvent = EntryCorrected | EntryRetracted | EntryRedacted;

export const entrySpecs = {
  // It says what the entry says, which may be what is to be made unreadable one day.
  EntryCorrected: { caseId: 'optional', whileClosed: true, ownKey: true },
  EntryRetracted: { caseId: 'optional', whileClosed: true },
  EntryRedacted: { caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<EntryEvent>;

/** Whether an event speaks of another entry, and not of the person. */
export const isAboutEntries = (type: string): type is EntryEvent['type'] => Object.hasOwn(entrySpecs, type);
