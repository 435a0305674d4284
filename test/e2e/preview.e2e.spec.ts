import { randomUUID } from 'node:crypto';
import { fromApplicationToOrder, openCity, type City } from './city.fixture';

/** The answer before the question is sent. */
describe('a step that is only shown', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity();
  });
  afterAll(() => city.close());

  const contact = (brother: string, some: object = {}) => ({
    type: 'ContactMade',
    occurredOn: '2026-03-18',
    data: {
      withPerson: false,
      partyIds: [brother],
      direction: 'out',
      channel: 'phone',
      subjects: ['measure', 'economy'],
      purpose: 'Tider för insatsen',
      disclosed: true,
      ground: null,
      ...some,
    },
  });

  it('says what it settles and makes, stores nothing, and is then recorded as it was shown', async () => {
    city.onDay('2026-03-02');
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
    await anna.records(fileId, steps);
    city.onDay('2026-03-18');
    const { revision } = (await anna.reads(`/files/${fileId}`)).body as { revision: number };
    const plan = {
      type: 'PlanReceived',
      occurredOn: '2026-03-18',
      caseId: ids.caseId,
      data: {
        orderId: ids.orderId,
        version: 1,
        task: 'Ledsaga till simhallen',
        purpose: 'Att komma ut',
        goals: [],
        participation: { took: true },
        contentUnclear: [],
      },
    };
    const headers = { 'Idempotency-Key': randomUUID() };
    const wrong = await anna.writes(`/files/${fileId}/events?preview=true`, plan, headers);
    const really = await anna.writes(`/files/${fileId}/events`, plan, headers);
    // The same errors as recording it gives, field by field.
    expect([wrong.status, wrong.body.code, wrong.body.errors]).toEqual([
      really.status,
      really.body.code,
      really.body.errors,
    ]);
    expect(wrong.status).toBe(422);

    const shown = await anna.writes(`/files/${fileId}/events?preview=true`, contact(ids.brother), headers);
    expect(shown.status).toBe(200);
    expect(shown.body.contacts[0].parties).toMatchObject([{ partyId: ids.brother, covered: false }]);
    expect(shown.body.contacts[0].grounds.length).toBeGreaterThan(3);
    const made = (shown.body.findings as { rule: string; effect: string; text: { sv: string } }[]).filter(
      ({ rule }) => rule === 'contact-relative-without-consent',
    );
    expect(made).toMatchObject([{ effect: 'makes', before: null, after: 'violation' }]);
    expect((await anna.reads(`/files/${fileId}`)).body.revision).toBe(revision);

    await anna.records(fileId, contact(ids.brother));
    const { findings } = (await anna.reads(`/files/${fileId}`)).body as { findings: { rule: string }[] };
    expect(findings.filter(({ rule }) => rule === 'contact-relative-without-consent')).toHaveLength(1);
  });

  it('is a reading of the file: with its permission, and in the access log', async () => {
    city.onDay('2026-03-18');
    const anna = city.person('hl-farsta-1');
    const fileId = await anna.opensFile();
    const note = { type: 'NoteWritten', occurredOn: '2026-03-18', data: { text: 'Hej' } };
    expect((await anna.writes(`/files/${fileId}/events?preview=true`, note)).status).toBe(200);
    expect((await anna.reads(`/files/${fileId}/cover?subjects=health`)).body).toMatchObject({ parties: [] });
    const unknown = await anna.reads(`/files/${fileId}/cover?party=${randomUUID()}`);
    expect(unknown).toMatchObject({
      status: 400,
      body: { code: 'INVALID_QUERY', errors: [{ field: 'party' }] },
    });
    const log = (
      await city.person('ec-farsta').reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' })
    ).body as {
      entries: { scope?: string; userId: string }[];
    };
    expect(log.entries.map(({ scope }) => scope)).toEqual(
      expect.arrayContaining(['preview', 'cover on=2026-03-18']),
    );
    const stranger = city.person('hl-sodermalm-1');
    expect((await stranger.writes(`/files/${fileId}/events?preview=true`, note)).status).toBe(403);
    expect((await stranger.reads(`/files/${fileId}/cover`)).status).toBe(403);
    expect((await anna.writes(`/files/${fileId}/events?preview=yes`, note)).body.code).toBe('INVALID_QUERY');
  });
});
