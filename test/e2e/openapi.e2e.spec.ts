import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TITLES } from '@rt/domain';
import request from 'supertest';
import { RouteTable } from '../../apps/api/src/http/route-table';
import { RECORDABLE } from '../../apps/api/src/openapi/recordable';
import { unforetold, type Description } from './conforms.fixture';
import { openCity, type City } from './city.fixture';

describe('the description of the API', () => {
  let city: City;
  let described: Description;

  beforeAll(async () => {
    city = await openCity();
    described = (await request(city.server).get('/api/v1/openapi.json').expect(200)).body as Description;
  });
  afterAll(() => city.close());

  it('is the one that is committed; `npm run docs:openapi` writes it anew', () => {
    const committed = readFileSync(path.join(__dirname, '../../openapi.json'), 'utf8');
    expect(described).toEqual(JSON.parse(committed));
  });

  it('names every route of the server, and its problems', () => {
    const { routes } = city.api.nest.get(RouteTable);
    const told = Object.entries(described.paths).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    const written = routes.map(
      ({ method, path: address }) => `${method} ${address.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(told.sort()).toEqual(written.sort());
    for (const methods of Object.values(described.paths))
      for (const { responses } of Object.values(methods)) expect(Object.keys(responses)).toContain('500');
  });

  it('says of every route whether it asks for a session', () => {
    const open = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId, security }) =>
        security.length === 0 ? [operationId] : [],
      ),
    );
    expect(open.sort()).toEqual([
      'getApiInfo',
      'getCalendar',
      'getOpenApi',
      'listDirectory',
      'live',
      'metrics',
      'ready',
      'signIn',
    ]);
  });

  it('describes the body for every event type, with `type` as discriminator and both titles', () => {
    const { schemas } = described.components;
    const { oneOf, discriminator } = schemas.Step as {
      oneOf: { $ref: string }[];
      discriminator: { propertyName: string; mapping: Record<string, string> };
    };
    expect(discriminator.propertyName).toBe('type');
    expect(Object.keys(discriminator.mapping)).toEqual(RECORDABLE);
    expect(oneOf.map(({ $ref }) => $ref)).toEqual(Object.values(discriminator.mapping));
    for (const type of RECORDABLE)
      expect(schemas[type]).toMatchObject({ 'x-title': TITLES[type], properties: { type: { const: type } } });
  });

  it('sorts every route under a heading that says what it is about', () => {
    const tags = described.tags.map(({ name }) => name);
    const used = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).flatMap((operation) => operation.tags),
    );
    expect([...new Set(used)].sort()).toEqual([...tags].sort());
  });

  it('gives name, version and life cycle to every caller, signed in or not', async () => {
    const { body } = await request(city.server).get('/api/v1/api-info').expect(200);
    expect(body).toMatchObject({ apiName: 'roda-traden', apiVersion: described.info.version });
    await request(city.server).get(body.apiDocumentation).expect(200);
  });

  it('is what answers are checked against, and the check reports where one differs', async () => {
    const held = (status: number, body: unknown) =>
      unforetold(described, 'GET', '/api/v1/session', { status, body, type: 'application/json' });
    const session = {
      userId: 'ec-farsta',
      roles: ['unitManager'],
      unitId: 'farsta',
      boardId: null,
      providerId: null,
    };
    expect(held(200, session)).toEqual([]);
    expect(held(418, session)).toEqual(['GET /api/v1/session answers 418']);
    expect(held(200, { ...session, boardId: 7 })).not.toEqual([]);
    expect(held(200, { ...session, roles: ['king'] })).toEqual([
      'GET /api/v1/session.roles[0]: none of the words',
    ]);
    expect(held(200, { ...session, name: 'Kim' })).toEqual(['GET /api/v1/session.name: not described']);
    const inspector = city.person('insp-1');
    for (const address of [
      '/rules',
      '/schemas/OrderSent',
      '/directory',
      '/session',
      '/findings',
      '/api-info',
    ])
      expect((await inspector.reads(address)).status).toBe(200);
    const { status, body } = await inspector.asks('/reviews/ledsagning-2021/indicators?knownAt=2022-02-01');
    expect([status, body.review, body.knownAt]).toEqual([200, 'ledsagning-2021', '2022-02-01T22:59:59.999Z']);
    expect(body.rows.length).toBeGreaterThan(10);
  });

  it('has no reference without a definition, and no definition without a reference', () => {
    const referred = new Set(
      [...JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
    );
    expect([...referred].sort()).toEqual(Object.keys(described.components.schemas).sort());
  });
});
