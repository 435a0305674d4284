import { hashBytes, NotAProof, type Primitives } from './primitives';

/** The hashes of an RFC 6962 Merkle tree. */
export interface Hashing {
  /** The hash of a tree without leaves. */
  readonly emptyRoot: Uint8Array;
  leaf(data: Uint8Array): Uint8Array;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
}

/** RFC 6962 2.1: a leaf is hashed with a zero byte before it, a node with a one, so that neither can be mistaken for the other. */
export const hashingWith = ({ sha256 }: Pick<Primitives, 'sha256'>): Hashing => {
  // The inputs have fixed lengths and are hashed at once, so that one buffer of each serves all calls.
  const eventInput = new Uint8Array(1 + hashBytes);
  const nodeInput = new Uint8Array(1 + 2 * hashBytes).fill(1, 0, 1);
  return {
    emptyRoot: sha256(new Uint8Array()),
    leaf(data) {
      const input = data.length === hashBytes ? eventInput : new Uint8Array(1 + data.length);
      input.set(data, 1);
      return sha256(input);
    },
    node(left, right) {
      if (left.length !== hashBytes || right.length !== hashBytes)
        throw new NotAProof('a hash is not 32 bytes');
      nodeInput.set(left, 1);
      nodeInput.set(right, 1 + hashBytes);
      return sha256(nodeInput);
    },
  };
};

/** The largest power of two below `n`, which must be at least 2: where RFC 6962 splits a tree of `n` leaves. */
export const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};
