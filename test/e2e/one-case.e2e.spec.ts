import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** What the API answers about one file. Whole stories with several users are in test/scenarios. */
describe('a case over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let manager: CityUser;
  let fileId: string;

  beforeAll(async () => {
    city = await openCity();
    anna = city.person('hl-farsta-1');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    city.onDay('2026-03-02');
    const recorded = await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    expect(recorded.body.events).toHaveLength(8);
    expect(recorded.headers.etag).toBe('"8"');
  });
  afterAll(() => city.close());

  it('the case worker sees the whole file, and the access log says so', async () => {
    const { status, headers, body } = await anna.reads(`/files/${fileId}`);
    expect(status).toBe(200);
    expect(headers.etag).toBe('"8"');
    expect(body).toMatchObject({ fileId, revision: 8, as: { role: 'caseWorker', relation: 'assigned' } });
    expect(body.facts.things.order).toHaveLength(1);
    const log = await manager.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' });
    expect(log.body.entries).toEqual([
      expect.objectContaining({
        userId: 'hl-farsta-1',
        purpose: 'handling',
        action: 'open',
        fileId,
      }),
      expect.objectContaining({
        userId: 'ec-farsta',
        relation: 'sameUnit',
        purpose: 'quality',
        action: 'accessLog',
      }),
    ]);
  });

  it('history comes in pages, in the order of recording', async () => {
    const first = await anna.reads(`/files/${fileId}/events?limit=5`);
    expect(first.body.events.map(({ type }: { type: string }) => type)).toEqual([
      'PersonalFileOpened',
      'CaseOpened',
      'CaseWorkerAssigned',
      'PartyRecorded',
      'ApplicationReceived',
    ]);
    const second = await anna.reads(`/files/${fileId}/events?from=${first.body.next}&limit=1000`);
    expect(second.body.events[0].revision).toBe(5);
    expect(second.body.next).toBeNull();
  });

  it('history and replay say that an entry was taken out, by whom and when, never what', async () => {
    const note = (text: string) => ({ type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });
    const { body } = await anna.records(fileId, [note('Gäller en annan person.'), note('Hemligt.')]);
    const [wrongFile, secret] = body.events.map(({ eventId }: { eventId: string }) => eventId);
    const about = (type: string, data: object) => ({ type, occurredOn: '2026-03-02', data });
    await anna.records(fileId, about('EntryRetracted', { eventId: wrongFile, reason: 'Fel akt' }));
    const redacted = await manager.writes(
      `/files/${fileId}/events`,
      about('EntryRedacted', { eventId: secret, ground: 'Beslut 2026-03-02' }),
      { 'X-Purpose': 'quality' },
    );
    expect([redacted.status, redacted.body.errors ?? []]).toEqual([201, []]);
    const replay = (await anna.reads(`/files/${fileId}/replay?asOf=2026-03-02`)).body;
    const takenOut = [
      { eventId: wrongFile, how: 'retracted', by: 'hl-farsta-1', at: expect.any(String) },
      { eventId: secret, how: 'redacted', by: 'ec-farsta', at: expect.any(String) },
    ];
    expect(replay.takenOut).toEqual(takenOut);
    expect(JSON.stringify(replay)).not.toMatch(/Hemligt|annan person/);
    const history = (await anna.reads(`/files/${fileId}/events`)).body;
    expect(history.takenOut).toEqual(takenOut);
    expect(JSON.stringify(history)).not.toContain('Hemligt');
    expect((await anna.reads(`/files/${fileId}/events?limit=5`)).body.takenOut).toEqual([]);
    expect((await anna.reads(`/files/${fileId}/replay?asOf=2026-03-01`)).body.takenOut).toEqual([]);
  });
});
