import { csvColumnsOf } from '../../apps/api/src/lists/csv-columns';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

const csv = { Accept: 'text/csv' };
const LISTS = ['/files', '/findings', '/worklist', '/cases', '/notices'] as const;
const HELD_BACK = /^"?'?[=+\-@]/;

/** Lists as CSV: for the same readers, in the same words, and logged in the same way as the JSON. */
describe('lists as CSV', () => {
  let city: City;
  let anna: CityUser;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity({ language: 'sv' });
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile({ ...KIM, name: '=HYPERLINK("x")' });
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    const other = await anna.opensFile({ ...KIM, name: 'Åsa Öberg, d.y.' });
    await anna.records(other, fromApplicationToOrder('hl-farsta-1').steps);
    city.onDay('2026-04-20');
  });
  afterAll(() => city.close());

  const rows = (text: string): string[] => text.slice(1).trimEnd().split('\r\n');

  it.each(LISTS)(
    '%s has a header row in the language of the reader, and a row for each line',
    async (list) => {
      const { body } = await anna.reads(list);
      const lines = Object.values(body as Record<string, unknown>).find(Array.isArray) as object[];
      for (const [language, name] of [
        ['sv', 'Namn,Skyddade personuppgifter,'],
        ['en', 'Name,Protected identity,'],
      ]) {
        const answer = await anna.reads(list, { ...csv, 'Accept-Language': language as string });
        expect([answer.status, answer.headers['content-type'], answer.headers['content-language']]).toEqual([
          200,
          'text/csv; charset=utf-8; header=present',
          language,
        ]);
        expect(answer.headers['vary']).toMatch(/Accept, ?Accept-Language|Accept-Encoding.*Accept/);
        expect(answer.headers['content-disposition']).toMatch(
          /^attachment; filename=[a-z-]+-2026-04-20\.csv$/,
        );
        expect(answer.text.startsWith(`\uFEFF${name}`)).toBe(true);
        expect(rows(answer.text)).toHaveLength(1 + lines.length);
        expect(lines.length).toBeGreaterThan(0);
      }
    },
  );

  it('has the words of the field, and no formula', async () => {
    const { text } = await anna.reads('/findings?status=overdue', csv);
    expect(text).toMatch(/,förfallen[,\r]/);
    expect(text).toContain('"\'=HYPERLINK(""x"")"');
    expect(text).toContain('"Åsa Öberg, d.y."');
    for (const row of rows(text)) expect(row).not.toMatch(/^"?[=+@-]/);
    expect(rows(text).filter((row) => HELD_BACK.test(row)).length).toBeGreaterThan(0);
  });

  it('names the case, its measure and the unit beside their codes and ids', async () => {
    const { text } = await anna.reads('/cases', csv);
    const [head, first] = rows(text) as [string, string];
    expect(head).toContain('Namn,Skyddade personuppgifter,Ärendenummer,Insats,Insatskod,');
    expect(first).toMatch(/,2026-0117(-1)?,Ledsagarservice,ledsagarservice,/);
    expect(first).toContain(',Farsta,');
    expect(text).not.toContain(',farsta,');
  });

  it('every column has a label', () => {
    const { paths } = city.api.nest.get(OpenApiDocument).whole as unknown as {
      paths: Record<string, { get?: { responses: Record<string, { content?: object }> } }>;
    };
    const inCsv = Object.entries(paths).flatMap(([path, { get }]) =>
      'text/csv' in (get?.responses['200']?.content ?? {}) ? [path] : [],
    );
    expect(inCsv.sort()).toEqual(
      [...LISTS, '/reviews/{reviewId}/sample', '/reviews/{reviewId}/gaps']
        .map((list) => `/api/v1${list}`)
        .sort(),
    );
    for (const [answer, lines] of [
      ['Findings', 'findings'],
      ['Worklist', 'lines'],
      ['Cases', 'cases'],
      ['Notices', 'notices'],
      ['HeldFiles', 'files'],
      ['Sample', 'cases'],
      ['ReviewGaps', 'rows'],
    ] as const)
      expect([
        answer,
        csvColumnsOf({ answer, lines }).flatMap(({ path, label }) => (label ? [] : [path.join('.')])),
      ]).toEqual([answer, []]);
  });

  it('is the whole list without a limit, and says in Link where the rest is', async () => {
    const whole = rows((await anna.reads('/cases', csv)).text);
    const first = await anna.reads('/cases?limit=1', csv);
    const next = /^<\/api\/v1(\/cases\?[^>]+)>; rel="next"$/.exec(first.headers['link'] as string)?.[1];
    const second = await anna.reads(next as string, csv);
    expect([...rows(first.text), ...rows(second.text).slice(1)]).toEqual(whole);
    expect(second.headers['link']).toBeUndefined();
  });

  it('is refused and logged as the JSON is', async () => {
    const provider = city.person('insp-1');
    for (const headers of [{}, csv]) expect((await provider.reads('/worklist', headers)).status).toBe(403);
    const manager = city.person('ec-farsta');
    await anna.reads('/cases?state=ordered', csv);
    const log = await manager.reads('/users/hl-farsta-1/access-log');
    const scopes = (log.body.entries as { scope: string | null }[]).map(({ scope }) => scope);
    expect(scopes).toContainEqual(expect.stringMatching(/^cases=.*state=ordered.* as=csv$/));
  });

  it.each([
    ['/findings', 'text/csv;q=0.5, application/json', 200, /^application\/json/],
    ['/findings', 'application/json; charset=UTF-8', 200, /^application\/json/],
    ['/findings', 'text/html,application/xhtml+xml,*/*;q=0.8', 200, /^application\/json/],
    ['/findings', 'text/*', 200, /^text\/csv/],
    ['/findings', 'text/html', 406, /^application\/problem\+json/],
    ['/findings', 'text/csv;q=0', 406, /^application\/problem\+json/],
    ['/rules', 'text/csv', 406, /^application\/problem\+json/],
    ['/session', 'image/png', 406, /^application\/problem\+json/],
  ])('%s, Accept: %s: %i', async (address, accept, status, type) => {
    const answer = await anna.reads(address, { Accept: accept });
    expect([answer.status, answer.headers['content-type']]).toEqual([status, expect.stringMatching(type)]);
    if (status === 406)
      expect(answer.body).toMatchObject({
        code: 'NOT_ACCEPTABLE',
        errors: [{ field: 'Accept', allowed: expect.arrayContaining(['application/json']) }],
      });
  });

  it('a write whose answer cannot be given is not carried out', async () => {
    const step = { type: 'NoteWritten', occurredOn: '2026-04-20', data: { text: 'Ringde tillbaka.' } };
    const revision = async () => (await anna.reads(`/files/${fileId}`)).body.revision as number;
    const before = await revision();
    const answer = await anna.writes(`/files/${fileId}/events`, step, { Accept: 'text/csv' });
    expect(answer.status).toBe(406);
    expect(await revision()).toBe(before);
  });
});
