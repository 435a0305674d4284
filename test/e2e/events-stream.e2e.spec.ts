import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { AccessLog } from '@rt/identity';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventsStream } from '../../apps/api/src/events-stream/events-stream';
import { ACCESS_LOG } from '../../apps/api/src/ports';
import { startServer } from '../../apps/api/src/server';
import {
  fromApplicationToOrder,
  openCity,
  settingsFor,
  type City,
  type CityUser,
  threadArgs,
} from './city.fixture';
import { listen } from './listener.fixture';

const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde tillbaka.' } };
const handOverTo = (userId: string) => ({
  type: 'CaseWorkerAssigned',
  occurredOn: '2026-03-02',
  data: { userId, role: 'responsible', from: '2026-03-02' },
});

/** What the events stream sends to connected browsers. */
describe('the events stream', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let elsewhere: CityUser;
  let fileId: string;

  beforeEach(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    elsewhere = city.person('hl-ostermalm-1');
    fileId = await anna.opensFile();
  });
  afterEach(() => city.close());

  const beat = () => city.api.nest.get(EventsStream).beat();

  it('tells of a colleague’s step once it can be read, in ids alone', async () => {
    const heard = await listen(city.server, anna, { 'Accept-Encoding': 'gzip' });
    expect(heard.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
    });
    expect(heard.headers).not.toHaveProperty('content-encoding');
    const { body } = await manager.records(fileId, note);
    const [item] = await heard.until(1);
    expect(item).toEqual({ event: 'file', data: { fileId, position: body.position } });
    expect(heard.lastId).toBe(body.position);
    heard.leave();
  });

  it('tells the manager of the unit, but no user of another unit or board, and no colleague', async () => {
    const [heard, others, colleague] = [
      await listen(city.server, manager),
      await listen(city.server, elsewhere),
      await listen(city.server, bo),
    ];
    await anna.records(fileId, note);
    const theirs = await elsewhere.opensFile();
    const his = await bo.opensFile();
    expect((await heard.until(2)).map(({ data }) => data.fileId)).toEqual([fileId, his]);
    expect((await others.until(1)).map(({ data }) => data.fileId)).toEqual([theirs]);
    expect((await colleague.until(1)).map(({ data }) => data.fileId)).toEqual([his]);
    for (const each of [heard, others, colleague]) each.leave();
  });

  it('tells an inspector of the sampled files only', async () => {
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    const sampled = await city.drawsOneOf('farsta', 'stickprov-2026');
    expect(sampled).toBe(fileId);
    const neighbour = await anna.opensFile();
    const heard = await listen(city.server, city.person('insp-1'));
    await anna.records(neighbour, note);
    await anna.records(sampled, note);
    expect((await heard.until(1)).map(({ data }) => data.fileId)).toEqual([sampled]);
    heard.leave();
  });

  it('tells the new worker of a file that was handed over, and no longer the previous one', async () => {
    const [hers, his] = [await listen(city.server, anna), await listen(city.server, bo)];
    await manager.records(fileId, handOverTo('hl-farsta-2'));
    await bo.records(fileId, note);
    const own = await anna.opensFile();
    expect((await hers.until(1)).map(({ data }) => data.fileId)).toEqual([own]);
    expect((await his.until(2)).map(({ data }) => data.fileId)).toEqual([fileId, fileId]);
    for (const each of [hers, his]) each.leave();
  });

  it('continues after the last id: nothing is missed and nothing is sent again', async () => {
    const files = [fileId, await anna.opensFile(), await anna.opensFile()];
    const first = await listen(city.server, anna);
    await anna.records(files[0] as string, note);
    await first.until(1);
    first.leave();
    await first.ended;
    await anna.records(files[1] as string, note);
    await elsewhere.opensFile();
    await anna.records(files[2] as string, note);
    await anna.records(files[1] as string, note);
    const again = await listen(city.server, anna, { 'Last-Event-ID': first.lastId as string });
    expect((await again.until(2)).map(({ data }) => data.fileId)).toEqual([files[2], files[1]]);
    await anna.records(files[0] as string, note);
    expect((await again.until(3)).map(({ data }) => data.fileId)).toEqual([files[2], files[1], files[0]]);
    again.leave();
    await again.ended;
    const idle = await listen(city.server, anna, { 'Last-Event-ID': again.lastId as string });
    const { body } = await anna.records(files[0] as string, note);
    expect(await idle.until(1)).toEqual([{ event: 'file', data: { fileId, position: body.position } }]);
    idle.leave();
  });

  it('misses and repeats nothing when it reconnects while others write', async () => {
    const told: string[] = [];
    const written: string[] = [];
    let lastId: string | undefined;
    for (let round = 0; round < 6; round += 1) {
      const heard = await listen(city.server, anna, lastId === undefined ? {} : { 'Last-Event-ID': lastId });
      const before = told.length;
      const writing = Array.from({ length: 4 }, async () => {
        const answer = await anna.records(fileId, note);
        written.push(answer.body.position as string);
      });
      if (round % 2 === 0) await Promise.all(writing);
      await heard.until(1);
      heard.leave();
      await heard.ended;
      told.push(...heard.items.map(({ data }) => data.position as string));
      lastId = heard.lastId;
      expect(told.length).toBeGreaterThan(before);
      await Promise.all(writing);
    }
    const last = await listen(city.server, anna, { 'Last-Event-ID': lastId as string });
    told.push(...last.items.map(({ data }) => data.position as string));
    expect(Number(last.lastId)).toBe(Math.max(...written.map(Number)));
    expect(told).toEqual([...new Set(told)].sort((a, b) => Number(a) - Number(b)));
    last.leave();
  });

  it('tells the browser to load everything again if it missed too much or sends an unknown position', async () => {
    const first = await listen(city.server, anna);
    first.leave();
    for (let batch = 0; batch < 21; batch += 1) await anna.records(fileId, Array(50).fill(note));
    const again = await listen(city.server, anna, { 'Last-Event-ID': first.lastId as string });
    expect(await again.until(1)).toEqual([{ event: 'resync', data: {} }]);
    const restored = await listen(city.server, anna, { 'Last-Event-ID': '99999999999' });
    expect(await restored.until(1)).toEqual([{ event: 'resync', data: {} }]);
    expect(restored.lastId).toBe(again.lastId);
    for (const each of [again, restored]) each.leave();
    const wrong = await anna.reads('/events-stream', { 'Last-Event-ID': '19840517-9808' });
    expect([wrong.status, wrong.body.errors]).toMatchObject([
      400,
      [{ field: 'Last-Event-ID', code: 'position' }],
    ]);
  });

  it('says when another day has begun in Stockholm, once', async () => {
    await beat();
    const heard = await listen(city.server, anna);
    await beat();
    city.onDay('2026-03-03');
    const alsoThen = await listen(city.server, city.person('hl-farsta-3'));
    await beat();
    await beat();
    expect(await alsoThen.until(1)).toEqual([{ event: 'day', data: { day: '2026-03-03' } }]);
    await heard.ended;
    expect(heard.items).toEqual([]);
    alsoThen.leave();
  });

  it('ends at sign-out, and when the session expires, which an open stream does not extend', async () => {
    const [own, other] = [await listen(city.server, anna), await listen(city.server, bo)];
    await request(city.server)
      .delete('/api/v1/session')
      .set('Cookie', await anna.cookie())
      .expect(204);
    await own.ended;
    const his = await bo.opensFile();
    expect((await other.until(1)).map(({ data }) => data.fileId)).toEqual([his]);
    const database = new DatabaseSync(path.join(city.folder, 'sessions.sqlite'));
    database.exec("UPDATE session SET used_at = '2026-03-02T09:59:00.000Z'");
    database.close();
    await beat();
    await other.ended;
  });

  it('is logged like a list, and requires a session', async () => {
    const heard = await listen(city.server, manager);
    heard.leave();
    const log = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    expect(
      log.prepare(`SELECT user_id, action, scope, purpose FROM access WHERE action = 'list'`).all(),
    ).toEqual([{ user_id: 'ec-farsta', action: 'list', scope: 'events-stream=unit', purpose: 'followUp' }]);
    log.close();
    await request(city.server).get('/api/v1/events-stream').expect(401);
    expect((await city.api.nest.get<AccessLog>(ACCESS_LOG).verify()).ok).toBe(true);
  });

  it('limits the connections of one user, frees the place of a closed one, and counts them', async () => {
    const windows = await Promise.all(Array.from({ length: 12 }, () => listen(city.server, anna)));
    const refused = await anna.reads('/events-stream');
    expect([refused.status, refused.body.code, refused.body.errors]).toMatchObject([
      429,
      'TOO_MANY_REQUESTS',
      [{ field: '', code: 'openStreams' }],
    ]);
    expect((await request(city.server).get('/metrics')).text).toMatch(/^rt_events_streams_open 12$/m);
    windows[0]?.leave();
    await windows[0]?.ended;
    const open = async () =>
      /^rt_events_streams_open (\d+)$/m.exec((await request(city.server).get('/metrics')).text)?.[1];
    while ((await open()) !== '11') await new Promise(setImmediate);
    windows.push(await listen(city.server, anna));
    const head = await request(city.server)
      .head('/api/v1/events-stream')
      .set('Cookie', await bo.cookie());
    expect(head.status).toBe(200);
    for (const each of windows) each.leave();
  });

  it('does not keep a server from closing, and ends whole', async () => {
    const heard = await listen(city.server, anna);
    await anna.writes(`/files/${fileId}/events`, note, { 'Idempotency-Key': randomUUID() });
    await heard.until(1);
    await city.api.close();
    await heard.ended;
    expect(heard.items).toHaveLength(1);
  });

  it('ends before the server closes its connections, and accepts no new ones from then on', async () => {
    await city.api.close();
    const started = await startServer(
      settingsFor(city.folder, { logLevel: 'silent' }, '2026-03-02T11:30:00.000Z'),
      { threadArgs },
    );
    const server = started.api.nest.getHttpServer();
    const cookie = await anna.cookie();
    const heard = await listen(server, { cookie: async () => cookie });
    const stream = started.api.nest.get(EventsStream);
    expect(stream.takesMore).toBe(true);
    const closing = started.close();
    await heard.ended;
    expect(stream.takesMore).toBe(false);
    await closing;
  });
});
