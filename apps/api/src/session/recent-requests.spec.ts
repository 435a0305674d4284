import { ThrottlerStorageService } from '@nestjs/throttler';
import fc from 'fast-check';
import { RecentRequests } from './recent-requests';

const ttl = 60_000;

describe('the requests of the last minute', () => {
  let at: number;
  beforeEach(() => {
    at = 1_000_000;
    jest.spyOn(performance, 'now').mockImplementation(() => at);
    jest.spyOn(Date, 'now').mockImplementation(() => at);
  });
  afterEach(() => jest.restoreAllMocks());

  it('are counted and blocked as by the storage of the library', async () => {
    const arrivals = fc.array(
      fc.record({ afterMs: fc.integer({ min: 0, max: 40_000 }), key: fc.constantFrom('a', 'b') }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 4 }), async (requests, limit) => {
        const [ours, theirs] = [new RecentRequests(), new ThrottlerStorageService()];
        for (const { afterMs, key } of requests) {
          at += afterMs;
          const { totalHits, isBlocked, timeToBlockExpire } = await ours.increment(key, ttl, limit, ttl);
          const expected = await theirs.increment(key, ttl, limit, ttl, 'default');
          expect(isBlocked).toBe(expected.isBlocked);
          if (isBlocked) expect(timeToBlockExpire).toBe(expected.timeToBlockExpire);
          else expect(totalHits).toBe(expected.totalHits);
        }
        theirs.onApplicationShutdown();
      }),
      { numRuns: 300 },
    );
  });

  it('keep nothing of a user who has not asked for a minute', async () => {
    const requests = new RecentRequests();
    for (let user = 0; user < 100; user++) await requests.increment(`user ${user}`, ttl, 10, ttl);
    at += 2 * ttl;
    await requests.increment('another', ttl, 10, ttl);
    expect([...(requests as unknown as { recent: Map<string, unknown> }).recent.keys()]).toEqual(['another']);
  });

  it('are removed from memory when they have stopped to count', async () => {
    const requests = new RecentRequests();
    for (let n = 0; n < 10_000; n++, at += 30) await requests.increment('one', ttl, 100_000, ttl);
    const [one] = (requests as unknown as { recent: Map<string, { until: number[] }> }).recent.values();
    expect(one?.until.length).toBeLessThan(4_000);
    expect((await requests.increment('one', ttl, 100_000, ttl)).totalHits).toBe(2_000);
  });
});
