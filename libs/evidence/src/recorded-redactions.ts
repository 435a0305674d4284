import { comparePositions, type OrderedEvent, type Position, type StoreOrder } from '@rt/event-store';
import { destroyedText, type Destroyed } from '@rt/proof';
import { redactionIn } from './follow';
import type { TreeProblem } from './tree-problems';
import type { TreeStore } from './tree-store';

/**
 * Compares the redactions that the events record with those that the tree lists. The list is made from the events, and every checkpoint signs it: a row
 * that somebody deletes would bring an entry back at the next restore, and a row that somebody adds would destroy one.
 */
export class RecordedRedactions {
  private readonly recorded = new Map<string, Destroyed>();

  /** @param upTo the last event that the tree has followed; later events are in neither list */
  constructor(private readonly upTo: Position | undefined) {}

  /** A redaction that an earlier checkpoint signed. */
  add(redaction: Destroyed): void {
    this.recorded.set(destroyedText(redaction), redaction);
  }

  see(event: OrderedEvent): void {
    const redaction = redactionIn(event);
    if (redaction !== undefined && this.isFollowed(event.position)) this.add(redaction);
  }

  /** @param isErased true for a stream whose events are gone, so that no event can say what was redacted in it */
  async compare(
    tree: Pick<TreeStore, 'redactions'>,
    isErased: (stream: string) => boolean,
  ): Promise<readonly TreeProblem[]> {
    const rows = (await tree.redactions()).filter(({ position }) => this.isFollowed(position));
    const listed = new Map(rows.map((row) => [destroyedText(row), row]));
    return [
      ...onlyIn(this.recorded, listed, 'redactionUnlisted'),
      ...onlyIn(listed, this.recorded, 'redactionUnrecorded'),
    ].filter(({ stream }) => stream === null || !isErased(stream));
  }

  private isFollowed(position: Position): boolean {
    return this.upTo !== undefined && comparePositions(position, this.upTo) <= 0;
  }
}

const onlyIn = (
  some: ReadonlyMap<string, Destroyed>,
  others: ReadonlyMap<string, Destroyed>,
  kind: TreeProblem['kind'],
): readonly TreeProblem[] =>
  [...some]
    .filter(([text]) => !others.has(text))
    .map(([, { stream, revision }]) => ({ stream, revision: revision ?? null, kind }));

/**
 * The same comparison for a checkpoint that is about to be made, which has no time to read the whole store: what was recorded before the last
 * checkpoint stands in the list that was signed with it.
 * @param last the last checkpoint and its list; undefined if the list is not at hand: then the whole store is read
 */
export const checkListed = async (
  order: StoreOrder,
  tree: TreeStore,
  {
    last,
    erased,
  }: {
    readonly last?: { readonly position?: Position; readonly destroyed: readonly string[] };
    readonly erased: ReadonlySet<string>;
  },
): Promise<readonly TreeProblem[]> => {
  const recorded = new RecordedRedactions(await tree.position());
  for (const line of last?.destroyed ?? []) {
    const destroyed = JSON.parse(line) as Destroyed;
    if (destroyed.revision !== undefined) recorded.add(destroyed);
  }
  for await (const batch of order.readOrder({ after: last?.position }))
    for (const event of batch) recorded.see(event);
  return recorded.compare(tree, (stream) => erased.has(stream));
};
