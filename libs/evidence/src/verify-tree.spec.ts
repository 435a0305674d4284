import type { StoreOrder } from '@rt/event-store';
import { eraseStream, newEvent } from '@rt/event-store/store.fixture';
import { followStore } from './follow';
import { emptyTree, EvidenceHouse, otherKey } from './evidence-house.fixture';

const exchangePositions = [
  'UPDATE events SET position = -1 WHERE position = 4',
  'UPDATE events SET position = 4 WHERE position = 5',
  'UPDATE events SET position = 5 WHERE position = -1',
];

describe('the order of the store', () => {
  let house: EvidenceHouse;
  beforeEach(async () => {
    house = await EvidenceHouse.open();
    await house.write(9);
    await house.evidence.follow();
  });

  it('is whole, also where the tree has not followed yet', async () => {
    expect(await house.problems()).toEqual([]);
    await house.write(3);
    expect(await house.problems()).toEqual([]);
    expect(await house.tree.size()).toBe(9);
  });

  it('is not whole where two files’ events have exchanged their positions, which no chain shows', async () => {
    house.tamper('events', ...exchangePositions);
    expect((await house.store.verify()).ok).toBe(true);
    expect(await house.problems()).toEqual(['otherPlace s1/1', 'otherPlace s0/1']);
  });

  it('is not whole where a last event was changed and its hash computed again', async () => {
    house.moveLastDay('s2');
    expect(await house.problems()).toEqual(['otherPlace s2/2']);
  });

  it('gives a damaged event no leaf, so that the undamaged one still fits when it is put back', async () => {
    await house.write(1);
    const damage = (from: string, to: string) =>
      house.tamper(
        'events',
        `UPDATE events SET envelope = replace(envelope, '${from}', '${to}') WHERE position = 10`,
      );
    damage('2026-03-02', '2026-03-12');
    await expect(house.evidence.checkpoint()).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
    damage('2026-03-12', '2026-03-02');
    await house.evidence.checkpoint();
    expect(await house.problems()).toEqual([]);
  });

  it('is followed in several steps where many events are new', async () => {
    await house.write(3);
    expect(await house.evidence.follow(1)).toBe(true);
    house.tamper('tree', ...emptyTree);
    const many: StoreOrder = {
      async *readOrder() {
        for await (const batch of house.store.readOrder({ after: await house.tree.position() }))
          for (const event of batch) yield [event];
      },
      streamStates: () => house.store.streamStates(),
      lastPosition: () => house.store.lastPosition(),
      readProvable: (stream) => house.store.readProvable(stream),
    };
    expect(await followStore(many, house.tree, 5)).toBe(false);
    expect(await house.tree.size()).toBe(5);
    expect(await followStore(many, house.tree, 7)).toBe(true);
  });

  it('is not whole where a file’s rows are gone', async () => {
    house.tamper('events', 'DELETE FROM events WHERE stream = 2');
    expect(await house.problems()).toEqual(['eventsMissing']);
  });

  it('is whole after a file was erased, also if the tree had not followed before', async () => {
    await house.write(3);
    await eraseStream(house.store, 's1', 3);
    expect(await house.problems()).toEqual([]);
    expect(await house.tree.size()).toBe(13);
    await house.write(2, 1);
    await house.evidence.follow();
    expect(await house.problems()).toEqual([]);
  });

  it('is whole where files were erased before there was a tree', async () => {
    await eraseStream(house.store, 's0', 2);
    house.tamper('tree', ...emptyTree);
    await house.evidence.follow();
    expect(await house.problems()).toEqual([]);
    expect(await house.tree.size()).toBe(10);
  });
});

