import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { startServer } from '../../apps/api/src/server';
import {
  fromApplicationToOrder,
  openCity,
  settingsFor,
  type City,
  type CityUser,
  threadArgs,
} from './city.fixture';

/** What an operator sees of the server, and that none of it is about the persons in the files. */
describe('running the server', () => {
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

  const get = (address: string) => request(city.server).get(address);

  it('is live and ready, and counts what it does', async () => {
    expect((await get('/health/live')).body).toEqual({ status: 'live' });
    expect((await get('/health/ready')).body).toEqual({ status: 'ready' });
    await get('/api/v1/nothing');
    const { text } = await get('/metrics').expect(200);
    expect(text).toMatch(/^rt_appends_total [1-9]/m);
    expect(text).toMatch(/^rt_read_model_lag_events{model="findings"} \d+$/m);
    expect(text).toMatch(/^rt_problems_total{code="NOT_FOUND"} [1-9]/m);
    expect(text).toMatch(
      /rt_http_request_seconds_count{method="POST",route="\/api\/v1\/files\/:fileId\/events",status="201"} 1/,
    );
  });

  it('counts what is open by rule and status, in the background', async () => {
    city.onDay('2026-03-18');
    const late = /^rt_findings_open{rule="plan-due",status="overdue",in_case="open"} 1$/m;
    let text = '';
    const until = Date.now() + 20_000;
    while (!late.test(text) && Date.now() < until) {
      ({ text } = await get('/metrics').expect(200));
      await sleep(50);
    }
    expect(text).toMatch(late);
    city.onDay('2026-03-02');
  });

  it('logs every answer by its route, and no personal data', async () => {
    await anna.reads(`/files/${fileId}/replay?asOf=2026-03-02`);
    await anna.reads('/files/19840517-2392');
    await anna.reads('/198405172392?name=Kim');
    await anna.writes(`/files/${fileId}/events`, { type: 'NoteWritten', data: { 'Kim Exempelsson': 1 } });
    await get('/api/v1/session').set('Cookie', 'rt-session=198405172392');
    const cookie = await anna.cookie();
    // The random request id, the time and the duration may happen to hold the digits that are searched for below.
    const log = city.log
      .join('')
      .replace(/"requestId":"[0-9a-f-]{36}"/g, '')
      .replace(/"(time|ms)":[\d.]+/g, '');
    expect(log).toContain('"route":"/api/v1/files/:fileId/replay"');
    expect(log).toContain('"route":"unmatched"');
    for (const secret of [
      'Exempelsson',
      '19840517',
      '2392',
      'Kim',
      'asOf',
      fileId,
      cookie.split('=')[1] as string,
    ])
      expect(log).not.toContain(secret);
    for (const line of city.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('forbids caching, framing and sniffing of answers, and does not name its software', async () => {
    const { headers } = await get('/api/v1/rules').set('Cookie', await anna.cookie());
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers['content-encoding']).toBe('gzip');
  });

  it('answers nothing if the access log cannot be written', async () => {
    const other = await openCity();
    try {
      other.onDay('2026-03-02');
      const worker = other.person('hl-farsta-1');
      const unread = await worker.opensFile();
      expect((await worker.reads(`/files/${unread}`)).status).toBe(200);
      const log = new DatabaseSync(path.join(other.folder, 'access-log.sqlite'));
      log.exec("CREATE TRIGGER full BEFORE INSERT ON access BEGIN SELECT raise(ABORT, 'no space'); END");
      log.close();
      for (const address of [`/files/${unread}`, `/files/${unread}/events`, '/findings']) {
        const answer = await worker.reads(address);
        expect([address, answer.status, answer.body.code]).toEqual([address, 503, 'ACCESS_NOT_LOGGED']);
        expect(answer.text).not.toContain('Exempelsson');
      }
    } finally {
      await other.close();
    }
  });

  it('says that it is not ready while the read models cannot follow, reads files all the same, and recovers', async () => {
    const other = await openCity();
    const database = () =>
      new DatabaseSync(path.join(other.folder, 'read-models.sqlite'), { timeout: 5_000 });
    const within = async (status: number) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const answer = await request(other.server).get('/health/ready');
        if (answer.status === status) return answer.body as { errors?: unknown };
        await sleep(100);
      }
      throw new Error(`readiness never became ${status}`);
    };
    try {
      const worker = other.person('hl-farsta-1');
      await within(200);
      const broken = database();
      broken.exec(
        "CREATE TRIGGER stuck BEFORE INSERT ON opened_files BEGIN SELECT raise(ABORT, 'stuck'); END",
      );
      broken.close();
      const mine = await worker.opensFile();
      expect((await within(503)).errors).toMatchObject([{ field: '', code: 'readModels' }]);
      expect((await worker.reads(`/files/${mine}`)).status).toBe(200);
      const mended = database();
      mended.exec('DROP TRIGGER stuck');
      mended.close();
      await within(200);
      expect((await worker.reads('/findings')).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  it('limits the requests from one address to a route without a session', async () => {
    const other = await openCity({ requestsPerMinuteMax: 3 });
    try {
      const ask = () => request(other.server).get('/health/live');
      const statuses = [];
      for (let i = 0; i < 5; i += 1) statuses.push((await ask()).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      expect((await ask()).body.code).toBe('TOO_MANY_REQUESTS');
    } finally {
      await other.close();
    }
  });

  it('closes with what it acknowledged, and opens again with all of it and the sessions', async () => {
    const other = await openCity();
    other.onDay('2026-03-02');
    const worker = other.person('hl-farsta-1');
    const mine = await worker.opensFile();
    const cookie = await worker.cookie();
    const writing = Array.from({ length: 20 }, () =>
      worker
        .writes(`/files/${mine}/events`, {
          type: 'NoteWritten',
          occurredOn: '2026-03-02',
          data: { text: 'Ringde tillbaka.' },
        })
        .catch(() => undefined),
    );
    const first = await writing[0];
    expect(first?.status).toBe(201);
    await other.api.close();
    const acknowledged = (await Promise.all(writing)).filter((answer) => answer?.status === 201);
    const again = await startServer(
      settingsFor(other.folder, { logLevel: 'silent' }, '2026-03-02T11:30:00.000Z'),
      { threadArgs },
    );
    try {
      expect(again.banner.join('\n')).toContain('DEMO DIRECTORY');
      const { body } = await request(again.url)
        .get(`/api/v1/files/${mine}`)
        .set('Cookie', cookie)
        .expect(200);
      expect(body.revision).toBeGreaterThanOrEqual(acknowledged.length);
      expect(readFileSync(path.join(other.folder, 'access-log.sqlite')).length).toBeGreaterThan(0);
    } finally {
      await again.close();
      await other.close();
    }
  });
});
