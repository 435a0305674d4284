import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { openCity, type City } from './city.fixture';

const signIn = async (server: Server, userId: string): Promise<string> => {
  const { headers } = await request(server).post('/api/v1/session').send({ userId }).expect(201);
  return (headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] as string;
};

const withCity = async (requestsPerMinuteMax: number, work: (city: City) => Promise<void>): Promise<void> => {
  const city = await openCity({ requestsPerMinuteMax });
  try {
    city.onDay('2026-03-02');
    await work(city);
  } finally {
    await city.close();
  }
};

describe('the limits of requests', () => {
  it('count the searches of a user over all sessions', () =>
    withCity(100_000, async ({ server }) => {
      const statuses: number[] = [];
      for (let session = 0; session < 5; session += 1) {
        const cookie = await signIn(server, 'hl-farsta-1');
        for (let searches = 0; searches < 13; searches += 1) {
          const asked = request(server).post('/api/v1/search').set('Cookie', cookie);
          statuses.push((await asked.send({ term: 'Kim' })).status);
        }
      }
      expect(statuses).toEqual([...Array<number>(60).fill(200), ...Array<number>(5).fill(429)]);
    }));

  it('count requests with random cookies by address, and let users with a session through', () =>
    withCity(300, async ({ server }) => {
      const ask = (cookie: string) => request(server).get('/api/v1/findings').set('Cookie', cookie);
      const statuses: number[] = [];
      for (let i = 0; i < 40; i += 1) statuses.push((await ask(`rt-session=${randomUUID()}`)).status);
      expect(statuses).toEqual([...Array<number>(30).fill(401), ...Array<number>(10).fill(429)]);
      expect((await ask('rt-session=none')).body.code).toBe('TOO_MANY_REQUESTS');
      expect((await ask(await signIn(server, 'hl-farsta-1'))).status).toBe(200);
    }));

  it('let one user’s requests not take those of another at the same address', () =>
    withCity(100, async ({ server }) => {
      const cookie = await signIn(server, 'hl-farsta-1');
      const ask = (own: string) => request(server).get('/api/v1/session').set('Cookie', own);
      const statuses: number[] = [];
      for (let i = 0; i < 101; i += 1) statuses.push((await ask(cookie)).status);
      expect(statuses).toEqual([...Array<number>(100).fill(200), 429]);
      expect((await request(server).post('/api/v1/session').send({ userId: 'hl-farsta-2' })).status).toBe(
        429,
      );
    }));

  it('count signing in apart', () =>
    withCity(300, async ({ server }) => {
      const ask = () => request(server).post('/api/v1/session').send({ userId: 'hl-farsta-1' });
      const statuses: number[] = [];
      for (let i = 0; i < 5; i += 1) statuses.push((await ask()).status);
      expect(statuses).toEqual([201, 201, 201, 429, 429]);
      expect((await request(server).get('/api/v1/directory')).status).toBe(200);
    }));
});

describe('the body of a request that is refused', () => {
  const nested = `${'[{"a":'.repeat(80_000)}1${'}]'.repeat(80_000)}`;

  it('is not parsed without a session, nor beyond what an open route takes', () =>
    withCity(100_000, async ({ server }) => {
      const parse = jest.spyOn(JSON, 'parse');
      const post = (address: string, body: string) =>
        request(server).post(address).set('Content-Type', 'application/json').send(body);
      const answers = [
        await post(`/api/v1/files/${randomUUID()}/events`, nested),
        await post('/api/v1/files', '{"no JSON'),
        await post('/api/v1/search', nested),
        await post('/api/v1/session', nested),
      ];
      // The test client parses the answers, which are short.
      const parsed = parse.mock.calls.filter(([text]) => String(text).startsWith('[{"a":'));
      parse.mockRestore();
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 413]);
      expect(parsed).toEqual([]);
    }));
});
