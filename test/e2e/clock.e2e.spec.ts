import { openHouse } from '@rt/composition';
import request from 'supertest';
import { openCity, settingsFor, type City } from './city.fixture';

const PERSON = {
  name: 'Exempel Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
};

describe('a server whose clock leaps twenty years ahead', () => {
  let city: City;
  beforeEach(async () => {
    city = await openCity({}, 'realFiles');
  });
  afterEach(() => city.close());

  const ready = () => request(city.server).get('/health/ready');

  it('reads on, records nothing and says so, until somebody confirms the clock', async () => {
    const fileId = await city.person('hl-farsta-1').opensFile();
    expect((await ready()).status).toBe(200);
    city.onDay('2046-02-09');
    // The session ended in the leap.
    const worker = city.person('hl-farsta-1');
    const refused = await worker.writes('/files', { person: PERSON });
    expect([refused.status, refused.body.code]).toEqual([503, 'CLOCK_LEAPT']);
    expect((await worker.reads(`/files/${fileId}`)).status).toBe(200);
    const red = await ready();
    expect([red.status, red.body.errors]).toMatchObject([503, [{ field: '', code: 'clock' }]]);

    const house = await openHouse(settingsFor(city.folder).house, { mode: 'read' });
    house.confirmedClock.write({ at: '2046-02-09T10:00:00.000Z', by: 'os-drift' });
    await house.close();
    expect((await ready()).status).toBe(200);
    expect((await worker.writes('/files', { person: PERSON })).status).toBe(201);
  });
});
