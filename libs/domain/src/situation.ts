import type { LocalDate } from './calendar';
import type { Situation } from './decider';
import { upcast } from './decode';
import type { Recorded } from './event';
import { effectiveEvents } from './history';
import type { EventId, ThingKind } from './ids';
import type { Configuration } from './measures';
import { foldFile } from './personal-file';
import { createdIn, type NewId } from './thing-ids';
import type { PersonalFileEvent } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** What deciders look at, as far as it follows from the file alone. */
export type FoldedSituation = Omit<Situation, 'today' | 'configuration'>;

/** What deciders look at, from a stream as it was recorded. */
export const situationOf = (
  recorded: readonly Event[],
  today: LocalDate,
  configuration: Configuration,
): Situation => ({ ...foldSituation(recorded), today, configuration });

/** @param recorded a file as it was recorded, in the order of recording */
export const foldSituation = (recorded: readonly Event[]): FoldedSituation => {
  const effective = effectiveEvents(recorded);
  const entries = new Map<EventId, Event>();
  for (const event of recorded) entries.set(event.id, event);
  const taken = new Map<string, ThingKind>();
  const partOf = new Map<string, string>();
  for (const { id, kind, partOf: whole } of createdBy([
    ...recorded,
    ...correctedEntries(recorded, entries),
  ])) {
    taken.set(id, kind);
    if (whole !== undefined) partOf.set(id, whole);
  }
  const existing = new Map<string, ThingKind>();
  for (const { id, kind } of createdBy(effective)) existing.set(id, kind);
  return { file: foldFile(effective), entries, taken, partOf, existing };
};

/**
 * The situation after one more event, so that the commands of a batch are decided one after another and references point backwards.
 * Folds anew: a file is small, and a step that would be cheaper would be a second fold to keep equal to the first.
 */
export const evolve = (situation: Situation, event: Event): Situation =>
  situationOf([...situation.entries.values(), event], situation.today, situation.configuration);

/** The situation as if an entry had never been recorded: its own ids are free again, all else is as it was. */
export const withoutEntry = (situation: Situation, eventId: EventId): Situation =>
  situationOf(
    [...situation.entries.values()].filter((event) => event.id !== eventId),
    situation.today,
    situation.configuration,
  );

/** What corrections say, each as an event of the corrected entry's type: the ids in it are taken too. */
const correctedEntries = (
  recorded: readonly Event[],
  entries: ReadonlyMap<EventId, Event>,
): readonly Pick<Event, 'type' | 'data'>[] =>
  recorded.flatMap((event) => {
    if (event.type !== 'EntryCorrected' || event.redacted) return [];
    const target = entries.get(event.data.eventId);
    if (!target) return [];
    const data = upcast(target.type, event.data.schemaVersion, event.data.data);
    return [{ type: target.type, data } as Pick<Event, 'type' | 'data'>];
  });

const createdBy = (
  events: readonly { readonly type: Event['type']; readonly data: object; readonly redacted?: true }[],
): readonly NewId[] => events.flatMap((event) => (event.redacted ? [] : createdIn(event.type, event.data)));
