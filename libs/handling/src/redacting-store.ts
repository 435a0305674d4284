import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  ReadAndAppend,
  StoredEvent,
} from '@rt/event-store';
import type { EventOf } from '@rt/domain';

/**
 * Destroys the key of an entry once it stands in the stream that the entry is redacted. The record comes first: a key that is gone
 * without a word of who took it cannot be explained. Should the process die in between, whoever reads the stream next, the
 * repeated command for one, finds the key and destroys it.
 */
export class RedactingStore implements ReadAndAppend {
  constructor(private readonly store: EventStore) {}

  /** @param range a part without the redacted entries' own place leaves their keys to whoever reads that place */
  async readStream(stream: string, range?: { readonly from: number }): Promise<readonly StoredEvent[]> {
    const events = await this.store.readStream(stream, range);
    const redacted = redactedIn(events);
    if (redacted.size === 0) return events;
    const legible = events.filter((event) => redacted.has(event.id) && !event.redacted);
    for (const event of legible) await this.store.destroyEntryKey(stream, event.id);
    return events.map((event) => (redacted.has(event.id) ? { ...event, data: null, redacted: true } : event));
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const appended = await this.store.append(stream, expected, events);
    for (const id of redactedIn(appended.events)) await this.store.destroyEntryKey(stream, id);
    return appended;
  }
}

/** The entries that these events say are redacted. */
const redactedIn = (events: readonly StoredEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      event.type === 'EntryRedacted' && !event.redacted
        ? [(event.data as EventOf<'EntryRedacted'>['data']).eventId]
        : [],
    ),
  );
