/**
 * Events in a few words, for the examples of rules and for tests: a type, a day, and what is special. All that is left unsaid is
 * what an ordinary, well-kept thread would hold. Pure: the same words make the same event, ids included.
 */
import type { Instant, LocalDate } from './calendar';
import { EXAMPLE_DATA } from './example-data';
import { exampleId } from './example-ids';
import type { EventEnvelope, Recorded } from './event';
import type { EventId, UnitId, UserId } from './ids';
import { SPECS, type EventOf, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

export { exampleId } from './example-ids';

type DataOf<T extends PersonalFileEventType> = EventOf<T>['data'];

/** What differs from the ordinary; a field given as `undefined` is left out of the event. */
export type Special<T extends PersonalFileEventType> = {
  readonly [F in keyof DataOf<T>]?: DataOf<T>[F] | undefined;
};

/**
 * An event as `recorded` makes it. Were it the union of all events, the compiler would try every member of it for every event of every
 * example, which took longer than all the rest of its work.
 */
export interface ExampleEvent extends EventEnvelope {
  readonly type: PersonalFileEventType;
  readonly data: object;
}

/**
 * An event as it was recorded at noon (UTC) of its own day, unless `envelope` says otherwise. It stands in the case `exampleId('case')` where its type
 * wants one. Its id follows from all it says, so two events that are to differ must differ in something: a thing's id, a day.
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
    schemaVersion: 1,
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
 * Events as one stream: revisions in the order given, recordedAt never decreasing. What was recorded late is given late, with its own `recordedAt`.
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

/** FNV-1a, four times with different starts, written as a UUID (version 8: made by its own rule). Good enough to tell examples apart. */
const uuidOf = (text: string): string => {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((start) => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
