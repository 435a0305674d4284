import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '@rt/event-store';
import type { Directory } from '@rt/identity';
import request from 'supertest';
import { DIRECTORY, EVENT_STORE } from '../../apps/api/src/ports';
import { JOB_LIMITS } from '../../apps/api/src/jobs/jobs';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

const review = 'stickprov';
const verification = `/reviews/${review}/sample/verification`;

/** Long questions over HTTP: asked at their own routes, answered as jobs that one can leave. */
describe('jobs over HTTP', () => {
  let city: City;
  let inspector: CityUser;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    inspector = city.person('insp-1');
    const worker = city.person('hl-farsta-1');
    for (const name of ['Kim', 'Lo', 'Mio']) {
      const fileId = await worker.opensFile({ ...KIM, name: `${name} Exempelsson` });
      await worker.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    }
    await city.drawsOneOf('farsta', review);
  });
  afterAll(() => city.close());
  afterEach(() => jest.restoreAllMocks());

  const rows = () => {
    const log = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    const found = log
      .prepare(
        `SELECT action, scope FROM access WHERE user_id = 'insp-1' AND action <> 'signIn' ORDER BY number`,
      )
      .all();
    log.close();
    return found.map(({ action, scope }) => `${action as string} ${scope as string}`);
  };
  const removes = async (user: CityUser, address: string) =>
    request(city.server)
      .delete(`/api/v1${address}`)
      .set('Cookie', await user.cookie());
  const asked = async (address = verification): Promise<string> => {
    const { status, headers, body } = await inspector.reads(address);
    expect([status, headers.location]).toEqual([202, `/api/v1/jobs/${body.jobId as string}`]);
    await inspector.reads(`/jobs/${body.jobId as string}?wait=30`);
    return `/jobs/${body.jobId as string}`;
  };

  it('a question is accepted at once, and answered outside the thread of the requests', async () => {
    const read = jest.spyOn(city.api.nest.get<EventStore>(EVENT_STORE), 'readStreamByStream');
    const accepted = await inspector.reads(verification);
    expect([accepted.status, accepted.headers.location]).toEqual([
      202,
      `/api/v1/jobs/${accepted.body.jobId as string}`,
    ]);
    expect(accepted.body).toMatchObject({
      kind: 'sampleVerification',
      reviewId: review,
      knownAt: null,
      askedAt: '2026-03-02T11:00:00.000Z',
      endedAt: null,
      result: null,
    });
    const job = `/jobs/${accepted.body.jobId as string}`;
    const done = await inspector.reads(`${job}?wait=30`);
    expect(done.body).toMatchObject({
      state: 'done',
      keptUntil: '2026-03-03T11:00:00.000Z',
      result: `/api/v1${job}/result`,
    });
    const { status, body } = await inspector.reads(`${job}/result`);
    expect([status, body]).toEqual([
      200,
      { reviewId: review, same: true, stored: body.stored, again: body.stored },
    ]);
    expect(read).not.toHaveBeenCalled();
    expect((await inspector.reads('/jobs')).body.jobs).toContainEqual(done.body);
  });

  it('indicators by what is known now are answered directly, those of an earlier instant by a job', async () => {
    const address = '/reviews/ledsagning-2021/indicators';
    const now = await inspector.reads(address);
    expect([now.status, now.body.knownAt]).toEqual([200, null]);
    const then = await inspector.asks(`${address}?knownAt=2026-03-01`);
    expect(then.body).toMatchObject({ review: 'ledsagning-2021', knownAt: '2026-03-01T22:59:59.999Z' });
    expect(then.body.rows).toHaveLength(now.body.rows.length);
  });

  it('the access log has the question, and each reading of its answer, as the same reading', async () => {
    const before = rows().length;
    const job = await asked();
    for (let times = 0; times < 2; times += 1) await inspector.reads(`${job}/result`);
    expect(rows().slice(before)).toEqual(Array(3).fill(`list verify review=${review}`));
  });

  it('only the user who asked sees a job, and only while the permission lasts', async () => {
    const job = await asked();
    const other = city.person('ec-farsta');
    for (const address of [job, `${job}/result`])
      expect([address, (await other.reads(address)).body.code]).toEqual([address, 'NOT_FOUND']);
    expect((await removes(other, job)).status).toBe(404);
    expect((await other.reads('/jobs')).body).toEqual({ jobs: [] });
    const directory = city.api.nest.get<Directory>(DIRECTORY);
    const user = await directory.find('insp-1');
    jest
      .spyOn(directory, 'find')
      .mockImplementation(async () => user && { ...user, roles: ['administrator'] });
    for (const address of [job, `${job}/result`])
      expect([address, (await inspector.reads(address)).body.code]).toEqual([address, 'NOT_ALLOWED']);
    expect((await inspector.reads('/jobs')).body).toEqual({ jobs: [] });
    jest.restoreAllMocks();
    expect(rows().slice(-2)).toEqual(Array(2).fill('refused permission=reviews.read why=NOT_PERMITTED'));
    expect((await inspector.reads(`${job}/result`)).status).toBe(200);
  });

  it('a job that is removed is gone with its result, also while it runs', async () => {
    const accepted = await inspector.reads(verification);
    const job = `/jobs/${accepted.body.jobId as string}`;
    expect((await inspector.reads(`${job}/result`)).body).toMatchObject({ code: 'JOB_NOT_DONE' });
    expect((await removes(inspector, job)).status).toBe(204);
    for (const address of [job, `${job}/result`]) expect((await inspector.reads(address)).status).toBe(404);
    const done = await asked();
    expect((await removes(inspector, done)).status).toBe(204);
    expect((await inspector.reads(`${done}/result`)).status).toBe(404);
  });

  it('a full queue says so, and when to ask again', async () => {
    jest.replaceProperty(JOB_LIMITS, 'openMax', 0);
    const { status, body, headers } = await inspector.reads(verification);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'JOBS_FULL', '60']);
  });

  it('nothing of a question, a user or an answer stands in clear in the stored rows', async () => {
    await asked();
    const database = new DatabaseSync(path.join(city.folder, 'jobs.sqlite'), { readOnly: true });
    const stored = database.prepare('SELECT sealed, result FROM job').all();
    database.close();
    expect(stored.length).toBeGreaterThan(0);
    const text = stored
      .flatMap(({ sealed, result }) => [sealed, result])
      .map((bytes) => Buffer.from(bytes as Uint8Array).toString('latin1'))
      .join();
    for (const each of ['insp-1', review, 'same']) expect([each, text.includes(each)]).toEqual([each, false]);
  });

  it('a damaged file fails the job, and the alarm is raised', async () => {
    const database = new DatabaseSync(path.join(city.folder, 'events.sqlite'));
    const { position } = database
      .prepare(`SELECT position FROM events WHERE envelope LIKE '%DecisionMade%' LIMIT 1`)
      .get() as { position: number };
    database
      .prepare(`UPDATE events SET envelope = replace(envelope, '2026-', '2025-') WHERE position = ?`)
      .run(position);
    database.close();
    const job = await asked();
    expect((await inspector.reads(job)).body).toMatchObject({ state: 'failed', problem: 'HISTORY_DAMAGED' });
    const result = await inspector.reads(`${job}/result`);
    expect([result.status, result.body.code]).toEqual([500, 'HISTORY_DAMAGED']);
    expect((await request(city.server).get('/metrics')).text).toMatch(/^rt_jobs_total\{state="failed"\} 1$/m);
  });
});
