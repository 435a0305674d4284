import type { Server } from 'node:http';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { RECORDABLE } from '../../apps/api/src/openapi/recordable';
import { arbitraryFromSchema } from '../../libs/handling/src/arbitrary-from-schema.fixture';
import { hostile } from '../../libs/handling/src/hostile.fixture';
import { openCity, type City, type CityUser } from './city.fixture';
import { unforetold, type Description } from './conforms.fixture';

/** Sends bodies generated from the description of the API, and the same bodies with a fault in them. test/load varies the other parts of a request. */
describe('hostile input', () => {
  let city: City;
  let description: Description;
  let anna: CityUser;
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

  /** The value as JSON. A bigint becomes a string, and what JSON cannot represent becomes null. */
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
});
