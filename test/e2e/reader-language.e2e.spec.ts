import request from 'supertest';
import { labelOfParameter } from '../../apps/api/src/http/parameter-labels';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { openCity, type City, type CityUser } from './city.fixture';

/** Errors in the language that the reader prefers, with the label of the field and what may stand there. */
describe('errors in the language of the reader', () => {
  let city: City;
  let anna: CityUser;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity({ language: 'sv' });
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile();
  });
  afterAll(() => city.close());

  const refused = (accepts?: string, type = 'NoteWritten') =>
    anna.writes(
      `/files/${fileId}/events`,
      { type, occurredOn: '2026-03-03', data: { text: 'Ringde tillbaka.' } },
      accepts === undefined ? {} : { 'Accept-Language': accepts },
    );

  it.each([
    [undefined, 'sv'],
    ['*', 'sv'],
    ['de, fr;q=0.9', 'sv'],
    ['', 'sv'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us,en;q=0.9,sv;q=0.8', 'en'],
    ['en;q=0.3, sv;q=0.7', 'sv'],
    ['sv;q=0, *', 'en'],
    ['sv-SE;q=0.2, de;q=0.9, en;q=0.1', 'sv'],
    ['en;q=nonsense;;,', 'sv'],
  ])('Accept-Language: %s gives %s', async (accepts, language) => {
    const { body, headers } = await refused(accepts);
    expect(headers['content-language']).toBe(language);
    expect(headers['vary']).toMatch(/\bAccept-Language\b/);
    const [title, text] =
      language === 'sv'
        ? [/inget är sparat/, /^Dag: får inte ligga efter dagens datum/]
        : [/nothing was stored/, /^Day: may not be after today/];
    expect(body).toEqual(
      expect.objectContaining({
        title: expect.stringMatching(title),
        detail: expect.stringMatching(text),
        errors: [{ field: 'occurredOn', code: 'IN_THE_FUTURE', text: expect.stringMatching(text) }],
      }),
    );
  });

  it('without a preference, in the language of the settings', async () => {
    const english = await openCity({ language: 'en' });
    try {
      const { body, headers } = await english.person('hl-farsta-1').reads('/findings?on=igår');
      expect([headers['content-language'], body.errors[0].text]).toEqual([
        'en',
        expect.stringMatching(/^Day: should be a day/),
      ]);
    } finally {
      await english.close();
    }
  });

  it('errors before any route has been reached too', async () => {
    const answer = await request(city.server).get('/api/v1/session').set('Accept-Language', 'en');
    expect([answer.status, answer.headers['content-language'], answer.body.title]).toEqual([
      401,
      'en',
      'Sign in first.',
    ]);
    const foreign = await request(city.server).post('/api/v1/session').set('Origin', 'https://evil.example');
    expect([foreign.headers['content-language'], foreign.body.title]).toEqual([
      'sv',
      expect.stringContaining('en annan webbplats'),
    ]);
  });

  it.each([
    [
      '/findings?status=late',
      'status',
      ['overdue', 'violation'],
      /^Läge: ska vara ett eller flera av orden pending, /,
    ],
    ['/findings?order=random', 'order', ['oldestFirst', 'newestFirst'], /^Ordning: ska vara ett av orden /],
    ['/findings?colour=red', '', ['rule', 'status', 'limit'], /^Frågan har en parameter som inte finns\. /],
  ])('%s lists what is allowed', async (address, field, allowed, text) => {
    const { body } = await anna.reads(address);
    expect(body.errors).toEqual([
      {
        field,
        code: expect.any(String),
        text: expect.stringMatching(text),
        allowed: expect.arrayContaining(allowed),
      },
    ]);
  });

  it('every parameter of a query has a label', () => {
    const { paths } = city.api.nest.get(OpenApiDocument).whole as unknown as {
      paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
    };
    const names = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ parameters = [] }) => parameters.flatMap((one) => (one.in === 'query' ? [one.name] : [])));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => labelOfParameter(name).sv === name)).toEqual([]);
  });

  it('a code that is not in its list is answered with those that are', async () => {
    const step = (data: object) => ({ type: 'PartyRecorded', occurredOn: '2026-03-02', data });
    const { body } = await anna.writes(`/files/${fileId}/events`, step({ relation: 'friend', name: 'Kim' }));
    expect(body.errors).toContainEqual(
      expect.objectContaining({ field: 'data.relation', allowed: expect.arrayContaining(['parent']) }),
    );
  });

  it('every field that is wrong is named by its label', async () => {
    const { body } = await anna.writes(`/files/${fileId}/events`, {
      type: 'OrderSent',
      occurredOn: 'igår',
      data: {},
    });
    for (const { field, text } of body.errors as { field: string; text: string }[])
      expect([field, text]).toEqual([field, expect.stringMatching(/^[A-ZÅÄÖ][^:]+: ska vara /)]);
  });
});
