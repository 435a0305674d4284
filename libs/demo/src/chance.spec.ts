import { Chance } from './chance';

describe('chance', () => {
  it('is the same for the same seed, and a fork does not depend on earlier draws', () => {
    const one = new Chance('seed');
    const other = new Chance('seed');
    other.whole(1, 100);
    expect(one.fork('a').uuid()).toBe(other.fork('a').uuid());
    expect(one.fork('a').uuid()).not.toBe(one.fork('b').uuid());
    expect(new Chance('seed').uuid()).not.toBe(new Chance('seed 2').uuid());
  });

  it('gives every whole number about as often as the others, both ends included', () => {
    const chance = new Chance('dice');
    const times = new Map<number, number>();
    for (let throws = 0; throws < 6000; throws++) {
      const eyes = chance.whole(1, 6);
      times.set(eyes, (times.get(eyes) ?? 0) + 1);
    }
    expect([...times.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    // The expected count is 1000 each; four standard deviations are 115.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });

  it('shuffles without losing an element, and does not change the list', () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = new Chance('cards').shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
    expect(list[0]).toBe(0);
  });

  it('makes random UUIDs that all differ', () => {
    const chance = new Chance('ids');
    const ids = Array.from({ length: 10_000 }, () => chance.uuid());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
