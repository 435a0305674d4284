import type { Hashing } from './hashing';

/** The root of a tree whose leaves arrive one by one. It keeps one hash for every perfect subtree: at most 53. */
export class GrowingRoot {
  private readonly subtrees: { readonly leaves: number; readonly hash: Uint8Array }[] = [];
  size = 0;

  constructor(private readonly hashing: Hashing) {}

  /** @param leafHash the hash of the next leaf */
  push(leafHash: Uint8Array): void {
    this.size++;
    let last = { leaves: 1, hash: leafHash };
    for (let before = this.subtrees.at(-1); before?.leaves === last.leaves; before = this.subtrees.at(-1)) {
      this.subtrees.pop();
      last = { leaves: last.leaves * 2, hash: this.hashing.node(before.hash, last.hash) };
    }
    this.subtrees.push(last);
  }

  root(): Uint8Array {
    const hashes = this.subtrees.map(({ hash }) => hash);
    return hashes.length === 0
      ? this.hashing.emptyRoot
      : hashes.reduceRight((right, left) => this.hashing.node(left, right));
  }
}

/** The root over leaf hashes that are all in memory. */
export const rootOf = (hashing: Hashing, leafHashes: readonly Uint8Array[]): Uint8Array => {
  const growing = new GrowingRoot(hashing);
  for (const hash of leafHashes) growing.push(hash);
  return growing.root();
};
