import type { OrderedEvent, Position, StoreOrder, StreamState } from '@rt/event-store';
import { GrowingRoot, hashingWith, sameBytes, type StreamHead, type TreeHead } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';
import { RecordedRedactions } from './recorded-redactions';
import type { TreeProblem } from './tree-problems';
import type { KeptCheckpoint, TreeStore } from './tree-store';

const hashing = hashingWith(p);
const leavesAtOnce = 4_096;

export interface TreeCheck {
  /** Signed trees that the store's tree must begin with. */
  readonly signed: readonly (TreeHead & { readonly broken: TreeProblem })[];
  /** Heads that were signed: the streams must still hold these events. */
  readonly heads: readonly StreamHead[];
}

/**
 * Reads the whole store in its order and compares every event with its leaf, every anchor with its own leaf, and the roots with the signed roots. The
 * inner nodes of the tree are not trusted: the roots are computed again from the leaves. An event that is not in the tree yet is not compared.
 */
export const checkOrder = async (
  order: Pick<StoreOrder, 'readOrder' | 'streamStates'>,
  tree: TreeStore,
  { signed, heads }: TreeCheck,
): Promise<readonly TreeProblem[]> => {
  const problems: TreeProblem[] = [];
  const anchors = new Map((await tree.checkpoints()).map((kept) => [kept.size - 1, kept]));
  const size = await tree.size();
  const promised = new Map(heads.map((head) => [head.stream, head]));
  const redactions = new RecordedRedactions(await tree.position());
  const events = new EventsByLeaf(order, await tree.leafFinder(), (event) => {
    problems.push(...checkHead(event, promised));
    redactions.see(event);
  });
  const growing = new GrowingRoot(hashing);
  const bySize = Map.groupBy(signed, (head) => head.size);
  const checkRoots = (): void => {
    for (const { root, broken } of bySize.get(growing.size) ?? [])
      if (!sameBytes(root, growing.root())) problems.push(broken);
  };

  let missing = 0;
  checkRoots();
  for (let from = 0; from < size; from += leavesAtOnce) {
    for (const leaf of await tree.leafHashes(from, Math.min(leavesAtOnce, size - from))) {
      const anchor = anchors.get(growing.size);
      if (anchor !== undefined) problems.push(...checkAnchor(anchor, leaf));
      else {
        const event = events.atHand(growing.size) ?? (await events.load(growing.size));
        if (event === undefined) missing++;
        else if (!sameBytes(leaf, hashing.leaf(hashOf(event)))) problems.push(placeOf(event));
      }
      growing.push(leaf);
      checkRoots();
    }
  }
  for (const { size: promisedSize, broken } of signed)
    if (promisedSize > size) problems.push({ ...broken, kind: 'lostSince' });
  await events.drain();
  const erased = await erasedIn(order);
  problems.push(...checkErased(erased, promised, missing));
  problems.push(...(await redactions.compare(tree, (stream) => erased.has(stream))));
  return problems;
};

/** Reads the whole store and compares the events that were heads of their streams when they were signed. */
export const checkHeads = async (
  order: StoreOrder,
  heads: readonly StreamHead[],
): Promise<readonly TreeProblem[]> => {
  const promised = new Map(heads.map((head) => [head.stream, head]));
  const problems: TreeProblem[] = [];
  for await (const batch of order.readOrder())
    for (const event of batch) problems.push(...checkHead(event, promised));
  return [...problems, ...checkErased(await erasedIn(order), promised, 0)];
};

const hashOf = ({ envelope }: OrderedEvent): Uint8Array => p.sha256(p.utf8(envelope));

const placeOf = ({ stream, revision }: OrderedEvent): TreeProblem => ({
  stream,
  revision,
  kind: 'otherPlace',
});

const checkAnchor = ({ anchor }: KeptCheckpoint, leaf: Uint8Array): readonly TreeProblem[] =>
  sameBytes(leaf, hashing.leaf(p.utf8(anchor)))
    ? []
    : [{ stream: null, revision: null, kind: 'anchorChanged' }];

const checkHead = (event: OrderedEvent, promised: Map<string, StreamHead>): readonly TreeProblem[] => {
  const { stream, revision } = event;
  const head = promised.get(stream);
  if (head === undefined || head.erased || head.lastRevision !== revision) return [];
  promised.delete(stream);
  const isSame = Buffer.from(hashOf(event)).toString('hex') === head.lastHash;
  return isSame ? [] : [{ stream, revision, kind: 'rewritten' }];
};

const erasedIn = async (
  order: Pick<StoreOrder, 'streamStates'>,
): Promise<ReadonlyMap<string, StreamState>> => {
  const erased = new Map<string, StreamState>();
  for await (const state of order.streamStates()) if (state.erased) erased.set(state.stream, state);
  return erased;
};

/**
 * Checks the signed heads that remain when all events have been read: their streams have been erased since, or lost. Rows may be missing only if a
 * stream was erased.
 */
const checkErased = (
  erased: ReadonlyMap<string, StreamState>,
  promised: ReadonlyMap<string, StreamHead>,
  missing: number,
): readonly TreeProblem[] => {
  const explained = [...erased.values()].reduce((sum, { lastRevision }) => sum + lastRevision + 1, 0);
  const problems: TreeProblem[] = [];
  for (const { stream, lastRevision, lastHash, erased: wasErased } of promised.values()) {
    const state = erased.get(stream);
    if (state === undefined || state.lastRevision < lastRevision)
      problems.push({ stream, revision: lastRevision, kind: wasErased ? 'rewritten' : 'lostSince' });
    else if (state.lastRevision === lastRevision ? state.lastHash !== lastHash : wasErased)
      problems.push({ stream, revision: lastRevision, kind: 'rewritten' });
  }
  if (missing > explained) problems.push({ stream: null, revision: null, kind: 'eventsMissing' });
  return problems;
};

/** Iterates over the events of the store; each event is visited once. */
class EventsByLeaf {
  private readonly batches: AsyncIterator<readonly OrderedEvent[]>;
  private batch: readonly OrderedEvent[] = [];
  private next = 0;

  constructor(
    order: Pick<StoreOrder, 'readOrder'>,
    private readonly leafOf: (position: Position) => number,
    private readonly seen: (event: OrderedEvent) => void,
  ) {
    this.batches = order.readOrder()[Symbol.asyncIterator]();
  }

  /** The event of a leaf, if it is in the current batch. Leaves are requested in ascending order. */
  atHand(leaf: number): OrderedEvent | undefined {
    for (let event = this.batch[this.next]; event !== undefined; event = this.batch[this.next]) {
      const at = this.leafOf(event.position);
      if (at > leaf) return undefined;
      this.next++;
      this.seen(event);
      if (at === leaf) return event;
    }
    return undefined;
  }

  /** The same, but reads further batches. */
  async load(leaf: number): Promise<OrderedEvent | undefined> {
    while (this.next >= this.batch.length) {
      const { value, done } = await this.batches.next();
      if (done) return undefined;
      this.batch = value;
      this.next = 0;
      const event = this.atHand(leaf);
      if (event !== undefined) return event;
    }
    return undefined;
  }

  async drain(): Promise<void> {
    await this.load(Number.MAX_SAFE_INTEGER);
  }
}
