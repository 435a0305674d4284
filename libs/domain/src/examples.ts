/**
 * Makes events from little input, for the examples of rules and for tests: a type, a day, and the fields that differ from the ordinary. All
 * other fields hold what they would in a well-kept case. The functions are pure: the same input makes the same event, ids included.
 */
import type { Instant, LocalDate } from './calendar';
import { currentVersion } from './decode';
import { EXAMPLE_DATA } from './example-data';
import { exampleId } from './example-ids';
import type { EventEnvelope, Recorded } from './event';
import type { EventId, UnitId, UserId } from './ids';
import { SPECS, type EventOf, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

export { exampleId } from './example-ids';

type DataOf<T extends PersonalFileEventType> = EventOf<T>['data'];

/** The fields that differ from the example data. A field given as `undefined` is left out of the event. */
export type Special<T extends PersonalFileEventType> = {
  readonly [F in keyof DataOf<T>]?: DataOf<T>[F] | undefined;
};

/**
 * An event as `recorded` makes it. It is not the union of all events, because the compiler then compares every event of every example with
 * every member of the union, which took longer than all the rest of its work.
 */
export interface ExampleEvent extends EventEnvelope {
  readonly type: PersonalFileEventType;
  readonly data: object;
}

/**
 * An event that was recorded at noon (UTC) of its own day, unless `envelope` says otherwise. If its type requires a case, it belongs to
 * `exampleId('case')`. Its id is a hash of its whole content, so two events have different ids only if their content differs.
 */
export const recorded = <T extends PersonalFileEventType>(
  type: T,
  occurredOn: LocalDate | string,
  special: Special<T> = {},
  envelope: Partial<Omit<EventEnvelope, 'occurredOn'>> = {},
): Recorded<EventOf<T>> => {
  const data = withoutUndefined({ ...EXAMPLE_DATA[type], ...special });
  const caseId = SPECS[type].caseId === 'self' ? (data as { caseId?: string }).caseId : exampleId('case');
  const event = {
    stream: `personalFile-${uuidOf('file')}`,
    revision: 0,
    schemaVersion: currentVersion(type),
    occurredOn,
    recordedAt: `${occurredOn}T12:00:00.000Z` as Instant,
    recordedBy: 'anna' as UserId,
    unitId: 'norr' as UnitId,
    ...(SPECS[type].caseId !== 'optional' && { caseId }),
    origin: 'user',
    keyId: uuidOf('key'),
    ...envelope,
    type,
    data,
  };
  const id = uuidOf(JSON.stringify(event));
  return withoutUndefined({ id: id as EventId, commandId: id, ...event }) as unknown as Recorded<EventOf<T>>;
};

/**
 * The events as one stream: revisions follow the given order, and `recordedAt` never decreases. For an event that was recorded late, give it
 * late in the list with its own `recordedAt`.
 */
export const asHistory = (events: readonly ExampleEvent[]): readonly Recorded<PersonalFileEvent>[] => {
  let last = '' as Instant;
  return events.map((event, revision) => {
    if (event.recordedAt > last) last = event.recordedAt;
    return { ...event, revision, recordedAt: last } as Recorded<PersonalFileEvent>;
  });
};

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** Four FNV-1a hashes with different start values, written as a UUID of version 8 (custom). It is strong enough to give examples different ids. */
const uuidOf = (text: string): string => {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
