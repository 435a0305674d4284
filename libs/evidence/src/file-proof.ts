import type { StoreOrder, StreamName } from '@rt/event-store';
import { bundleFormat, hashingWith, inclusionIn, type ProofBundle, type ProvedEvent } from '@rt/proof';
import { headLeaves, toBase64, type CheckpointLists } from './checkpoint-lists';
import { nodePrimitives as p } from './node-primitives';
import type { TreeStore } from './tree-store';

export interface FileProofOptions {
  /** False: the payloads stay closed; type, days and who recorded are shown. */
  readonly withPayloads: boolean;
}

/** A checkpoint whose lists have been checked against its note. */
export interface SignedCheckpoint {
  readonly note: string;
  readonly size: number;
  readonly lists: CheckpointLists;
}

/**
 * The history of one stream up to its head in a checkpoint, with everything that proves it.
 * @returns undefined if the checkpoint has no head of the stream
 * @throws StreamErased, HistoryDamaged
 */
export const proveStream = async (
  { order, tree }: { readonly order: StoreOrder; readonly tree: TreeStore },
  stream: StreamName,
  { note, size, lists }: SignedCheckpoint,
  { withPayloads }: FileProofOptions,
): Promise<ProofBundle | undefined> => {
  const index = lists.heads.findIndex((text) => text.endsWith(`"stream":${JSON.stringify(stream)}}`));
  const text = lists.heads[index];
  if (text === undefined) return undefined;
  const { lastRevision } = JSON.parse(text) as { readonly lastRevision: number };
  const leafOf = await tree.leafFinder();
  const events = (await order.readProvable(stream))
    .slice(0, lastRevision + 1)
    .map(({ position, envelope, plain }): ProvedEvent => {
      const shown = withPayloads && plain !== undefined ? { plain: p.toBase64(plain) } : {};
      return { index: leafOf(position), envelope, ...shown };
    });
  const leaves = events.map((event) => event.index);
  return {
    format: bundleFormat,
    checkpoint: note,
    anchor: lists.anchor,
    head: { index, text, proof: toBase64(inclusionIn(hashingWith(p), headLeaves(lists.heads), index)) },
    events,
    order: toBase64(await tree.multi(leaves, size)),
  };
};
