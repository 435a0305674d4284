import { isConsistent } from './consistency';
import { hashingWith } from './hashing';
import { consistency } from './merkle-vectors.json';
import { primitives } from './rfc6962.fixture';

/**
 * The vectors of transparency-dev/merkle, whose source and licence stand in the file. Not in `wantErr`: a root of 9 bytes, which it accepts where the
 * sizes are equal.
 */
const bytes = (text: string | null): Uint8Array => Uint8Array.from(Buffer.from(text ?? '', 'base64'));

const acceptsHere = (vector: (typeof consistency)[number]): boolean =>
  isConsistent(
    hashingWith(primitives),
    { size: vector.size1, root: bytes(vector.root1) },
    { size: vector.size2, root: bytes(vector.root2) },
    ((vector.proof ?? []) as readonly string[]).map(bytes),
  );

describe('the vectors of transparency-dev/merkle', () => {
  it.each(consistency)('$file: $desc', (vector) => {
    const areHashes = [vector.root1, vector.root2].every((root) => bytes(root).length === 32);
    expect(acceptsHere(vector)).toBe(!vector.wantErr && areHashes);
  });

  it('are some of each', () => {
    expect(consistency.filter(acceptsHere).length).toBeGreaterThan(4);
    expect(consistency.filter(({ wantErr }) => wantErr).length).toBeGreaterThan(80);
  });
});
