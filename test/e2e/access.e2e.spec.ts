import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { OPEN_PERMISSIONS, type AccessEntry, type AccessLog } from '@rt/identity';
import request from 'supertest';
import { RouteTable } from '../../apps/api/src/http/route-table';
import { ACCESS_LOG } from '../../apps/api/src/ports';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** Which users reach which files over HTTP, and what the access log records. Handovers and inspections are tested in test/scenarios. */
describe('access over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let elsewhere: CityUser;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    elsewhere = city.person('hl-ostermalm-1');
    fileId = await anna.opensFile();
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
  });
  afterAll(() => city.close());

  const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde tillbaka.' } };
  const entriesOf = async () =>
    (await manager.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' })).body.entries as {
      userId: string;
      action: string;
    }[];

  /** The rows of the access log that fulfil a condition. */
  const rowsOf = (where: string) => {
    const database = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    try {
      return database.prepare(`SELECT * FROM access WHERE ${where} ORDER BY number`).all();
    } finally {
      database.close();
    }
  };

  it('without a session, or with one that has ended, nothing is read', async () => {
    const without = await request(city.server).get(`/api/v1/files/${fileId}`);
    expect(without.status).toBe(401);
    expect(without.body).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN', errors: [] });
    const cookie = await city.person('hl-farsta-3').cookie();
    const session = () => request(city.server).get('/api/v1/session').set('Cookie', cookie);
    expect((await session()).body).toMatchObject({ userId: 'hl-farsta-3', roles: ['caseWorker'] });
    await request(city.server).delete('/api/v1/session').set('Cookie', cookie).expect(204);
    expect((await session()).status).toBe(401);
    expect(rowsOf(`user_id = 'hl-farsta-3'`)).toMatchObject(
      ['signIn', 'signOut'].map((action) => ({ action, role: 'caseWorker', purpose: 'unstated' })),
    );
  });

  it('every route that is not public requires a session', async () => {
    const routes = city.api.nest
      .get(RouteTable)
      .routes.filter(({ access }) => !(OPEN_PERMISSIONS as readonly string[]).includes(access));
    expect(routes.length).toBeGreaterThan(10);
    for (const { method, path: address } of routes) {
      const verb = method.toLowerCase() as 'get' | 'post' | 'delete';
      const answer = await request(city.server)[verb](address.replace(/:\w+/g, fileId));
      expect([method, address, answer.status]).toEqual([method, address, 401]);
    }
  });

  it('the session is carried by a cookie that scripts and other sites cannot use', async () => {
    const answer = await request(city.server).post('/api/v1/session').send({ userId: 'hl-farsta-1' });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const unknown = await request(city.server).post('/api/v1/session').send({ userId: 'nobody-9' });
    expect([unknown.status, unknown.body.code]).toEqual([401, 'UNKNOWN_USER']);
    expect(unknown.text).not.toContain('nobody-9');
    const [failed] = rowsOf(`action = 'signInFailed'`);
    expect(failed).toMatchObject({ user_id: '-', role: 'none', file_id: null, scope: null });
    expect(JSON.stringify(rowsOf('1 = 1'))).not.toContain('nobody-9');
  });

  it('a case worker of another board gets 403, reading or writing, and nothing is stored', async () => {
    const read = await elsewhere.reads(`/files/${fileId}`, { 'X-Purpose': 'handling' });
    expect([read.status, read.body.code]).toEqual([403, 'NOT_ALLOWED']);
    expect(read.body.errors).toMatchObject([{ field: '', code: 'NO_RELATION' }]);
    const written = await elsewhere.writes(`/files/${fileId}/events`, note);
    expect([written.status, written.body.code]).toEqual([403, 'NOT_ALLOWED']);
    expect((await anna.reads(`/files/${fileId}`)).body.revision).toBe(8);
    const refused = { userId: 'hl-ostermalm-1', action: 'refused', fileId };
    expect((await entriesOf()).filter(({ userId }) => userId === 'hl-ostermalm-1')).toMatchObject([
      { ...refused, purpose: 'handling', scope: 'permission=file.read why=NO_RELATION' },
      { ...refused, purpose: 'unstated', scope: 'permission=file.record why=NO_RELATION' },
    ]);
  });

  it('a colleague of the unit reads for a stated purpose only, and the log has it', async () => {
    const unsaid = await bo.reads(`/files/${fileId}`);
    expect([unsaid.status, unsaid.body.code]).toEqual([403, 'PURPOSE_REQUIRED']);
    const curious = await bo.reads(`/files/${fileId}`, { 'X-Purpose': 'curiosity' });
    expect([curious.status, curious.body.errors]).toMatchObject([
      400,
      [{ field: 'X-Purpose', code: 'purpose' }],
    ]);
    const wrong = await bo.reads(`/files/${fileId}`, { 'X-Purpose': 'supervision' });
    expect([wrong.status, wrong.body.code]).toEqual([403, 'NOT_ALLOWED']);
    expect((await bo.reads(`/files/${fileId}`, { 'X-Purpose': 'quality' })).status).toBe(200);
    const refused = { role: 'caseWorker', relation: 'none', action: 'refused' };
    expect((await entriesOf()).filter(({ userId }) => userId === 'hl-farsta-2')).toMatchObject([
      { ...refused, purpose: 'unstated', scope: 'permission=file.read why=PURPOSE_REQUIRED' },
      { ...refused, purpose: 'supervision', scope: 'permission=file.read why=PURPOSE_NOT_ACCEPTED' },
      { relation: 'sameUnit', purpose: 'quality', action: 'open', scope: null },
    ]);
  });

  it('the case worker of a file sees who opened it, a colleague does not', async () => {
    const own = await anna.reads(`/files/${fileId}/access-log`);
    expect([own.status, own.body.entries.at(-1).userId]).toEqual([200, 'hl-farsta-1']);
    expect((await bo.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' })).status).toBe(403);
  });

  it('lists hold the files that the role reaches', async () => {
    expect((await anna.reads('/units/farsta/status')).status).toBe(403);
    expect((await manager.reads('/units/ostermalm/status')).status).toBe(403);
    expect((await manager.reads('/findings?unit=ostermalm')).body.errors).toMatchObject([
      { field: '', code: 'BEYOND_REACH' },
    ]);
    expect((await anna.reads('/findings?worker=hl-farsta-2')).status).toBe(403);
    expect((await elsewhere.reads('/findings')).body.findings).toEqual([]);
    expect((await manager.reads('/reviews/ledsagning-2021/indicators')).status).toBe(403);
    const refusals = rowsOf(`action = 'refused' AND file_id IS NULL`).map(({ user_id, scope }) => [
      user_id,
      scope,
    ]);
    expect(refusals).toEqual([
      ['hl-farsta-1', 'permission=unit.status.read why=NOT_PERMITTED'],
      ['ec-farsta', 'permission=unit.status.read why=BEYOND_REACH'],
      ['ec-farsta', 'permission=findings.read why=BEYOND_REACH'],
      ['hl-farsta-1', 'permission=findings.read why=BEYOND_REACH'],
      ['ec-farsta', 'permission=review.indicators why=NOT_PERMITTED'],
    ]);
  });

  it('a filter stands in the access log only if it is a code of the municipality', async () => {
    for (const measure of ['ZQXMARK', 'ledsagarservice'])
      expect((await anna.reads(`/cases?measure=${measure}`)).status).toBe(200);
    expect(
      rowsOf(`scope LIKE '%measure=%'`).map(({ scope }) => /measure=.*/.exec(scope as string)?.[0]),
    ).toEqual(['measure=?', 'measure=ledsagarservice']);
  });

  it('no word of a request stands in the access log, whichever list, review or job it was sent to', async () => {
    const inspector = city.person('insp-1');
    for (const word of ['ZQXMARK', 'Kim.Exempelsson']) {
      for (const list of ['findings', 'cases', 'worklist'])
        expect([list, (await manager.reads(`/${list}?worker=${word}`)).status]).toEqual([list, 200]);
      for (const list of ['findings', 'cases'])
        expect([list, (await inspector.reads(`/${list}?unit=${word}&worker=${word}`)).status]).toEqual([
          list,
          200,
        ]);
      for (const address of [
        `/reviews/${word.toLowerCase()}`,
        `/units/${word}/status`,
        `/users/${word}/access-log`,
      ])
        await manager.reads(address);
      for (const rest of [
        '',
        '/sample',
        '/sample/verification',
        '/frame',
        '/outlook',
        '/indicators',
        '/indicators?knownAt=2026-03-01',
      ])
        expect((await inspector.reads(`/reviews/${word.toLowerCase()}${rest}`)).status).toBe(404);
      expect((await inspector.reads(`/jobs/${word}`)).status).toBe(404);
    }
    const text = JSON.stringify(rowsOf('1 = 1'));
    for (const word of ['zqxmark', 'exempelsson'])
      expect([word, text.toLowerCase().includes(word)]).toEqual([word, false]);
    expect(rowsOf(`scope LIKE '%worker=?%'`).length).toBe(10);
  });

  it('what the municipality has had stands there: its workers, also former ones, and its units', async () => {
    await manager.reads('/findings?worker=hl-farsta-2');
    await city.person('insp-1').reads('/findings?unit=farsta');
    await manager.reads('/cases?worker=hl-farsta-1');
    expect(
      rowsOf(`scope LIKE 'findings=%'`)
        .map(({ scope }) => scope)
        .slice(-2),
    ).toEqual([
      'findings=unit on=2026-03-02 unit=farsta worker=hl-farsta-2',
      'findings=sample on=2026-03-02 unit=farsta',
    ]);
  });

  it('the manager checks what the users of the unit have read in a time, a page at a time', async () => {
    const address = '/users/hl-farsta-2/access-log';
    const first = await manager.reads(`${address}?from=2026-03-01&to=2026-03-31&limit=2`);
    expect(first.body).toMatchObject({ userId: 'hl-farsta-2', from: '2026-03-01', to: '2026-03-31' });
    const all = await manager.reads(address);
    expect(all.body).toMatchObject({ from: '2026-01-31', to: '2026-03-02', next: null });
    const second = await manager.reads(`${address}?cursor=${first.body.next as string}`);
    expect([...first.body.entries, ...second.body.entries]).toEqual(all.body.entries);
    expect(all.body.entries.length).toBeGreaterThan(3);
    const refused = await manager.reads(`${address}?action=refused`);
    expect(refused.body.entries).toEqual(
      all.body.entries.filter(({ action }: { action: string }) => action === 'refused'),
    );
    expect(refused.body.entries.length).toBeGreaterThan(1);
    expect((await manager.reads(`${address}?from=2026-03-03&to=2026-04-01`)).body.entries).toEqual([]);
    for (const wrong of ['from=2026-03-03', 'limit=0', 'cursor=bm8', 'action=ZQXMARK'])
      expect([wrong, (await manager.reads(`${address}?${wrong}`)).body.code]).toEqual([
        wrong,
        'INVALID_QUERY',
      ]);
    const last = rowsOf(`user_id = 'ec-farsta' AND action = 'accessLog' AND file_id IS NULL`).at(-1);
    expect(last).toMatchObject({
      scope: 'user=hl-farsta-2 from=2026-03-03 to=2026-04-01',
      purpose: 'followUp',
    });
  });

  it('and of no other unit, as if there were no such user; nobody else checks', async () => {
    for (const userId of ['hl-ostermalm-1', 'ec-ostermalm', 'insp-1', 'nobody-9']) {
      const { status, body } = await manager.reads(`/users/${userId}/access-log`);
      expect([userId, status, body.errors]).toMatchObject([
        userId,
        403,
        [{ field: '', code: 'BEYOND_REACH' }],
      ]);
    }
    for (const user of [anna, city.person('insp-1')])
      expect((await user.reads('/users/hl-farsta-1/access-log')).status).toBe(403);
  });

  it('of a user who has left the manager checks what is about the unit’s files, and nobody else anything', async () => {
    const elsewhereFile = await elsewhere.opensFile();
    const log = city.api.nest.get<AccessLog>(ACCESS_LOG);
    const entry: AccessEntry = {
      at: '2026-03-01T08:00:00.000Z',
      userId: 'hl-left-1',
      role: 'caseWorker',
      relation: 'assigned',
      purpose: 'handling',
      action: 'open',
    };
    await log.append([
      { ...entry, fileId },
      { ...entry, fileId: elsewhereFile },
      { ...entry, action: 'list', scope: 'worklist=own' },
      { ...entry, action: 'history', fileId },
      { ...entry, userId: 'left-operator', role: 'operator', fileId },
      { ...entry, userId: 'hl-left-2', fileId: elsewhereFile },
    ]);
    const address = '/users/hl-left-1/access-log';
    const seen = async (user: CityUser, of: string) => {
      const { status, body } = await user.reads(of);
      const entries = body.entries as { action: string; fileId: string }[] | undefined;
      return [status, entries?.map(({ action, fileId: about }) => [action, about]) ?? body.code];
    };
    const whole = [
      ['open', fileId],
      ['history', fileId],
    ];
    expect(await seen(manager, address)).toEqual([200, whole]);
    expect(await seen(manager, `${address}?action=history`)).toEqual([200, whole.slice(1)]);
    const { body } = await manager.reads(`${address}?limit=1`);
    expect(await seen(manager, `${address}?limit=1&cursor=${body.next as string}`)).toEqual([
      200,
      whole.slice(1),
    ]);
    expect(await seen(city.person('ec-ostermalm'), address)).toEqual([200, [['open', elsewhereFile]]]);
    for (const of of [
      `${address}?to=2026-02-01`,
      '/users/left-operator/access-log',
      '/users/hl-left-2/access-log',
    ])
      expect([of, ...(await seen(manager, of))]).toEqual([of, 403, 'NOT_ALLOWED']);
    expect(await seen(anna, address)).toEqual([403, 'NOT_ALLOWED']);
    expect(rowsOf(`scope LIKE 'user=hl-left-1 %' AND user_id = 'ec-farsta'`).length).toBe(4);
    expect(rowsOf(`scope LIKE '%left-operator%' OR scope LIKE '%hl-left-2%'`)).toEqual([]);
  });

  it('the log of a file comes in pages, and by what was done', async () => {
    const at = `/files/${fileId}/access-log`;
    const first = await anna.reads(`${at}?limit=1`);
    const second = await anna.reads(`${at}?limit=1&cursor=${first.body.next as string}`);
    expect(first.body.entries[0].number).toBeLessThan(second.body.entries[0].number);
    const refused = (await anna.reads(`${at}?action=refused`)).body.entries as { action: string }[];
    expect(new Set(refused.map(({ action }) => action))).toEqual(new Set(['refused']));
  });

  it('a write from a page of another origin is refused', async () => {
    const cookie = await anna.cookie();
    const from = (headers: Record<string, string>) =>
      request(city.server).delete('/api/v1/session').set('Cookie', cookie).set(headers);
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const answer = await from(headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    }
    // A name that was made to point here is not a name of this machine.
    const rebound = await from({ Host: 'evil.example', Origin: 'http://evil.example' });
    expect([rebound.status, rebound.body.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await request(city.server).get('/api/v1/session').set('Cookie', cookie)).status).toBe(200);
    expect((await from({ Host: 'localhost:3000', Origin: 'http://localhost:3000' })).status).toBe(204);
  });

  it('a session that somebody wrote into the store signs nobody in, and raises the alarm', async () => {
    const cookie = await bo.cookie();
    const database = new DatabaseSync(path.join(city.folder, 'sessions.sqlite'));
    const id = 'c'.repeat(43);
    database
      .prepare(
        `INSERT INTO session SELECT ?, 'ec-farsta', started_at, used_at, mac FROM session WHERE user_id = 'hl-farsta-2' LIMIT 1`,
      )
      .run(createHash('sha256').update(id).digest('hex'));
    database.prepare(`UPDATE session SET user_id = 'hl-farsta-3' WHERE user_id = 'hl-farsta-2'`).run();
    database.close();
    for (const each of [`rt-session=${id}`, cookie])
      await request(city.server).get('/api/v1/session').set('Cookie', each).expect(401);
    expect((await request(city.server).get('/metrics')).text).toMatch(/^rt_sessions_forged_total 2$/m);
  });

  it('the chain of the access log is whole, and a changed entry is refused with an alarm', async () => {
    const entries = await entriesOf();
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.at(-1)).toMatchObject({ userId: 'ec-farsta', action: 'accessLog' });
    expect((await city.api.nest.get<AccessLog>(ACCESS_LOG).verify()).ok).toBe(true);
    const database = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'));
    database.exec(`UPDATE access SET user_id = 'hl-farsta-3' WHERE user_id = 'hl-farsta-2'`);
    database.close();
    const asked = await manager.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' });
    expect([asked.status, asked.body.code]).toEqual([500, 'ACCESS_LOG_DAMAGED']);
    expect(asked.text).not.toContain('hl-farsta-3');
    expect((await request(city.server).get('/metrics')).text).toMatch(/^rt_access_log_damaged_total 1$/m);
    expect((await manager.reads(`/files/${fileId}`, { 'X-Purpose': 'quality' })).status).toBe(200);
  });
});
