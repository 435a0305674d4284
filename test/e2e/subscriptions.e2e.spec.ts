import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { openApi } from '../../apps/api/src/open-api';
import { fromApplicationToOrder, openCity, settingsFor, threadArgs, type City } from './city.fixture';
import { startMailServer, type MailServer } from './mail-server.fixture';

/** What users are told outside the pages: a real mail server on this machine, and a calendar without a session. */
describe('the mail of the day and the calendar', () => {
  let city: City;
  let mailServer: MailServer;
  const mail = () => ({
    smtp: mailServer.url,
    from: 'roda-traden@exempelstad.example',
    address: 'https://roda-traden.exempelstad.example',
  });
  const person = {
    name: 'Vilma Skogsexempel',
    identity: { kind: 'birthDate', value: '1984-05-17' },
    sex: 'female',
    protectedIdentity: false,
  };
  const anna = () => city.person('hl-farsta-1');
  /** Starts another server on the same folder at an instant; it sends at once what is due. */
  const serverAt = async (now: string, mode: 'read' | 'write' = 'write') => {
    const log: string[] = [];
    const api = await openApi(settingsFor(city.folder, { mail: mail(), language: 'sv' }), {
      clock: { now: () => now },
      logTo: { write: (line: string) => void log.push(line) },
      threadArgs,
      mode,
    });
    return { api, log };
  };

  beforeAll(async () => {
    mailServer = await startMailServer(['hl-farsta-2@exempelstad.example']);
    city = await openCity({ mail: mail() });
    city.onDay('2026-03-02');
    const file = await anna().opensFile(person);
    await anna().records(file, fromApplicationToOrder('hl-farsta-1').steps);
    const refused = city.person('hl-farsta-2');
    const other = {
      ...person,
      name: 'Ymer Wallexempel',
      identity: { kind: 'birthDate', value: '1985-06-18' },
    };
    await refused.records(await refused.opensFile(other), fromApplicationToOrder('hl-farsta-2').steps);
    city.onDay('2026-06-01');
  });
  afterAll(async () => {
    await city.close();
    await mailServer.close();
  });

  it('are off until they are chosen, say where the mail goes, and are one’s own', async () => {
    const off = { digest: { hour: null, to: 'hl-farsta-1@exempelstad.example' }, calendar: { since: null } };
    expect((await anna().reads('/subscriptions')).body).toEqual(off);
    const on = await puts('hl-farsta-1', { hour: 7 });
    expect([on.status, on.body]).toEqual([200, { ...off, digest: { ...off.digest, hour: 7 } }]);
    expect((await city.person('hl-farsta-3').reads('/subscriptions')).body.digest.hour).toBeNull();
    expect((await puts('hl-farsta-1', { hour: null })).body).toEqual(off);
  });

  it.each([{ hour: 24 }, { hour: 7.5 }, { hour: '7' }, {}, []])('refuse the choice %j', async (body) => {
    const { status, body: problem } = await puts('hl-farsta-1', body);
    expect([status, problem.errors[0].field]).toEqual([400, 'hour']);
  });

  it.each(['insp-1', 'godk-1'])('are for those with a worklist, not for %s', async (userId) => {
    expect((await city.person(userId).reads('/subscriptions')).status).toBe(403);
  });

  it('open the calendar by its secret address alone, and end with it', async () => {
    const { status, body } = await anna().writes('/subscriptions/calendar', undefined);
    expect([status, body.since]).toEqual([201, '2026-06-01T11:00:00.000Z']);
    const opened = await calendarAt(body.path as string);
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { body: worklist } = await anna().reads('/worklist?limit=500');
    expect(worklist.lines.length).toBeGreaterThan(2);
    expect(opened.text.match(/BEGIN:VEVENT/g)).toHaveLength(worklist.lines.length);
    for (const told of [
      'Skogsexempel',
      'Vilma',
      '1984',
      ...Object.values(worklist.caseLabels).flatMap(words),
    ])
      expect(opened.text).not.toContain(told);
    expect((await calendarAt(body.path as string, { 'Accept-Language': 'en' })).text).toContain(
      'NAME:My day',
    );
    expect((await calendarAt(body.path as string, { Accept: 'application/json' })).status).toBe(406);

    const renewed = await anna().writes('/subscriptions/calendar', undefined);
    expect((await calendarAt(body.path as string)).status).toBe(404);
    expect((await calendarAt(renewed.body.path as string)).status).toBe(200);
    for (let times = 0; times < 2; times++) await closes();
    expect((await calendarAt(renewed.body.path as string)).status).toBe(404);
    expect((await calendarAt(`/api/v1/calendar/${'x'.repeat(43)}`)).status).toBe(404);
    expect((await calendarAt('/api/v1/calendar/1')).status).toBe(404);
  });

  it('stand in the access log as readings of their user, and leave no secret behind', async () => {
    const { body } = await anna().writes('/subscriptions/calendar', undefined);
    const secret = String(body.path).split('/').at(-1) as string;
    await calendarAt(body.path as string);
    const { body: checked } = await city
      .person('ec-farsta')
      .reads('/users/hl-farsta-1/access-log?from=2026-06-01&to=2026-06-01&limit=500');
    const scopes = (checked.entries as { scope?: string }[]).map(({ scope }) => scope ?? '');
    expect(scopes.some((scope) => /^worklist=own .*as=calendar$/.test(scope))).toBe(true);
    for (const place of [...city.log, ...filesOf(city.folder)]) expect(place.includes(secret)).toBe(false);
    await closes();
  });

  it('tell by mail how much is to be done: once, from the hour, on a working day, and nothing of a file', async () => {
    for (const user of ['hl-farsta-1', 'hl-farsta-2'])
      expect((await puts(user, { hour: 7 })).status).toBe(200);
    await city.api.close();
    // Monday 8 June 2026. In summer 05:00 UTC is seven o'clock in Sweden. The first server is too early, and the second only reads.
    await (await serverAt('2026-06-08T04:59:59.999Z')).api.close();
    await (await serverAt('2026-06-08T06:00:00.000Z', 'read')).api.close();
    expect(mailServer.mails).toEqual([]);
    const { api, log } = await serverAt('2026-06-08T05:00:00.000Z');
    await mailServer.received(1);
    while (!log.join('').includes('the mail server takes no mail for one of the users'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await api.close();
    await (await serverAt('2026-06-08T18:00:00.000Z')).api.close();
    expect(mailServer.mails).toHaveLength(1);
    const [{ from, to, source }] = mailServer.mails as [MailServer['mails'][number]];
    expect([from, to]).toEqual(['roda-traden@exempelstad.example', ['hl-farsta-1@exempelstad.example']]);
    expect(source).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(decoded(source)).toMatch(/Min dag: \d+ saker att göra/);
    expect(decoded(source)).toContain('https://roda-traden.exempelstad.example/min-dag');
    for (const told of ['Skogsexempel', 'Vilma', 'akter/']) expect(decoded(source)).not.toContain(told);
    for (const line of log) expect(line).not.toMatch(/hl-farsta|exempelstad\.example/);
  });

  const puts = async (userId: string, body: object) =>
    request(city.server)
      .put('/api/v1/subscriptions/digest')
      .set('Cookie', await city.person(userId).cookie())
      .send(body);
  const closes = async () =>
    request(city.server)
      .delete('/api/v1/subscriptions/calendar')
      .set('Cookie', await anna().cookie())
      .expect(204);
  const calendarAt = (address: string, headers: Record<string, string> = {}) =>
    request(city.server).get(address).set(headers);
});

describe('without a mail server', () => {
  it('nobody can choose a mail, and everybody the calendar', async () => {
    const city = await openCity();
    const anna = city.person('hl-farsta-1');
    expect((await anna.reads('/subscriptions')).body.digest).toEqual({ hour: null, to: null });
    const refused = await request(city.server)
      .put('/api/v1/subscriptions/digest')
      .set('Cookie', await anna.cookie())
      .send({ hour: 7 });
    expect([refused.status, refused.body.code]).toEqual([409, 'NO_MAIL']);
    expect((await anna.writes('/subscriptions/calendar', undefined)).status).toBe(201);
    await city.close();
  });
});

const words = (label: unknown): readonly string[] =>
  Object.values((label ?? {}) as Record<string, unknown>).filter(
    (each): each is string => typeof each === 'string' && /\d/.test(each),
  );

/** The bytes of all files of a folder. */
const filesOf = (folder: string): readonly Buffer[] =>
  readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file));

/** A mail as its reader sees it. */
const decoded = (source: string): string =>
  Buffer.from(
    source
      .replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, text: string) => text.replaceAll('_', ' '))
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
