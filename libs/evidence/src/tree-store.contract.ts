import { hashingWith, rootOf } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';
import type { FollowedEvent, TreeStore } from './tree-store';

const hashing = hashingWith(p);
const event = (position: number, over: Partial<FollowedEvent> = {}): FollowedEvent => ({
  position: String(position),
  hash: p.sha256(p.utf8(`event ${position}`)),
  stream: `personalFile-${position % 7}`,
  revision: position,
  ...over,
});
const events = (from: number, to: number): FollowedEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => event(from + i));
const leaf = ({ hash }: FollowedEvent): Uint8Array => hashing.leaf(hash);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const signed = ({ size }: { size: number }): string => `signed ${size}`;

/**
 * The contract that every tree store adapter passes. `openStore` opens a store on the same storage each time; every test begins with an empty
 * storage.
 */
export const treeStoreContract = (adapter: string, openStore: () => TreeStore): void => {
  describe(`${adapter} keeps the contract of the tree store`, () => {
    it('is empty at first', async () => {
      const tree = openStore();
      expect([await tree.position(), await tree.size(), hex(await tree.root(0))]).toEqual([
        undefined,
        0,
        hex(hashing.emptyRoot),
      ]);
    });

    it('takes events up in their order, once each, and keeps its position with them', async () => {
      const tree = openStore();
      await tree.add(events(1, 300));
      await tree.add(events(200, 310));
      expect([await tree.position(), await tree.size()]).toEqual(['310', 310]);
      expect(hex(await tree.root(310))).toBe(hex(rootOf(hashing, events(1, 310).map(leaf))));
    });

    it('knows the last revision of every stream that it has followed', async () => {
      const tree = openStore();
      await tree.add(events(1, 20));
      await tree.add(events(15, 22));
      const known = ['personalFile-1', 'personalFile-2', 'personalFile-9'].map((name) =>
        tree.lastRevision(name),
      );
      expect(await Promise.all(known)).toEqual([22, 16, undefined]);
    });

    it('gives a position that no event has the leaf of empty data', async () => {
      const tree = openStore();
      await tree.add([event(1), event(4)]);
      const empty = hashing.leaf(new Uint8Array());
      expect((await tree.leafHashes(0, 9)).map(hex)).toEqual(
        [leaf(event(1)), empty, empty, leaf(event(4))].map(hex),
      );
    });

    it('keeps an anchor among the events with the note that signs it, and finds every event’s leaf', async () => {
      const tree = openStore();
      await tree.add(events(1, 2));
      expect(await tree.addCheckpoint('anchor 1', signed)).toEqual({
        size: 3,
        position: '2',
        anchor: 'anchor 1',
        note: 'signed 3',
      });
      await tree.add(events(3, 4));
      await tree.addCheckpoint('anchor 2', signed);
      await tree.add(events(5, 5));
      const find = await tree.leafFinder();
      expect(['1', '2', '3', '4', '5', '6'].map(find)).toEqual([0, 1, 3, 4, 6, 7]);
      expect((await tree.checkpoints()).map(({ size, note }) => [size, note])).toEqual([
        [3, 'signed 3'],
        [6, 'signed 6'],
      ]);
      expect((await tree.checkpoints(1)).map(({ size }) => size)).toEqual([6]);
      expect((await tree.leafHashes(2, 1)).map(hex)).toEqual([hex(hashing.leaf(p.utf8('anchor 1')))]);
    });

    it('keeps nothing of a checkpoint that could not be signed', async () => {
      const tree = openStore();
      await tree.add(events(1, 256));
      const failing = (): string => {
        throw new Error('no key');
      };
      await expect(tree.addCheckpoint('anchor', failing)).rejects.toThrow('no key');
      expect([await tree.size(), await tree.checkpoints()]).toEqual([256, []]);
      await tree.add(events(257, 257));
      expect(hex(await tree.root(257))).toBe(hex(rootOf(hashing, events(1, 257).map(leaf))));
    });

    it('is one tree for several handles', async () => {
      const [tree, other] = [openStore(), openStore()];
      await tree.add(events(1, 100));
      await other.add(events(1, 150));
      await tree.addCheckpoint('anchor', signed);
      await other.add(events(151, 400));
      expect(await tree.size()).toBe(401);
      expect(hex(await tree.root(401))).toBe(hex(await other.root(401)));
      expect((await tree.inclusion(7, 401)).map(hex)).toEqual((await other.inclusion(7, 401)).map(hex));
    });

    it('proves older sizes too', async () => {
      const tree = openStore();
      await tree.add(events(1, 500));
      const older = rootOf(hashing, events(1, 77).map(leaf));
      expect(hex(await tree.root(77))).toBe(hex(older));
      expect(await tree.multi([3], 77)).toHaveLength((await tree.inclusion(3, 77)).length);
      expect((await tree.consistency(77, 500)).length).toBeGreaterThan(3);
    });

    it('keeps recorded redactions in the order of the store', async () => {
      const tree = openStore();
      const redaction = { stream: 's', revision: 4, redacts: 'e' };
      await tree.add([
        event(1),
        event(2, { redaction }),
        event(3, { redaction: { stream: 't', revision: 1 } }),
      ]);
      expect(await tree.redactions()).toEqual([
        { ...redaction, position: '2' },
        { stream: 't', revision: 1, position: '3' },
      ]);
    });
  });
};
