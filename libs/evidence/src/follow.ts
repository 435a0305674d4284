import type { OrderedEvent, StoreOrder } from '@rt/event-store';
import type { Destroyed } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';
import type { FollowedEvent, TreeStore } from './tree-store';

/** Brings the tree up to the store's last event. */
export const followStore = async (order: StoreOrder, tree: TreeStore): Promise<void> => {
  const after = await tree.position();
  for await (const batch of order.readOrder({ after })) await tree.add(batch.map(followed));
};

const followed = (event: OrderedEvent): FollowedEvent => {
  const redaction = redactionIn(event);
  return {
    position: event.position,
    hash: p.sha256(p.utf8(event.envelope)),
    ...(redaction && { redaction }),
  };
};

/** The envelope is canonical JSON, in which quotation marks inside a text are escaped: neither mark can stand in one. */
const marks = ['"redacts":"', '"type":"EntryRedacted"'];

const redactionIn = ({ envelope, stream, revision }: OrderedEvent): Destroyed | undefined => {
  if (!marks.some((mark) => envelope.includes(mark))) return undefined;
  const { redacts } = JSON.parse(envelope) as { readonly redacts?: string };
  return { stream, revision, ...(redacts !== undefined && { redacts }) };
};
