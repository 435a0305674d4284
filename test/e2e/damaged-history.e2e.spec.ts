import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FileRepository } from '@rt/files';
import request from 'supertest';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** One file's history is changed under a running server: that file answers with a code of its own, and everything else goes on. */
describe('a server with a damaged file', () => {
  let city: City;
  let anna: CityUser;
  let damaged: string;
  let whole: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    damaged = await anna.opensFile();
    await anna.records(damaged, fromApplicationToOrder('hl-farsta-1').steps);
    whole = await anna.opensFile();
    await anna.records(whole, fromApplicationToOrder('hl-farsta-1').steps);
    const database = new DatabaseSync(path.join(city.folder, 'events.sqlite'));
    database
      .prepare(
        `UPDATE events SET envelope = replace(envelope, '"occurredOn":"2026-0', '"occurredOn":"2025-0')
         WHERE stream = (SELECT number FROM streams WHERE name LIKE '%' || ?) AND revision = 3`,
      )
      .run(damaged);
    database.close();
    // What was read before the change is still right; from here on it is read again.
    city.api.nest.get(FileRepository).forgetAll();
  });
  afterAll(() => city.close());

  it('refuses to show it or to write in it, says why, and raises the alarm', async () => {
    const alarms = async (): Promise<number> => {
      const { text } = await request(city.server).get('/metrics');
      return Number(/^rt_history_damaged_total (\d+)$/m.exec(text)?.[1]);
    };
    const before = await alarms();
    for (const address of ['', '/events', '/replay?asOf=2026-03-02']) {
      const { status, body } = await anna.reads(`/files/${damaged}${address}`);
      expect([address, status, body.code]).toEqual([address, 500, 'HISTORY_DAMAGED']);
      expect(JSON.stringify(body)).not.toMatch(/sqlite|node_modules|\bat /);
    }
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } };
    expect(await anna.writes(`/files/${damaged}/events`, note)).toMatchObject({
      status: 500,
      body: { code: 'HISTORY_DAMAGED' },
    });
    expect(await alarms()).toBe(before + 4);
    expect(city.log.join('')).toContain('"code":"HISTORY_DAMAGED"');
  });

  it('tells a stranger the same as of a file that does not exist', async () => {
    const stranger = city.person('hl-ostermalm-1');
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } };
    const nowhere = '3f0c5a52-6d0e-4f5c-9d7e-0a4b1c2d3e4f';
    const told = async (fileId: string): Promise<unknown> => {
      const answers = [
        await stranger.reads(`/files/${fileId}`),
        await stranger.reads(`/files/${fileId}/events`),
        await stranger.writes(`/files/${fileId}/events`, note),
      ];
      return answers.map(({ status, body: { code, errors } }) => ({ status, code, errors }));
    };
    expect(await told(damaged)).toEqual(await told(nowhere));
    expect(await told(damaged)).toMatchObject([{ status: 403 }, { status: 403 }, { status: 403 }]);
  });

  it('goes on with the other files, and is ready', async () => {
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } };
    await anna.records(whole, note);
    expect((await anna.reads(`/files/${whole}`)).status).toBe(200);
    expect((await anna.reads('/worklist')).status).toBe(200);
    await request(city.server).get('/health/ready').expect(200);
  });
});
