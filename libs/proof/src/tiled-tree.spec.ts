import fc from 'fast-check';
import { isConsistent } from './consistency';
import { rootOf } from './growing-root';
import { hashingWith } from './hashing';
import { inclusionIn } from './inclusion-in-list';
import { leavesOf, MTH, PATH, PROOF, primitives } from './rfc6962.fixture';
import { TiledTree, type Tiles } from './tiled-tree';

const hashing = hashingWith(primitives);

class TilesInMemory implements Tiles {
  readonly kept = new Map<string, Uint8Array>();
  read(level: number, n: number): Uint8Array | undefined {
    return this.kept.get(`${level}/${n}`);
  }
  write(level: number, n: number, hashes: Uint8Array): void {
    this.kept.set(`${level}/${n}`, hashes);
  }
}

/** A tree filled in batches, and opened again from its tiles before each of them. */
const filled = (hashes: readonly Uint8Array[], batch: number, tiles = new TilesInMemory()): TiledTree => {
  for (let from = 0; from < hashes.length; from += batch)
    new TiledTree(hashing, tiles, from).append(hashes.slice(from, from + batch));
  return new TiledTree(hashing, tiles, hashes.length);
};

const data = leavesOf(1_100);
const hashes = data.map((leaf) => hashing.leaf(leaf));
const tree = filled(hashes, 37);
const plain = (proof: readonly Uint8Array[]) => proof.map((hash) => Buffer.from(hash).toString('hex'));

describe('a tree over tiles, against RFC 6962 written apart', () => {
  it('has the roots of every size', () => {
    for (const size of [0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1_000, 1_100]) {
      expect(plain([tree.root(size)])).toEqual(plain([MTH(data.slice(0, size))]));
      expect(plain([rootOf(hashing, hashes.slice(0, size))])).toEqual(plain([MTH(data.slice(0, size))]));
    }
  });

  it('gives the audit path of any leaf at any size', () => {
    const place = fc
      .integer({ min: 1, max: 1_100 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
    fc.assert(
      fc.property(place, ([size, index]) => {
        const path = plain(PATH(index, data.slice(0, size)));
        expect(plain(tree.inclusion(index, size))).toEqual(path);
        expect(plain(inclusionIn(hashing, hashes.slice(0, size), index))).toEqual(path);
      }),
      { numRuns: 40 },
    );
  });

  it('proves that any size begins with any smaller one', () => {
    const sizes = fc
      .integer({ min: 1, max: 1_100 })
      .chain((newer) => fc.tuple(fc.integer({ min: 1, max: newer }), fc.constant(newer)));
    fc.assert(
      fc.property(sizes, ([older, newer]) => {
        expect(plain(tree.consistency(older, newer))).toEqual(plain(PROOF(older, data.slice(0, newer))));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same however often it was opened again', () => {
    for (const batch of [1, 256, 1_100]) expect(filled(hashes, batch).root()).toEqual(tree.root());
  });

  it('proves older sizes from tiles that another process has filled since', () => {
    const tiles = new TilesInMemory();
    const older = filled(hashes.slice(0, 300), 300, tiles);
    new TiledTree(hashing, tiles, 300).append(hashes.slice(300));
    expect(plain(older.inclusion(40))).toEqual(plain(PATH(40, data.slice(0, 300))));
  });

  it('keeps the tiles of C2SP: 256 hashes, the rest in partial ones', () => {
    const tiles = new TilesInMemory();
    filled(hashes, 200, tiles);
    const sizes = [...tiles.kept].map(([key, bytes]) => `${key}: ${bytes.length / 32}`).sort();
    expect(sizes).toEqual(['0/0: 256', '0/1: 256', '0/2: 256', '0/3: 256', '0/4: 76', '1/0: 4']);
  });

  it('refuses what lies outside, a missing tile and a hash of another length', () => {
    expect(() => tree.inclusion(1_100)).toThrow(RangeError);
    expect(() => tree.root(1_101)).toThrow(RangeError);
    expect(() => new TiledTree(hashing, new TilesInMemory(), 300)).toThrow('tile 0/1 is missing');
    expect(() => new TiledTree(hashing, new TilesInMemory()).append([new Uint8Array(31)])).toThrow(
      '32 bytes',
    );
  });
});

describe('a consistency proof', () => {
  const head = (size: number) => ({ size, root: tree.root(size) });

  it('is accepted as RFC 6962 writes it, and refused with one bit changed, one hash more or one less', () => {
    const sizes = fc
      .integer({ min: 1, max: 1_100 })
      .chain((newer) =>
        fc.tuple(fc.integer({ min: 1, max: newer }), fc.constant(newer), fc.nat(), fc.nat(255)),
      );
    fc.assert(
      fc.property(sizes, ([older, newer, at, bit]) => {
        const proof = PROOF(older, data.slice(0, newer)).map((hash) => Uint8Array.from(hash));
        const accepts = (changed: readonly Uint8Array[]) =>
          isConsistent(hashing, head(older), head(newer), changed);
        expect(accepts(proof)).toBe(true);
        expect(accepts([...proof, new Uint8Array(32)])).toBe(false);
        if (proof.length === 0) return;
        expect(accepts(proof.slice(1))).toBe(false);
        const flipped = proof.map((hash) => hash.slice());
        const hash = flipped[at % flipped.length] as Uint8Array;
        hash[bit >> 3] = (hash[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(accepts(flipped)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused for a tree that was written anew, and for one that shrank', () => {
    const other = filled([...hashes.slice(0, 99), hashes[100] as Uint8Array, ...hashes.slice(100)], 64);
    const proof = other.consistency(500, 1_000);
    expect(isConsistent(hashing, head(500), { size: 1_000, root: other.root(1_000) }, proof)).toBe(false);
    expect(isConsistent(hashing, head(1_000), head(500), tree.consistency(500, 1_000))).toBe(false);
  });
});
