import type { Hashing } from './hashing';
import { hashBytes, sameBytes } from './primitives';

/** The root of a tree with its number of leaves. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** RFC 9162 2.1.4.2: true if the proof shows that the newer tree begins with all leaves of the older one, in the same order. */
export const isConsistent = (
  hashing: Hashing,
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Uint8Array[],
): boolean => {
  if (![older.root, newer.root, ...proof].every(({ length }) => length === hashBytes)) return false;
  if (![older.size, newer.size].every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, hashing.emptyRoot);
  return older.size < newer.size && walksToBoth(hashing, older, newer, proof);
};

const half = (n: number): number => Math.floor(n / 2);

const walksToBoth = (
  hashing: Hashing,
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Uint8Array[],
): boolean => {
  // A tree whose size is a power of two is a node of the newer tree itself, so the proof leaves its root out.
  const isNode = Number.isInteger(Math.log2(older.size));
  const [first, ...rest] = isNode ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let at = older.size - 1;
  let last = newer.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let olderRoot = first;
  let newerRoot = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      olderRoot = hashing.node(hash, olderRoot);
      newerRoot = hashing.node(hash, newerRoot);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newerRoot = hashing.node(newerRoot, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(olderRoot, older.root) && sameBytes(newerRoot, newer.root);
};
