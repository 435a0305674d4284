import { GrowingRoot } from './growing-root';
import { split, type Hashing } from './hashing';
import { hashBytes, NotAProof } from './primitives';

/**
 * The storage of the tiles of a tree (C2SP tlog-tiles). A tile of level 0 contains up to 256 leaf hashes; a tile of the next level contains the roots
 * of up to 256 full tiles below it. A partial tile is replaced by a fuller one with the same beginning.
 */
export interface Tiles {
  read(level: number, n: number): Uint8Array | undefined;
  write(level: number, n: number, hashes: Uint8Array): void;
}

const tileWidth = 256;
const tileHeight = 8;
/** The limit of tiles whose inner nodes are cached, at 16 KB each. */
const expandedMax = 512;

/** An RFC 6962 tree over tiles: appends leaves, and proves inclusion and consistency for any size it has had. */
export class TiledTree {
  /** The rightmost tile of every level, which is filled from the left. A full one is written and emptied. */
  private readonly edge: { readonly bytes: Uint8Array; used: number }[] = [];
  private readonly expanded = new Map<string, readonly Uint8Array[]>();

  /** @param size the number of leaves in the tiles. There may be more by now, if another process has added some */
  constructor(
    private readonly hashing: Hashing,
    private readonly tiles: Tiles,
    private leaves = 0,
  ) {
    for (let level = 0, n = leaves; n > 0; level++, n = Math.floor(n / tileWidth)) {
      const used = n % tileWidth;
      const bytes = new Uint8Array(tileWidth * hashBytes);
      if (used > 0) bytes.set(this.stored(level, Math.floor(n / tileWidth)).subarray(0, used * hashBytes));
      this.edge.push({ bytes, used });
    }
  }

  get size(): number {
    return this.leaves;
  }

  /** Adds leaves; the partial tiles are written once, after the last of them. */
  append(leafHashes: readonly Uint8Array[]): void {
    for (const hash of leafHashes) {
      if (hash.length !== hashBytes) throw new NotAProof('a hash is not 32 bytes');
      this.push(0, hash);
      this.leaves++;
    }
    for (let level = 0, n = this.leaves; n > 0; level++, n = Math.floor(n / tileWidth)) {
      const edge = this.edge[level];
      if (edge !== undefined && edge.used > 0)
        this.tiles.write(level, Math.floor(n / tileWidth), edge.bytes.slice(0, edge.used * hashBytes));
    }
  }

  root(size = this.leaves): Uint8Array {
    this.check(size, this.leaves);
    return size === 0 ? this.hashing.emptyRoot : this.range(0, size);
  }

  /** The hashes of some leaves in order; fewer than `count` at the end of the tree. */
  leafHashes(from: number, count: number): Uint8Array[] {
    const to = Math.min(from + count, this.leaves);
    const hashes: Uint8Array[] = [];
    for (let at = from; at < to;) {
      const bytes = this.tile(0, Math.floor(at / tileWidth));
      const end = Math.min(to, (Math.floor(at / tileWidth) + 1) * tileWidth);
      for (; at < end; at++)
        hashes.push(bytes.slice((at % tileWidth) * hashBytes, ((at % tileWidth) + 1) * hashBytes));
    }
    return hashes;
  }

  /** RFC 6962 2.1.1: the audit path of a leaf in the tree of the first `size` leaves. */
  inclusion(index: number, size = this.leaves): Uint8Array[] {
    this.check(size, this.leaves);
    this.check(index, size - 1);
    return this.path(index, 0, size);
  }

  /** RFC 6962 2.1.2: that the tree of `size` leaves begins with that of `first` leaves. */
  consistency(first: number, size = this.leaves): Uint8Array[] {
    this.check(size, this.leaves);
    this.check(first, size);
    if (first === 0) return [];
    const prove = (m: number, lo: number, hi: number, whole: boolean): Uint8Array[] => {
      if (m === hi - lo) return whole ? [] : [this.range(lo, hi)];
      const k = split(hi - lo);
      return m <= k
        ? [...prove(m, lo, lo + k, whole), this.range(lo + k, hi)]
        : [...prove(m - k, lo + k, hi, false), this.range(lo, lo + k)];
    };
    return prove(first, 0, size, true);
  }

