import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import request from 'supertest';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';
import { unforetold, type Description } from './conforms.fixture';

const NUMBER = { kind: 'personalNumber', value: '198405179808' };
const ASEN = { ...KIM, name: 'Kim Åsén-Exempelsson', identity: NUMBER };
const HIDDEN = { ...KIM, name: 'Robin Fördold', protectedIdentity: true };

/** Finding a file while handling a case. */
describe('searching over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let elsewhere: CityUser;
  let asen: string;
  let hidden: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    elsewhere = city.person('hl-ostermalm-1');
    asen = await anna.opensFile(ASEN);
    hidden = await anna.opensFile(HIDDEN);
    await anna.records(asen, fromApplicationToOrder('hl-farsta-1').steps);
    await elsewhere.opensFile(ASEN);
  });
  afterAll(() => city.close());

  const position = async () => (await anna.writes('/files', { person: KIM })).body.position as string;
  const search = async (person: CityUser, term: unknown) =>
    person.writes('/search', { term }, { 'X-Read-After': after });
  let after: string;
  beforeAll(async () => (after = await position()));

  const found = async (person: CityUser, term: string) => {
    const { status, body } = await search(person, term);
    expect([status, body.errors]).toEqual([200, undefined]);
    return (body.files as { fileId: string }[]).map(({ fileId }) => fileId);
  };

  it.each(['åsén', 'EXEMPELSSON kim åsén', '840517-9808', '19840517-9808', '198405179808', '2026-0117'])(
    'finds the file of the own board by «%s»',
    async (term) => expect(await found(anna, term)).toEqual([asen]),
  );

  it('shows the name, the case numbers and the user’s relation to the file', async () => {
    expect((await search(bo, 'Åsén')).body).toEqual({
      files: [
        {
          fileId: asen,
          name: ASEN.name,
          protectedIdentity: false,
          caseNumbers: ['2026-0117'],
          relation: 'sameUnit',
        },
      ],
      more: false,
    });
  });

  it('finds nothing of another board, and nothing by data that may not be searched', async () => {
    const [theirs] = await found(elsewhere, 'Åsén');
    expect(theirs).not.toBe(asen);
    expect(await found(elsewhere, '2026-0117')).toEqual([]);
    for (const term of ['Robin Exempelsson', 'ledsagarservice', 'sén', '1984-05-17', '*', '%', asen])
      expect(await found(anna, term)).toEqual([]);
  });

  it('does not list a protected identity to a user without a relation to the file', async () => {
    expect(await found(anna, 'Fördold')).toEqual([hidden]);
    expect(await found(manager, 'Fördold')).toEqual([hidden]);
    expect(await found(bo, 'Fördold')).toEqual([hidden]);
    await manager.records(hidden, {
      type: 'CaseWorkerAssigned',
      occurredOn: '2026-03-02',
      data: { userId: 'hl-farsta-2', role: 'responsible', from: '2026-03-02' },
    });
    after = await position();
    expect((await search(anna, 'Fördold')).body).toEqual({ files: [], more: false });
    expect(await found(bo, 'Fördold')).toEqual([hidden]);
  });

  it('is for roles that handle cases', async () => {
    expect((await search(city.person('insp-1'), 'Åsén')).status).toBe(403);
    await request(city.server).post('/api/v1/search').send({ term: 'Åsén' }).expect(401);
  });

  it.each(['', ' ', '\u200b', '\u00a0\u2060'])('refuses a term without a visible character', async (term) => {
    expect((await search(anna, term)).body).toMatchObject({ errors: [{ field: 'term', code: 'term' }] });
  });

  it('takes any term, and refuses what is no term without repeating it', async () => {
    const description = city.api.nest.get(OpenApiDocument).whole as unknown as Description;
    let cookie = '';
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.constantFrom("' OR 1=1 --", 'x'.repeat(101), '\u0000', '__proto__', '%', '١٢٣٤٥٦٧٨٩٠', '🦆'),
          fc.anything(),
        ),
        async (term) => {
          if (asked++ % 50 === 0) {
            const session = await request(city.server)
              .post('/api/v1/session')
              .send({ userId: `hl-skarholmen-${Math.ceil(asked / 50)}` });
            cookie = (session.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] as string;
          }
          const body = JSON.stringify({ term }, (_, inner: unknown) =>
            typeof inner === 'bigint' ? String(inner) : inner,
          );
          const answer = await request(city.server)
            .post('/api/v1/search')
            .set('Cookie', cookie)
            .type('application/json')
            .send(body);
          expect(unforetold(description, 'POST', '/api/v1/search', answer)).toEqual([]);
          expect([200, 400]).toContain(answer.status);
          if (answer.status === 400)
            expect(answer.body.errors).toMatchObject([{ field: 'term', code: 'term' }]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves no trace of the term: not in the log, the metrics, the access log or any file', async () => {
    await search(anna, 'Åsén Hemlighet');
    await search(anna, '19901231-2391');
    await search(anna, '2031/hemligt');
    const log = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    const entries = log
      .prepare("SELECT * FROM access WHERE action = 'search' ORDER BY number DESC LIMIT 3")
      .all();
    log.close();
    expect(entries.map(({ scope, purpose, user_id: userId }) => [scope, purpose, userId])).toEqual([
      ['by=caseNumber', 'handling', 'hl-farsta-1'],
      ['by=personalNumber', 'handling', 'hl-farsta-1'],
      ['by=name', 'handling', 'hl-farsta-1'],
    ]);
    const { text } = await request(city.server).get('/metrics');
    const files = readdirSync(city.folder).map((name) =>
      readFileSync(path.join(city.folder, name)).toString('utf8'),
    );
    for (const secret of ['emligh', '19901231', '901231', '2031/', 'emligt'])
      for (const place of [...city.log, text, ...files, JSON.stringify(entries)])
        expect(place.includes(secret)).toBe(false);
    const kept = files.join('');
    for (const name of ['Åsén', 'åsén', '198405179808', 'Fördold']) expect(kept.includes(name)).toBe(false);
  });

  it('lists fifty, and says that there are more', async () => {
    for (let files = 0; files < 51; files += 1)
      await anna.opensFile({ ...KIM, name: `Många ${'ABCDEFGHIJ'[files % 10]}` });
    after = await position();
    const { body } = await search(anna, 'Många');
    expect([body.files.length, body.more]).toEqual([50, true]);
    const narrowed = await search(anna, 'Många A');
    expect([narrowed.body.files.length, narrowed.body.more]).toEqual([6, false]);
  });

  it('limits the searches of one user in a minute', async () => {
    const session = await request(city.server).post('/api/v1/session').send({ userId: 'hl-farsta-3' });
    const [cookie] = session.headers['set-cookie'] as unknown as string[];
    const ask = (own = cookie as string) =>
      request(city.server)
        .post('/api/v1/search')
        .set('Cookie', own.split(';')[0] as string)
        .send({ term: 'Kim' });
    const statuses = [];
    for (let searches = 0; searches < 61; searches += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429]);
    expect((await ask(await bo.cookie())).status).toBe(200);
  });
});
