import type { EventSpec, Recorded } from './event';
import type { ThingIds, ThingKind } from './ids';
import { Thread } from './thread';
import { SPECS, type EventOf, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

/**
 * The personal file (personakt) as rules and deciders see it: every thing with what was recorded about it, every event by type.
 * Steps meet here. Folding is total: any subset of a real history folds; a reference to a thing that is not there reads as none.
 */
export interface PersonalFile {
  readonly opened: Recorded<EventOf<'PersonalFileOpened'>> | undefined;
  /** The things of a kind, in the order of folding. */
  every<K extends ThingKind>(kind: K): readonly Thread<K>[];
  /** A thing by its id; undefined where there is none, or no id. */
  get<K extends ThingKind>(kind: K, id: ThingIds[K] | null | undefined): Thread<K> | undefined;
  /** The events of a type, in the order of folding. */
  all<T extends PersonalFileEventType>(type: T): readonly Recorded<EventOf<T>>[];
}

const nothing: readonly never[] = [];

class FoldedFile implements PersonalFile {
  private readonly things = new Map<ThingKind, Map<string, Thread<ThingKind>>>();
  private readonly byType = new Map<string, Recorded<PersonalFileEvent>[]>();

  get opened() {
    return this.all('PersonalFileOpened')[0];
  }

  every<K extends ThingKind>(kind: K): readonly Thread<K>[] {
    const things = this.things.get(kind);
    return (things ? [...things.values()] : nothing) as unknown as readonly Thread<K>[];
  }

  get<K extends ThingKind>(kind: K, id: ThingIds[K] | null | undefined): Thread<K> | undefined {
    return id === null || id === undefined
      ? undefined
      : (this.things.get(kind)?.get(id) as unknown as Thread<K> | undefined);
  }

  all<T extends PersonalFileEventType>(type: T): readonly Recorded<EventOf<T>>[] {
    return (this.byType.get(type) ?? nothing) as unknown as readonly Recorded<EventOf<T>>[];
  }

  keep(event: Recorded<PersonalFileEvent>): void {
    const list = this.byType.get(event.type);
    if (list) list.push(event);
    else this.byType.set(event.type, [event]);
  }

  begin(kind: ThingKind, event: Recorded<PersonalFileEvent>): void {
    const id = idIn(event, kind);
    if (typeof id !== 'string') return;
    let things = this.things.get(kind);
    if (!things) this.things.set(kind, (things = new Map()));
    things.set(id, new Thread(kind, id as ThingIds[ThingKind], event as never));
  }

  attach(kind: ThingKind, event: Recorded<PersonalFileEvent>): void {
    this.things
      .get(kind)
      ?.get(idIn(event, kind) as string)
      ?.attach(event);
  }

  link(
    kind: ThingKind,
    event: Recorded<PersonalFileEvent>,
    references: Readonly<Record<string, ThingKind>>,
  ): void {
    const thread = this.things.get(kind)?.get(idIn(event, kind) as string);
    if (!thread) return;
    for (const field in references) {
      const id = (event.data as Record<string, unknown>)[field];
      if (typeof id === 'string')
        this.things
          .get(references[field] as ThingKind)
          ?.get(id)
          ?.link(thread);
    }
  }
}

const idIn = (event: Recorded<PersonalFileEvent>, kind: ThingKind): unknown =>
  (event.data as Record<string, unknown>)[`${kind}Id`];

/** What the fold needs of every type, worked out once: the references at the top of a payload become links. */
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
 * Folds events that are already corrected and in order (see `effectiveEvents`). Things first, then what is said of them,
 * so that an event about a thing counts even where it bears an earlier day than the thing.
 */
export const foldFile = (events: readonly Recorded<PersonalFileEvent>[]): PersonalFile => {
  const file = new FoldedFile();
  for (const event of events) {
    const creates = folding.get(event.type)?.spec.creates;
    if (creates) file.begin(creates, event);
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
