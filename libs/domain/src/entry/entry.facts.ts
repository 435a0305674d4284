import { upcast } from '../decode';
import type { Recorded } from '../event';
import type { EventId } from '../ids';
import type { EventOf, PersonalFileEvent } from '../vocabulary';

type Entries = ReadonlyMap<EventId, Recorded<PersonalFileEvent>>;

/** The last legible correction of an entry, also if the entry was retracted since. */
export const lastCorrection = (
  entries: Entries,
  eventId: EventId,
): Recorded<EventOf<'EntryCorrected'>>['data'] | undefined => {
  let last: Recorded<EventOf<'EntryCorrected'>>['data'] | undefined;
  for (const one of entries.values())
    if (one.type === 'EntryCorrected' && !one.redacted && one.data.eventId === eventId) last = one.data;
  return last;
};

/** What an entry says by its last legible correction. */
export const entryNow = (entries: Entries, entry: Recorded<PersonalFileEvent>): object => {
  const last = lastCorrection(entries, entry.id);
  return last === undefined ? entry.data : upcast(entry.type, last.schemaVersion, last.data);
};
