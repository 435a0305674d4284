import { currentVersion, upcast } from './decode';
import type { Instant, LocalDate } from './calendar';
import { isAboutEntries } from './entry/entry.events';
import type { MadeCorrection, Recorded } from './event';
import type { EventId } from './ids';
import { byOccurrence } from './occurrence';
import { caseOf } from './thing-ids';
import { foldFile, type PersonalFile } from './personal-file';
import type { EventOf, PersonalFileEvent, PersonalFileEventType } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** A moment on two clocks: as it was on the day `asOf`, by what was known at the instant `knownAt`. A clock that is left out excludes nothing. */
export interface Moment {
  readonly asOf?: LocalDate;
  readonly knownAt?: Instant;
}

/**
 * The events that count at a moment, corrected and in folding order: (occurredOn, occurredTime, revision).
 * Events and corrections recorded after `knownAt` are left out. Corrections are applied before `asOf` is compared, so a corrected day can move
 * an entry across `asOf`. `asOf` does not hide a party or a representative: they are named, they do not happen on a day. Redacted
 * entries are left out. So are the correcting events themselves: they have been applied, and the content they quote may lie after `asOf`.
 * Source: the design's "Corrections" and "Replay".
 */
export const effectiveEvents = (recorded: readonly Event[], moment: Moment = {}): readonly Event[] => {
  const { asOf, knownAt } = moment;
  const known = knownAt === undefined ? recorded : recorded.filter((event) => event.recordedAt <= knownAt);
  const verdicts = lastVerdicts(known);
  const effective: Event[] = [];
  for (const event of known) {
    if (event.redacted || isAboutEntries(event.type)) continue;
    const verdict = verdicts.size > 0 ? verdicts.get(event.id) : undefined;
    if (verdict?.type === 'EntryRetracted') continue;
    const counted = verdict ? corrected(event, verdict, correctionsOf(event, known)) : event;
    if (asOf === undefined || counted.occurredOn <= asOf || NAMED.has(counted.type)) effective.push(counted);
  }
  return effective.sort(byOccurrence);
};

/** What is named and does not happen on a day: a replay shows it as soon as it was known. Its own days say when it counts. */
const NAMED: ReadonlySet<PersonalFileEventType> = new Set(['PartyRecorded', 'RepresentativeRegistered']);

/** The file at a moment. */
export const fileAt = (recorded: readonly Event[], moment: Moment = {}): PersonalFile =>
  foldFile(effectiveEvents(recorded, moment));

type Amendment = Recorded<EventOf<'EntryCorrected'> | EventOf<'EntryRetracted'>>;

/** For every entry, the correction or retraction that counts: the last one by revision. */
export const lastVerdicts = (known: readonly Event[]): ReadonlyMap<EventId, Amendment> => {
  const verdicts = new Map<EventId, Amendment>();
  for (const event of known) {
    if ((event.type === 'EntryCorrected' || event.type === 'EntryRetracted') && !event.redacted) {
      const earlier = verdicts.get(event.data.eventId);
      if (!earlier || earlier.revision < event.revision) verdicts.set(event.data.eventId, event);
    }
  }
  return verdicts;
};

/** The legible corrections of an entry in the order of recording, each with what the entry said before it. */
const correctionsOf = (event: Event, known: readonly Event[]): readonly MadeCorrection[] => {
  let before: object = event.data;
  return known.flatMap((one) => {
    if (one.type !== 'EntryCorrected' || one.redacted || one.data.eventId !== event.id) return [];
    const made = { eventId: one.id, on: one.occurredOn, by: one.recordedBy, before };
    before = upcast(event.type, one.data.schemaVersion, one.data.data);
    return [made];
  });
};

/** The entry with the content of its correction. Type, event id and place in the stream do not change. */
const corrected = (
  event: Event,
  { data: said }: Recorded<EventOf<'EntryCorrected'>>,
  corrections: readonly MadeCorrection[],
): Event => {
  const { type } = event;
  const data = upcast(type, said.schemaVersion, said.data);
  const caseId = caseOf(type, unlessSaid(event.caseId, said.caseId), data);
  const occurredTime = unlessSaid(event.occurredTime, said.occurredTime);
  return {
    ...event,
    occurredOn: said.occurredOn ?? event.occurredOn,
    occurredTime,
    caseId,
    schemaVersion: currentVersion(type),
    corrections,
    data,
  } as Event;
};

/** A value that is left out keeps the old value; `null` removes it. */
const unlessSaid = <T>(was: T | undefined, said: T | null | undefined): T | undefined =>
  said === undefined ? was : (said ?? undefined);
