import fc from 'fast-check';
import { BoundedCache } from './bounded-cache';

const entriesMax = 16;

it('keeps every entry until it is full, and then the newest ones', () => {
  const cache = new BoundedCache<number, string>(entriesMax);
  for (let key = 0; key < 100; key++) {
    cache.set(key, `${key}`);
    expect(cache.get(key)).toBe(`${key}`);
  }
  const held = Array.from({ length: 100 }, (_, key) => key).filter((key) => cache.get(key) !== undefined);
  expect(held).toEqual(Array.from({ length: entriesMax }, (_, i) => 100 - entriesMax + i));
  cache.delete(99);
  expect(cache.get(99)).toBeUndefined();
  cache.clear();
  expect(cache.get(98)).toBeUndefined();
});

it('keeps an entry that is read at least once per quarter of its size in insertions', () => {
  const others = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: entriesMax / 4 - 1 });
  fc.assert(
    fc.property(fc.array(others, { maxLength: 40 }), (rounds) => {
      const cache = new BoundedCache<number, string>(entriesMax);
      cache.set(0, 'asked for');
      for (const round of rounds) {
        for (const key of round) cache.set(key, 'other');
        expect(cache.get(0)).toBe('asked for');
      }
    }),
  );
});
