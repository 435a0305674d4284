import type { Server } from 'node:http';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { RECORDABLE } from '../../apps/api/src/openapi/recordable';
import { arbitraryFromSchema } from '../../libs/handling/src/arbitrary-from-schema.fixture';
import { hostile } from '../../libs/handling/src/hostile.fixture';
import { openCity, type City, type Person } from './city.fixture';
import { unforetold, type Description } from './conforms.fixture';

/** Input made from the description of the API, and the same with something wrong in it: whatever comes, the answer is foretold. */
describe('input that nobody foresaw', () => {
  let city: City;
  let description: Description;
  let anna: Person;
  let cookie: string;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    description = city.api.nest.get(OpenApiDocument).whole as unknown as Description;
    anna = city.person('hl-farsta-1');
    cookie = await anna.cookie();
    fileId = await anna.opensFile();
  });
  afterAll(() => city.close());

  const server = (): Server => city.server;

  const foretold = (method: string, address: string, answer: Response): void => {
    expect(answer.status).toBeLessThan(500);
    expect(unforetold(description, method, address, answer)).toEqual([]);
    expect(answer.text).not.toMatch(/node_modules|\bat \S+ \(|SqliteError|SQLITE/);
  };

  const posted = async (address: string, body: string): Promise<Response> =>
    request(server())
      .post(address)
      .set('Cookie', cookie)
      .set('Idempotency-Key', `k-${(keys += 1)}`)
      .set('Content-Type', 'application/json')
      .send(body);
  let keys = 0;

  /** What JSON can carry of it; some surprises are none. */
  const asJson = (value: unknown): string =>
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ??
    'null';

  it('in a body: as described it is stored or refused, and otherwise refused', async () => {
    const steps = fc.constantFrom(...RECORDABLE).chain((type) => {
      const step = arbitraryFromSchema(description.components.schemas[type] as never);
      return fc.oneof(
        step,
        step.chain((given) => hostile(given as never)),
      );
    });
    const address = `/api/v1/files/${fileId}/events`;
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const answer = await posted(address, asJson(given));
        foretold('POST', address, answer);
        expect([201, 400, 403, 404, 409, 413, 422]).toContain(answer.status);
      }),
      { numRuns: 200 },
    );
  });

  it('in what opens a file', async () => {
    const opening = arbitraryFromSchema(description.components.schemas.OpenFile as never);
    await fc.assert(
      fc.asyncProperty(
        opening.chain((given) => hostile(given as never)),
        async (given) => {
          foretold('POST', '/api/v1/files', await posted('/api/v1/files', asJson(given)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('in an address, a parameter or a header: nothing but what one reaches', async () => {
    const words = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        "' OR 1=1 --",
        '../../etc/passwd',
        '%00',
        '\u0000',
        '2026-02-30',
        '-1',
        '1e9',
        '__proto__',
        'ostermalm',
        '🦆',
      ),
    );
    const places = fc.constantFrom(
      (word: string) => `/api/v1/findings?unit=${word}`,
      (word: string) => `/api/v1/findings?rule=${word}&on=${word}`,
      (word: string) => `/api/v1/findings?cursor=${Buffer.from(word).toString('base64url')}`,
      (word: string) => `/api/v1/units/${word}/status`,
      (word: string) => `/api/v1/notices?show=${word}&cursor=${Buffer.from(word).toString('base64url')}`,
      (word: string) => `/api/v1/notices?limit=${word}`,
      (word: string) => `/api/v1/files/${word}`,
      (word: string) => `/api/v1/files/${fileId}/replay?asOf=${word}`,
      (word: string) => `/api/v1/files/${fileId}/events?from=${word}&${word}=1`,
      (word: string) => `/api/v1/schemas/${word}`,
      (word: string) => `/${word}`,
    );
    await fc.assert(
      fc.asyncProperty(places, words, async (place, word) => {
        const address = place(encodeURIComponent(word.toWellFormed()));
        const answer = await request(server())
          .get(address)
          .set('Cookie', cookie)
          .set('X-Read-After', encodeURIComponent(word.toWellFormed()).slice(0, 30) || '0');
        foretold('GET', address.split('?')[0] as string, answer);
        if (answer.status === 200 && address.includes('/findings'))
          for (const { workerId } of answer.body.findings as { workerId: string }[])
            expect(workerId).toBe('hl-farsta-1');
      }),
      { numRuns: 400 },
    );
  });
});
