import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

const openApi = JSON.parse(readFileSync(path.join(__dirname, '../../openapi.json'), 'utf8')) as {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly { readonly in: string }[] }>>>
  >;
};

/** Error answers: always problem details, which never repeat the input and never show internals of the program. */
describe('problems over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile();
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
  });
  afterAll(() => city.close());

  const note = (text = 'Ringde tillbaka.') => ({
    type: 'NoteWritten',
    occurredOn: '2026-03-02',
    data: { text },
  });
  const events = () => `/files/${fileId}/events`;
  const raw = async (body: string, headers: Record<string, string> = {}) =>
    request(city.server)
      .post(`/api/v1${events()}`)
      .set('Cookie', await anna.cookie())
      .set('Idempotency-Key', randomUUID())
      .set('Content-Type', 'application/json')
      .set(headers)
      .send(body);
  const revision = async () => (await anna.reads(`/files/${fileId}`)).body.revision as number;

  it('a problem says its code, the fields and the id of the request, as problem+json', async () => {
    const answer = await anna.writes(events(), { ...note(), occurredOn: '2026-03-03' });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toEqual({
      type: 'urn:problem-type:roda-traden:in-the-future',
      title: expect.any(String),
      status: 422,
      code: 'IN_THE_FUTURE',
      detail: expect.any(String),
      instance: `urn:uuid:${answer.headers['x-request-id']}`,
      errors: [{ field: 'occurredOn', code: 'IN_THE_FUTURE', text: expect.stringMatching(/^Day: /) }],
    });
  });

  it('every field that is wrong is named, and none of what was written is repeated', async () => {
    const answer = await anna.writes(events(), [
      note('19840517-1234'),
      { type: 'OrderSent', occurredOn: 'igår', data: { '19840517-1234': 1, extent: { amount: -1 } } },
    ]);
    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({ field: '[1].occurredOn', code: 'day' }),
    );
    expect(answer.text).not.toContain('19840517');
    expect(answer.text).not.toContain('igår');
  });

  it.each([
    ['a body that is no JSON', 400, 'NOT_JSON', '{"type": "19840517-1234"', {}],
    ['a body that is no object', 400, 'NOT_JSON', '"19840517-1234"', {}],
    ['another kind of body', 415, 'NOT_JSON_TYPE', 'type=NoteWritten', { 'Content-Type': 'text/plain' }],
    ['a body that is too large', 413, 'TOO_LARGE', JSON.stringify({ text: 'x'.repeat(1_100_000) }), {}],
    ['a body that is too deep', 413, 'TOO_DEEP', '['.repeat(500) + ']'.repeat(500), {}],
    ['a name that objects are born with', 422, 'UNKNOWN_FIELD', '{"__proto__": {"admin": true}}', {}],
  ])('%s: %i %s', async (_, status, code, body, headers) => {
    const answer = await raw(body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('19840517');
  });

  it('a write without an Idempotency-Key is refused', async () => {
    const before = await revision();
    const answer = await anna.writes(events(), note(), { 'Idempotency-Key': '' });
    expect([answer.status, answer.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    expect(answer.body.errors).toMatchObject([{ field: 'Idempotency-Key', code: 'idempotencyKey' }]);
    expect(await revision()).toBe(before);
  });

  it('a write with If-Match is refused if the file is at another revision', async () => {
    const { headers } = await anna.reads(`/files/${fileId}`);
    const tag = headers.etag as string;
    const first = await anna.writes(events(), note(), { 'If-Match': tag });
    expect(first.status).toBe(201);
    for (const ifMatch of [tag, `W/${tag}`]) {
      const late = await anna.writes(events(), note(), { 'If-Match': ifMatch });
      expect([late.status, late.body.code]).toEqual([412, 'REVISION_MISMATCH']);
      expect(late.body.errors).toMatchObject([{ field: 'If-Match', code: 'REVISION_MISMATCH' }]);
    }
    expect((await anna.writes(events(), note(), { 'If-Match': 'soon' })).status).toBe(400);
    expect((await anna.writes(events(), note(), { 'If-Match': first.headers.etag as string })).status).toBe(
      201,
    );
  });

  it('an unknown address or schema is 404, and a method that is not taken is 405 with those that are', async () => {
    for (const address of ['/nothing', '/files/19840517-1234', '/schemas/constructor']) {
      const answer = await anna.reads(address);
      expect([address, answer.status, answer.body.code]).toEqual([address, 404, 'NOT_FOUND']);
      expect(answer.text).not.toContain('19840517');
    }
    const cookie = await anna.cookie();
    const put = await request(city.server).put(`/api/v1${events()}`).set('Cookie', cookie).send({});
    expect([put.status, put.body.code, put.headers.allow]).toEqual([405, 'METHOD_NOT_ALLOWED', 'POST, GET']);
  });

  it('an address that cannot be decoded is a problem too', async () => {
    const answer = await request(city.server)
      .get('/api/v1/files/%E0%A4%A')
      .set('Cookie', await anna.cookie());
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('the same key opens the same file, however many requests come at once', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => anna.writes('/files', { person: KIM }, key)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.fileId}`)).size).toBe(1);
    expect(answers[0]?.headers.location).toBe(`/api/v1/files/${answers[0]?.body.fileId}`);
  });

  it.each([
    ['/findings?on=tomorrow', 'on'],
    ['/findings?on=2026-03-02&on=2026-03-03', 'on'],
    ['/findings?limit=1e9', 'limit'],
    ["/findings?unit=' OR 1=1 --", 'unit'],
    ['/findings?rule=no-such-rule', 'rule'],
    ['/findings?cursor=bm90IG91cnM', 'cursor'],
    ['/findings?__proto__=1', ''],
  ])('%s is a parameter that cannot be read', async (address, field) => {
    const answer = await anna.reads(address);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_QUERY']);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('pages of findings follow each other without a gap', async () => {
    city.onDay('2026-09-01');
    const whole = (await anna.reads('/findings?limit=500')).body.findings as { id: string }[];
    expect(whole.length).toBeGreaterThan(1);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await anna.reads(`/findings?limit=1${next === '' ? '' : `&cursor=${next}`}`);
      seen.push(...(body.findings as { id: string }[]).map(({ id }) => id));
      next = body.next as string | null;
    }
    expect(seen).toEqual(whole.map(({ id }) => id));
  });

  it('a parameter that a route without parameters does not know is refused in the reader’s language', async () => {
    const addresses = Object.entries(openApi.paths).flatMap(([address, operations]) =>
      address.startsWith('/api/') &&
      operations.get !== undefined &&
      !(operations.get.parameters ?? []).some((one) => one.in === 'query')
        ? [address.replace('/api/v1', '').replace(/\{[^}]+\}/g, fileId)]
        : [],
    );
    expect(addresses.length).toBeGreaterThan(10);
    const answers = [];
    for (const address of addresses) {
      const { status, body } = await anna.reads(`${address}?onn=2026-03-02`, { 'Accept-Language': 'sv' });
      answers.push([address, status, body.errors?.[0]?.text]);
    }
    const refused = answers.filter(([, status]) => status === 400);
    expect(answers.filter(([, status]) => status !== 400 && status !== 403)).toEqual([]);
    expect(new Set(refused.map(([, , text]) => text))).toEqual(new Set(['Frågan tar inga parametrar.']));
    expect(refused.length).toBeGreaterThan(8);
  });
});
