import type { LocalDate } from './calendar';
import type { Situation } from './decider';
import { upcast } from './decode';
import type { Recorded } from './event';
import { effectiveEvents } from './history';
import type { EventId, ThingKind } from './ids';
import type { Configuration } from './measures';
import type { FoldedFile, PersonalFile } from './personal-file';
import { foldFile } from './personal-file';
import { isAboutEntries } from './entry/entry.events';
import { createdIn, type NewId } from './thing-ids';
import type { PersonalFileEvent } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** The part of a situation that follows from the file alone. */
export type FoldedSituation = Omit<Situation, 'today' | 'configuration'>;

/** The situation for deciders, from a stream as it was recorded. */
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
 * A situation to which events are added one by one, so that each command of a batch is decided with the events before it. It works on a
 * copy, so adding events does not change the situation it started from. A test proves that adding events gives the same result as folding
 * the whole file again.
 */
export class FoldingOn {
  private folded: { file: FoldedFile } & { [M in Maps]: Map<string, never> };

  constructor(from: FoldedSituation) {
    this.folded = {
      file: (from.file as FoldedFile).copy(),
      entries: new Map(from.entries) as never,
      taken: new Map(from.taken) as never,
      partOf: new Map(from.partOf) as never,
      existing: new Map(from.existing) as never,
    };
  }

  /** The current situation. It must not be used after the next event is added. */
  get situation(): FoldedSituation {
    return this.folded as unknown as FoldedSituation;
  }

  add(event: Event): void {
    const { file, entries, taken, partOf, existing } = this.folded;
    entries.set(event.id, event as never);
    if (changesThePast(event) || !file.add(event)) {
      this.folded = foldSituation([...(entries as ReadonlyMap<string, Event>).values()]) as never;
      return;
    }
    for (const { id, kind, partOf: whole } of createdIn(event.type, event.data)) {
      taken.set(id, kind as never);
      existing.set(id, kind as never);
      if (whole !== undefined) partOf.set(id, whole as never);
    }
  }
}

/** An event about another entry changes the past, so the whole file is folded again. */
const changesThePast = ({ redacted, type }: Event): boolean => redacted === true || isAboutEntries(type);

type Maps = 'entries' | 'taken' | 'partOf' | 'existing';

/** The situation after more events. */
export const foldOn = (from: FoldedSituation, added: readonly Event[]): FoldedSituation => {
  const folding = new FoldingOn(from);
  for (const event of added) folding.add(event);
  return folding.situation;
};

/** The folded file after more events; undefined if the whole file must be folded again instead. */
export const fileWith = (from: PersonalFile, added: readonly Event[]): PersonalFile | undefined => {
  if (added.some(changesThePast)) return undefined;
  const file = (from as FoldedFile).copy();
  return added.every((event) => file.add(event)) ? file : undefined;
};

/** The situation as if an entry had never been recorded. The ids that the entry gave to things are free again. */
export const withoutEntry = (situation: Situation, eventId: EventId): Situation =>
  situationOf(
    [...situation.entries.values()].filter((event) => event.id !== eventId),
    situation.today,
    situation.configuration,
  );

/** The content of every correction, as an event of the corrected entry's type, because the ids in it are taken too. */
const correctedEntries = (
  recorded: readonly Event[],
  entries: ReadonlyMap<EventId, Event>,
): readonly Pick<Event, 'type' | 'data'>[] =>
  recorded.flatMap((event) => {
    if (event.type !== 'EntryCorrected' || event.redacted) return [];
    const target = entries.get(event.data.eventId);
    if (!target) return [];
    const data = upcast(target.type, event.data.schemaVersion, event.data.data);
    return [{ type: target.type, data }];
  });

const createdBy = (
  events: readonly { readonly type: Event['type']; readonly data: object; readonly redacted?: true }[],
): readonly NewId[] => events.flatMap((event) => (event.redacted ? [] : createdIn(event.type, event.data)));
