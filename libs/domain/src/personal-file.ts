import type { EventSpec, Recorded } from './event';
import type { ThingIds, ThingKind } from './ids';
import { byOccurrence, merged, putInOrder } from './occurrence';
import { Thing } from './thing';
import { SPECS, type EventOf, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

/**
 * The personal file (personakt) as rules and deciders see it: every thing with the events about it, and every event by type.
 * Folding is total: any subset of a real history can be folded, and a reference to a missing thing reads as none.
 */
export interface PersonalFile {
  readonly opened: Recorded<EventOf<'PersonalFileOpened'>> | undefined;
  /** The things of a kind, in folding order. */
  things<K extends ThingKind>(kind: K): readonly Thing<K>[];
  /** A thing by its id; undefined if there is no such thing or no id. */
  get<K extends ThingKind>(kind: K, id: ThingIds[K] | null | undefined): Thing<K> | undefined;
  /** The events of one or several types, in folding order. */
  events<T extends PersonalFileEventType>(...types: readonly T[]): readonly Recorded<EventOf<T>>[];
}

const nothing: readonly never[] = [];

export class FoldedFile implements PersonalFile {
  private readonly byKind = new Map<ThingKind, Map<string, Thing<ThingKind>>>();
  private readonly byType = new Map<string, Recorded<PersonalFileEvent>[]>();
  /** Ids that events refer to, but that no thing has. */
  private readonly missing = new Set<string>();

  get opened() {
    return this.events('PersonalFileOpened')[0];
  }

  things<K extends ThingKind>(kind: K): readonly Thing<K>[] {
    const things = this.byKind.get(kind);
    return (things ? [...things.values()] : nothing) as unknown as readonly Thing<K>[];
  }

  get<K extends ThingKind>(kind: K, id: ThingIds[K] | null | undefined): Thing<K> | undefined {
    return id === null || id === undefined
      ? undefined
      : (this.byKind.get(kind)?.get(id) as unknown as Thing<K> | undefined);
  }

  events<T extends PersonalFileEventType>(...types: readonly T[]): readonly Recorded<EventOf<T>>[] {
    const lists = types.map((type) => this.byType.get(type) ?? nothing);
    return merged(lists) as unknown as readonly Recorded<EventOf<T>>[];
  }

  keep(event: Recorded<PersonalFileEvent>): void {
    const list = this.byType.get(event.type);
    if (list) putInOrder(list, event, (kept) => kept);
    else this.byType.set(event.type, [event]);
  }

  create(kind: ThingKind, event: Recorded<PersonalFileEvent>): void {
    const id = idIn(event, kind);
    if (typeof id !== 'string') return;
    let things = this.byKind.get(kind);
    if (!things) this.byKind.set(kind, (things = new Map()));
    things.set(id, new Thing(kind, id as ThingIds[ThingKind], event as never));
  }

  attach(kind: ThingKind, event: Recorded<PersonalFileEvent>): void {
    this.known(kind, idIn(event, kind))?.attach(event);
  }

  private known(kind: ThingKind, id: unknown): Thing<ThingKind> | undefined {
    const thing = this.byKind.get(kind)?.get(id as string);
    if (!thing) this.missing.add(id as string);
    return thing;
  }

  link(
    kind: ThingKind,
    event: Recorded<PersonalFileEvent>,
    references: Readonly<Record<string, ThingKind>>,
  ): void {
    const thing = this.byKind.get(kind)?.get(idIn(event, kind) as string);
    if (!thing) return;
    for (const field in references) {
      const id = (event.data as Record<string, unknown>)[field];
      if (typeof id === 'string') this.known(references[field] as ThingKind, id)?.link(thing);
    }
  }

  /** Adds one event at its place in folding order. Returns false and changes nothing if the whole file must be folded again instead. */
  add(event: Recorded<PersonalFileEvent>): boolean {
    const fold = folding.get(event.type);
    if (!fold) throw new Error(`unknown event type ${event.type}`);
    const { creates, about } = fold.spec;
    if (creates) {
      const id = idIn(event, creates) as string;
      if (this.byKind.get(creates)?.has(id) || this.missing.has(id)) return false;
      this.create(creates, event);
      this.putInFoldingOrder(creates, event);
    }
    this.keep(event);
    if (about) this.attach(about, event);
    if (fold.links) this.link(creates as ThingKind, event, fold.links);
    return true;
  }

  /** Keeps the things of a kind in folding order. If the thing added last belongs before others, all of them are sorted again. */
  private putInFoldingOrder(kind: ThingKind, added: Recorded<PersonalFileEvent>): void {
    const things = [...(this.byKind.get(kind)?.values() ?? nothing)];
    const before = things.at(-2);
    if (!before || byOccurrence(before.created, added) <= 0) return;
    things.sort((a, b) => byOccurrence(a.created, b.created));
    this.byKind.set(kind, new Map(things.map((thing) => [thing.id as string, thing])));
  }

  /** A copy that shares no lists or things with this file, so that events can be added to it alone. */
  copy(): FoldedFile {
    const copy = new FoldedFile();
    for (const [type, list] of this.byType) copy.byType.set(type, [...list]);
    for (const id of this.missing) copy.missing.add(id);
    const copies = new Map<Thing<ThingKind>, Thing<ThingKind>>();
    for (const [kind, things] of this.byKind)
      copy.byKind.set(
        kind,
        new Map(
          [...things].map(([id, thing]) => {
            const twin = thing.copy();
            copies.set(thing, twin);
            return [id, twin] as const;
          }),
        ),
      );
    for (const [thing, twin] of copies) twin.linkAs(thing, (linked) => copies.get(linked) ?? linked);
    return copy;
  }
}

const idIn = (event: Recorded<PersonalFileEvent>, kind: ThingKind): unknown =>
  (event.data as Record<string, unknown>)[`${kind}Id`];

/** What the fold needs to know of every type, computed once. References at the top level of a payload become links. */
const folding = new Map<
  string,
  { readonly spec: EventSpec; readonly links?: Readonly<Record<string, ThingKind>> }
>(
  Object.entries<EventSpec>(SPECS).map(([type, spec]) => {
    const direct = Object.entries(spec.refers ?? {}).filter(
      ([path]) => !path.includes('.') && !path.includes('['),
    );
    if (spec.creates && spec.about) direct.push([`${spec.about}Id`, spec.about]);
    return [type, spec.creates && direct.length > 0 ? { spec, links: Object.fromEntries(direct) } : { spec }];
  }),
);

/**
 * Folds events that are already corrected and in folding order (see `effectiveEvents`). It creates all things first and attaches events
 * afterwards, so that an event about a thing counts even if its day is before the creation of the thing.
 */
export const foldFile = (events: readonly Recorded<PersonalFileEvent>[]): FoldedFile => {
  const file = new FoldedFile();
  for (const event of events) {
    const creates = folding.get(event.type)?.spec.creates;
    if (creates) file.create(creates, event);
  }
  for (const event of events) {
    const fold = folding.get(event.type);
    if (!fold) throw new Error(`unknown event type ${(event as { type: string }).type}`);
    file.keep(event);
    if (fold.spec.about) file.attach(fold.spec.about, event);
    if (fold.links) file.link(fold.spec.creates as ThingKind, event, fold.links);
  }
  return file;
};
