import type { Recorded } from './event';
import type { ThingIds, ThingKind } from './ids';
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
    if (list) list.push(event);
    else this.about.set(event.type, [event]);
  }

  /** For the fold alone. */
  link(thread: Thread<ThingKind>): void {
    const list = this.links.get(thread.kind);
    if (list) list.push(thread);
    else this.links.set(thread.kind, [thread]);
  }
}