describe('a checkpoint', () => {
  let house: EvidenceHouse;
  beforeEach(async () => {
    house = await EvidenceHouse.open();
    await house.write(9);
  });

  it('still fits when the history has gone on, files have been erased and the municipality has another name', async () => {
    const outside = await house.evidence.checkpoint();
    await house.write(6);
    await eraseStream(house.store, 's1', 4);
    await house.evidence.checkpoint();
    expect(await house.problems(outside)).toEqual([]);
    expect(await house.problems({ note: outside.note })).toEqual([]);
  });

  it('holds the head of every stream and of the access log, and what was destroyed', async () => {
    await house.store.append('s0', 2, [newEvent({ type: 'EntryRedacted', redacts: 'some-entry' })]);
    await eraseStream(house.store, 's2', 2);
    const { lists } = await house.evidence.checkpoint();
    expect(lists.heads.map((text) => JSON.parse(text))).toMatchObject([
      { stream: 'erasures-board-1', lastRevision: 0 },
      { stream: 's0', lastRevision: 3 },
      { stream: 's1', lastRevision: 2 },
      { stream: 's2', lastRevision: 2, erased: true },
    ]);
    expect(lists.destroyed.map((text) => JSON.parse(text))).toEqual([
      { stream: 's0', revision: 3, redacts: 'some-entry' },
      { stream: 's2' },
    ]);
    expect(lists.anchor.text).toMatch(/^access 3 BwcHBw/m);
    expect(lists.anchor.text).toMatch(/^keys 1$/m);
  });

  it('is proved to continue the latest ones, and an older one that is asked for', async () => {
    const first = await house.evidence.checkpoint();
    await house.write(3);
    const second = await house.evidence.checkpoint(first.note);
    expect(second.lists.consistency.map(({ from }) => from)).toEqual([first.size]);
    await expect(house.evidence.checkpoint((await EvidenceHouse.open()).evidence.publicKey)).rejects.toThrow(
      'not signed by this store',
    );
  });

  it('says what the access log must still hold, and that an anchor which cannot be read says nothing', async () => {
    const outside = await house.evidence.checkpoint();
    const head = { entries: 3, hash: '07'.repeat(32) };
    expect(await house.evidence.accessHeads()).toEqual([head]);
    house.tamper('tree', `UPDATE checkpoints SET anchor = 'none'`);
    expect(await house.evidence.accessHeads(outside.lists)).toEqual([head]);
  });

  it('finds a cut-off end, also where the tree was cut with it', async () => {
    const outside = await house.evidence.checkpoint();
    house.tamper('tree', ...emptyTree);
    house.tamper('events', 'DELETE FROM events WHERE position > 6');
    await house.evidence.follow();
    expect(await house.problems()).toEqual([]);
    expect(await house.problems(outside)).toEqual([
      'lostSince',
      'lostSince s0/2',
      'lostSince s1/2',
      'lostSince s2/2',
    ]);
  });

  it('finds a history that was written anew, tree and all', async () => {
    const outside = await house.evidence.checkpoint();
    house.moveLastDay('s2');
    house.tamper('tree', ...emptyTree);
    await house.evidence.follow();
    await house.evidence.checkpoint();
    expect(await house.problems(outside)).toEqual(['rewritten s2/2', 'otherHistory']);
  });

  it('finds that a kept checkpoint or its anchor was changed', async () => {
    await house.evidence.checkpoint();
    house.tamper('tree', `UPDATE checkpoints SET anchor = replace(anchor, 'time 2026', 'time 2027')`);
    expect(await house.problems()).toEqual(['anchorChanged']);
    house.tamper('tree', `UPDATE checkpoints SET note = 'none'`);
    expect(await house.problems()).toEqual(['ownNote', 'anchorChanged']);
  });

  it('is refused with another key, of another store, and with other lists', async () => {
    const outside = await house.evidence.checkpoint();
    expect(await house.problems({ ...outside, key: otherKey() })).toEqual(['badSignature']);
    const other = await EvidenceHouse.open();
    expect(await house.problems(await other.evidence.checkpoint())).toEqual(['badSignature']);
    for (const lists of [
      { ...outside.lists, heads: outside.lists.heads.slice(1) },
      { ...outside.lists, destroyed: ['{"stream":"s0"}'] },
      { ...outside.lists, anchor: { ...outside.lists.anchor, proof: [] } },
    ])
      expect(await house.problems({ ...outside, lists })).toEqual(['badLists']);
  });
});
