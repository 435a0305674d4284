import type { Recorded } from './event';
import type { ThingIds, ThingKind } from './ids';
import { putInOrder } from './occurrence';
import type { AboutType, CreatorOf, EventOf, PersonalFileEvent } from './vocabulary';

const nothing: readonly never[] = [];

/** One thing of a file (an order, a plan, a consent …) with everything that was recorded about it, in the order of folding. */
export class Thread<K extends ThingKind> {
  private readonly about = new Map<string, Recorded<PersonalFileEvent>[]>();
  private readonly links = new Map<ThingKind, Thread<ThingKind>[]>();

  constructor(
    readonly kind: K,
    readonly id: ThingIds[K],
    /** The event that brought it into being. */
    readonly begun: Recorded<EventOf<CreatorOf<K>>>,
  ) {}

  /** The later events of a type about this thing. */
  later<T extends AboutType<K>>(type: T): readonly Recorded<EventOf<T>>[] {
    return (this.about.get(type) ?? nothing) as unknown as readonly Recorded<EventOf<T>>[];
  }

  /** The things of a kind whose beginning refers to this one: the plans of an order, the orders of a decision. */
  linked<L extends ThingKind>(kind: L): readonly Thread<L>[] {
    return (this.links.get(kind) ?? nothing) as unknown as readonly Thread<L>[];
  }

  /** Every event about this thing but the first, in no particular order between the types. */
  allLater(): readonly Recorded<PersonalFileEvent>[] {
    return [...this.about.values()].flat();
  }

  /** For the fold alone. */
  attach(event: Recorded<PersonalFileEvent>): void {
    const list = this.about.get(event.type);
    if (list) putInOrder(list, event, itself);
    else this.about.set(event.type, [event]);
  }

  /** For the fold alone. */
  link(thread: Thread<ThingKind>): void {
    const list = this.links.get(thread.kind);
    if (list) putInOrder(list, thread, begunOf);
    else this.links.set(thread.kind, [thread]);
  }

  /** For the fold alone: the same without its links, in lists of its own. */
  copy(): Thread<K> {
    const copy = new Thread(this.kind, this.id, this.begun);
    for (const [type, list] of this.about) copy.about.set(type, [...list]);
    return copy;
  }

  /** For the fold alone: the links of another, each to its own copy. */
  linkAs(other: Thread<K>, copyOf: (thread: Thread<ThingKind>) => Thread<ThingKind>): void {
    for (const [kind, list] of other.links) this.links.set(kind, list.map(copyOf));
  }
}

const itself = (event: Recorded<PersonalFileEvent>) => event;
const begunOf = (thread: Thread<ThingKind>) => thread.begun as unknown as Recorded<PersonalFileEvent>;
