import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hashingWith, NotAProof, sameBytes } from '@rt/proof';
import { readCheckpointFiles, type CheckpointFiles } from './checkpoint-files';
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

/** The end of the store as a checkpoint signed it. */
export interface SignedEnd {
  /** The file of the note. */
  readonly file: string;
  /** The store held at least so many events, in positions without a gap. */
  readonly position: number;
  readonly madeAt: string;
}

/** The newest checkpoint of this store in a folder, by the names of the files; undefined if none of them is its own or there is no such folder. */
export const newestSignedEnd = (folder: string, signer: ExpectedSigner): SignedEnd | undefined => {
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    const end = signedEndOf(file, signer);
    if (end !== undefined) return { file, ...end };
  }
  return undefined;
};

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

const signedEndOf = (file: string, signer: ExpectedSigner): Omit<SignedEnd, 'file'> | undefined => {
  try {
    const { anchor, heads } = ownCheckpoint(readCheckpointFiles(file), signer);
    const position = heads.reduce((sum, { lastRevision }) => sum + lastRevision + 1, 0);
    return { position, madeAt: anchor.time };
  } catch {
    // A file of somebody else, or a damaged one, is no witness.
    return undefined;
  }
};

const ownCheckpoint = (
  { note, lists }: CheckpointFiles,
  signer: ExpectedSigner,
): ReturnType<typeof checkLists> => {
  const checkpoint = openCheckpoint(note, signer);
  if (typeof checkpoint === 'string' || lists === undefined) throw new NotAProof('it is not of this store');
  return checkLists(lists, checkpoint);
};
