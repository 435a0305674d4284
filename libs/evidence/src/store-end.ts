import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hashingWith, sameBytes, type StreamHead } from '@rt/proof';
import { readCheckpointFiles, readKeptCheckpoint, type CheckpointFiles } from './checkpoint-files';
import { checkLists } from './checkpoint-lists';
import { nodePrimitives as p } from './node-primitives';
import { openCheckpoint, type ExpectedSigner } from './open-checkpoint';
import type { TreeStore } from './tree-store';

const hashing = hashingWith(p);

/** The last event that a tree has followed; undefined if it has none. */
export const treeEnd = async (
  tree: TreeStore,
): Promise<{ readonly position: number; readonly isHash: (hash: string) => boolean } | undefined> => {
  const position = await tree.position();
  if (position === undefined) return undefined;
  const leafOf = await tree.leafFinder();
  const [leaf] = await tree.leafHashes(leafOf(position), 1);
  const isHash = (hash: string): boolean =>
    leaf !== undefined && sameBytes(leaf, hashing.leaf(Buffer.from(hash, 'hex')));
  return { position: Number(position), isHash };
};

/** What a checkpoint signed: the tree, and the end of the store. */
export interface SignedEnd {
  /** The file of the checkpoint. */
  readonly file: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The store held at least so many events, in positions without a gap. */
  readonly position: number;
  readonly heads: readonly StreamHead[];
  /** The generation of the keys. */
  readonly keys: number;
  readonly madeAt: string;
}

/** The newest checkpoint of this store in a folder, by the names of the files; undefined if none of them is its own or there is no such folder. */
export const newestSignedEnd = (folder: string, signer: ExpectedSigner): SignedEnd | undefined => {
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    const end = signedEndOf(file, () => readCheckpointFiles(file), signer);
    if (end !== undefined) return end;
  }
  return undefined;
};

/** The newest checkpoint, as the store keeps it beside its tree; undefined if there is none. */
export const keptSignedEnd = (file: string, signer: ExpectedSigner): SignedEnd | undefined =>
  signedEndOf(file, () => readKeptCheckpoint(file), signer);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.checkpoint'))
      .sort()
      .reverse();
  } catch {
    // A folder that is not mounted is reported when the next checkpoint is due.
    return [];
  }
};

const signedEndOf = (
  file: string,
  read: () => CheckpointFiles,
  signer: ExpectedSigner,
): SignedEnd | undefined => {
  try {
    const { note, lists } = read();
    const checkpoint = openCheckpoint(note, signer);
    if (typeof checkpoint === 'string' || lists === undefined) return undefined;
    const { anchor, heads } = checkLists(lists, checkpoint);
    const position = heads.reduce((sum, { lastRevision }) => sum + lastRevision + 1, 0);
    return { file, ...checkpoint, position, heads, keys: anchor.keys, madeAt: anchor.time };
  } catch {
    // A file of somebody else, or a damaged one, is no witness.
    return undefined;
  }
};
