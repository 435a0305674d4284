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
});