  /** One proof for many leaves: the hash of every subtree that holds none of them, from left to right. @param indexes ascending */
  multi(indexes: readonly number[], size = this.leaves): Uint8Array[] {
    this.check(size, this.leaves);
    for (const index of indexes) this.check(index, size - 1);
    const proof: Uint8Array[] = [];
    const walk = (lo: number, hi: number, from: number, to: number): void => {
      if (from === to) proof.push(this.range(lo, hi));
      if (from === to || hi - lo === 1) return;
      const k = lo + split(hi - lo);
      let middle = from;
      while (middle < to && (indexes[middle] as number) < k) middle++;
      walk(lo, k, from, middle);
      walk(k, hi, middle, to);
    };
    if (size > 0) walk(0, size, 0, indexes.length);
    return proof;
  }

  private check(index: number, max: number): void {
    if (!(Number.isInteger(index) && index >= 0 && index <= max))
      throw new RangeError(`the tree has ${this.leaves} leaves; ${index} is outside`);
  }

  private path(m: number, lo: number, hi: number): Uint8Array[] {
    if (hi - lo === 1) return [];
    const k = split(hi - lo);
    return m < lo + k
      ? [...this.path(m, lo, lo + k), this.range(lo + k, hi)]
      : [...this.path(m, lo + k, hi), this.range(lo, lo + k)];
  }

  /** The root over the leaves from `lo` up to `hi`; `lo` is a multiple of a power of two that is at least their number. */
  private range(lo: number, hi: number): Uint8Array {
    const count = hi - lo;
    const height = Math.log2(count);
    if (Number.isInteger(height)) return this.node(height, lo / count);
    const k = split(count);
    return this.hashing.node(this.range(lo, lo + k), this.range(lo + k, hi));
  }

  /** The root of a perfect subtree. It is in a tile, or is computed from the content of one. */
  private node(height: number, index: number): Uint8Array {
    const level = Math.floor(height / tileHeight);
    const within = height % tileHeight;
    const tile = Math.floor((index * 2 ** within) / tileWidth);
    const at = (index % (tileWidth >> within)) * hashBytes;
    const layer = this.layersOf(level, tile)[within] as Uint8Array;
    return layer.slice(at, at + hashBytes);
  }

  /** The nodes of a tile by height, beginning with the content of the tile. */
  private layersOf(level: number, tile: number): readonly Uint8Array[] {
    const key = `${level} ${tile}`;
    const known = this.expanded.get(key);
    if (known !== undefined) return known;
    const bottom = this.tile(level, tile);
    const layers = [bottom.slice()];
    for (let height = 1; height < tileHeight; height++) {
      const below = layers[height - 1] as Uint8Array;
      const layer = new Uint8Array(Math.floor(below.length / hashBytes / 2) * hashBytes);
      for (let at = 0; at < layer.length; at += hashBytes) {
        const left = below.subarray(2 * at, 2 * at + hashBytes);
        layer.set(this.hashing.node(left, below.subarray(2 * at + hashBytes, 2 * at + 2 * hashBytes)), at);
      }
      layers.push(layer);
    }
    // A full tile never changes.
    if (bottom.length === tileWidth * hashBytes) {
      if (this.expanded.size >= expandedMax) this.expanded.clear();
      this.expanded.set(key, layers);
    }
    return layers;
  }

  private tile(level: number, n: number): Uint8Array {
    const edge = this.edge[level];
    const isEdge = n === Math.floor(this.leaves / tileWidth ** (level + 1));
    return isEdge && edge !== undefined
      ? edge.bytes.subarray(0, edge.used * hashBytes)
      : this.stored(level, n);
  }

  private stored(level: number, n: number): Uint8Array {
    const bytes = this.tiles.read(level, n);
    if (bytes === undefined) throw new NotAProof(`tile ${level}/${n} is missing`);
    return bytes;
  }

  private push(level: number, hash: Uint8Array): void {
    const edge = (this.edge[level] ??= { bytes: new Uint8Array(tileWidth * hashBytes), used: 0 });
    edge.bytes.set(hash, edge.used * hashBytes);
    edge.used++;
    if (edge.used < tileWidth) return;
    this.tiles.write(level, Math.floor(this.leaves / tileWidth ** (level + 1)), edge.bytes.slice());
    const root = new GrowingRoot(this.hashing);
    for (let at = 0; at < edge.bytes.length; at += hashBytes) root.push(edge.bytes.slice(at, at + hashBytes));
    edge.used = 0;
    this.push(level + 1, root.root());
  }
}
