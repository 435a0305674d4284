import type { StoreOrder } from '@rt/event-store';
import {
  destroyedHash,
  destroyedText,
  hashFromBase64,
  hashingWith,
  NotAProof,
  readAnchor,
  readHead,
  rootOf,
  sameBytes,
  type Anchor,
  type Destroyed,
  type StreamHead,
} from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';

const hashing = hashingWith(p);

/** The file that belongs to a note: the lists whose roots its anchor contains, and what a witness needs. Hashes are in base64. */
export interface CheckpointLists {
  readonly format: typeof listsFormat;
  readonly anchor: { readonly text: string; readonly proof: readonly string[] };
  /** The leaves of the tree of heads, one text for each stream. */
  readonly heads: readonly string[];
  /** What was destroyed, one text for each entry or stream. */
  readonly destroyed: readonly string[];
  /** Proofs that the signed tree begins with the trees of earlier checkpoints. */
  readonly consistency: readonly { readonly from: number; readonly proof: readonly string[] }[];
}

export const listsFormat = 'roda-traden-checkpoint-lists/v1';

export const toBase64 = (hashes: readonly Uint8Array[]): readonly string[] => hashes.map(p.toBase64);

/** @throws NotAProof */
export const fromBase64 = (hashes: readonly string[]): readonly Uint8Array[] =>
  hashes.map((text) => hashFromBase64(p, text));

/** The heads of all streams as leaves of their tree, sorted by stream. A stream in which no event was ever stored has no head. */
export const readHeads = async (order: StoreOrder): Promise<readonly StreamHead[]> => {
  const heads: StreamHead[] = [];
  for await (const head of order.streamStates()) if (head.lastRevision >= 0) heads.push(head);
  return heads.sort((a, b) => (a.stream < b.stream ? -1 : 1));
};

export const headLeaves = (texts: readonly string[]): readonly Uint8Array[] =>
  texts.map((text) => hashing.leaf(p.utf8(text)));

/** The list of destroyed data: erased streams, and the entries of recorded redactions. */
export const destroyedLines = (
  heads: readonly StreamHead[],
  redactions: readonly Destroyed[],
): readonly string[] =>
  [
    ...heads.filter(({ erased }) => erased).map(({ stream }) => destroyedText({ stream })),
    ...redactions.map(destroyedText),
  ].sort();

export const listHashes = (
  heads: readonly string[],
  destroyed: readonly string[],
): Pick<Anchor, 'heads' | 'destroyed'> => ({
  heads: { count: heads.length, hash: rootOf(hashing, headLeaves(heads)) },
  destroyed: destroyedHash(p, destroyed),
});

export interface CheckedLists {
  readonly anchor: Anchor;
  readonly heads: readonly StreamHead[];
}

/**
 * Checks that the lists belong to the tree with this root: the anchor is its last leaf and contains their roots. No stream may have two heads.
 * @throws NotAProof
 */
export const checkLists = (
  lists: CheckpointLists,
  tree: { readonly size: number; readonly root: Uint8Array },
): CheckedLists => {
  if (lists.format !== listsFormat) throw new NotAProof('the lists have another format');
  const leaf = hashing.leaf(p.utf8(lists.anchor.text));
  // The last leaf lies to the right of every other subtree, so its audit path is a fold from right to left.
  const root = fromBase64(lists.anchor.proof).reduce((right, left) => hashing.node(left, right), leaf);
  if (!sameBytes(root, tree.root)) throw new NotAProof('the anchor is not the last leaf of the signed tree');
  const anchor = readAnchor(p, lists.anchor.text);
  const found = listHashes(lists.heads, lists.destroyed);
  for (const name of ['heads', 'destroyed'] as const)
    if (found[name].count !== anchor[name].count || !sameBytes(found[name].hash, anchor[name].hash))
      throw new NotAProof(`the list of ${name} is not the one that was signed`);
  const heads = lists.heads.map(readHead);
  heads.reduce((before, head) => {
    if (head.stream <= before) throw new NotAProof('a stream has two heads');
    return head.stream;
  }, '');
  return { anchor, heads };
};
