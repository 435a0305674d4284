import { HistoryDamaged, type OrderedEvent, type StoreOrder } from '@rt/event-store';
import type { Destroyed } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';
import type { FollowedEvent, TreeStore } from './tree-store';

/**
 * Adds new events of the store to the tree, up to the last event.
 * @param eventsMax the call ends after about this many events, so that a large number is added in several calls
 * @returns true if the tree has reached the store's last event
 * @throws HistoryDamaged at the first event whose envelope does not have its hash: a damaged event must not get a leaf
 */
export const followStore = async (
  order: StoreOrder,
  tree: TreeStore,
  eventsMax = Number.POSITIVE_INFINITY,
): Promise<boolean> => {
  const after = await tree.position();
  let added = 0;
  for await (const batch of order.readOrder({ after })) {
    if (added >= eventsMax) return false;
    await tree.add(batch.map(followed));
    added += batch.length;
  }
  return true;
};

const followed = (event: OrderedEvent): FollowedEvent => {
  const { stream, revision, position, envelope } = event;
  const hash = p.sha256(p.utf8(envelope));
  if (Buffer.from(hash).toString('hex') !== event.hash) throw new HistoryDamaged(stream, revision, position);
  const redaction = redactionIn(event);
  return { position, hash, stream, revision, ...(redaction && { redaction }) };
};

/** The envelope is canonical JSON, in which quotation marks inside a text are escaped. So neither mark can occur inside a text. */
const marks = ['"redacts":"', '"type":"EntryRedacted"'];

export const redactionIn = ({ envelope, stream, revision }: OrderedEvent): Destroyed | undefined => {
  if (!marks.some((mark) => envelope.includes(mark))) return undefined;
  const { redacts } = JSON.parse(envelope) as { readonly redacts?: string };
  return { stream, revision, ...(redacts !== undefined && { redacts }) };
};
