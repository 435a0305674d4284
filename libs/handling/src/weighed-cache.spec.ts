import fc from 'fast-check';
import { WeighedCache } from './weighed-cache';

describe('a cache with a limit to its weight', () => {
  it('forgets what was used longest ago', () => {
    const cache = new WeighedCache<string, number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 4);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3, 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('keeps nothing that alone is too much, nor what stood there before it', () => {
    const cache = new WeighedCache<string, number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 10);
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 2]);
    cache.set('b', 3, 11);
    expect(cache.get('b')).toBeUndefined();
  });

  it('never holds more than it may, and always what was set last', () => {
    const change = fc.record({ key: fc.integer({ min: 0, max: 6 }), weight: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const cache = new WeighedCache<number, number>(10);
        const weights = new Map<number, number>();
        for (const { key, weight } of changes) {
          cache.set(key, weight, weight);
          weights.set(key, weight);
          expect(cache.get(key)).toBe(weight);
          const held = [...weights.keys()].filter((known) => cache.get(known) !== undefined);
          expect(held.reduce((sum, known) => sum + (weights.get(known) as number), 0)).toBeLessThanOrEqual(
            10,
          );
        }
      }),
    );
  });
});
