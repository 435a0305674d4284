import type { Recorded } from './event';
import type { ThingIds, ThingKind } from './ids';
import { merged, putInOrder } from './occurrence';
import type { AboutType, CreatorOf, EventOf, PersonalFileEvent } from './vocabulary';

const nothing: readonly never[] = [];

/** One thing of a file (an order, a plan, a consent …) with every event about it, in folding order. */
export class Thing<K extends ThingKind> {
  private readonly about = new Map<string, Recorded<PersonalFileEvent>[]>();
  private readonly links = new Map<ThingKind, Thing<ThingKind>[]>();

  constructor(
    readonly kind: K,
    readonly id: ThingIds[K],
    /** The event that created it. */
    readonly created: Recorded<EventOf<CreatorOf<K>>>,
  ) {}

  /** The events of one or several types about this thing after its creation, in folding order. */
  since<T extends AboutType<K>>(...types: readonly T[]): readonly Recorded<EventOf<T>>[] {
    const lists = types.map((type) => this.about.get(type) ?? nothing);
    return merged(lists) as unknown as readonly Recorded<EventOf<T>>[];
  }

  /** The things of a kind whose creation refers to this one: the plans of an order, the orders of a decision. */
  linked<L extends ThingKind>(kind: L): readonly Thing<L>[] {
    return (this.links.get(kind) ?? nothing) as unknown as readonly Thing<L>[];
  }

  /** Every event about this thing except its creation, in folding order. */
  allSince(): readonly Recorded<PersonalFileEvent>[] {
    return merged([...this.about.values()]);
  }

  /** For the fold alone. */
  attach(event: Recorded<PersonalFileEvent>): void {
    const list = this.about.get(event.type);
    if (list) putInOrder(list, event, itself);
    else this.about.set(event.type, [event]);
  }

  /** For the fold alone. */
  link(thing: Thing<ThingKind>): void {
    const list = this.links.get(thing.kind);
    if (list) putInOrder(list, thing, createdOf);
    else this.links.set(thing.kind, [thing]);
  }

  /** For the fold alone: a copy with lists of its own and without links. */
  copy(): Thing<K> {
    const copy = new Thing(this.kind, this.id, this.created);
    for (const [type, list] of this.about) copy.about.set(type, [...list]);
    return copy;
  }

  /** For the fold alone: takes over the links of another thing, each replaced by the copy of the linked thing. */
  linkAs(other: Thing<K>, copyOf: (thing: Thing<ThingKind>) => Thing<ThingKind>): void {
    for (const [kind, list] of other.links) this.links.set(kind, list.map(copyOf));
  }
}

const itself = (event: Recorded<PersonalFileEvent>) => event;
const createdOf = (thing: Thing<ThingKind>) => thing.created as unknown as Recorded<PersonalFileEvent>;
