import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import request, { type Response } from 'supertest';
import { READ_DATABASE } from '../../apps/api/src/ports';
import { ReadDatabaseBusy, type ReadDatabase } from '@rt/read-models';
import { damagePages } from '../../libs/read-models/src/scrub/tampering.fixture';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** Pages of the read models are damaged under a running server: it says so, makes them anew, and everything else goes on. */
describe('a server whose read models are damaged', () => {
  let city: City;
  let anna: CityUser;
  let file: string;
  let readModels: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    file = await anna.opensFile();
    await anna.records(file, fromApplicationToOrder('hl-farsta-1').steps);
    city.onDay('2026-04-20');
    readModels = path.join(city.folder, 'read-models.sqlite');
  });
  afterAll(() => city.close());

  const untilAnswered = async (address: string): Promise<readonly Response[]> => {
    const answers: Response[] = [];
    while (answers.at(-1)?.status !== 200) {
      if (answers.length > 300) throw new Error('it was not made anew');
      if (answers.length > 0) await sleep(50);
      answers.push(await anna.reads(address));
    }
    return answers;
  };
  const madeAnew = async (): Promise<number> => {
    const { text } = await request(city.server).get('/metrics');
    return Number(/^rt_databases_made_anew_total\{file="read-models.sqlite"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };

  it.each([
    ['a request', 'findings%'],
    ['the thread that follows the events', 'expiries_by_key'],
  ])('makes them anew when %s meets the damage', async (_by, names) => {
    const before = (await anna.reads('/worklist')).body;
    const alarms = await madeAnew();
    damagePages(readModels, names);
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } };
    // Neither writing nor reading a file depends on the read models.
    if (names === 'findings%') {
      const refused = await anna.reads('/worklist');
      expect([refused.status, refused.body.code]).toEqual([503, 'READ_MODELS_DAMAGED']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.stringify(refused.body)).not.toMatch(/sqlite|node_modules|\bat /);
      expect((await anna.reads(`/files/${file}`)).status).toBe(200);
    }
    const written = await anna.writes(`/files/${file}/events`, [
      note,
      { type: 'ReminderSet', occurredOn: '2026-03-02', data: { on: '2026-09-09', text: 'Ring.' } },
    ]);
    expect(written.status).toBe(201);
    for (let tries = 0; (await madeAnew()) === alarms; tries++) {
      if (tries > 300) throw new Error('no alarm was raised');
      await sleep(50);
    }
    const answers = await untilAnswered('/worklist');
    for (const { status, body } of answers.slice(0, -1))
      expect([status, body.code]).toEqual([503, 'READ_MODELS_DAMAGED']);
    expect(answers.at(-1)?.body).toEqual(before);
    expect(await madeAnew()).toBe(alarms + 1);
    expect(existsSync(`${readModels}.damaged`)).toBe(true);
    expect(city.log.join('')).toContain('"file":"read-models.sqlite"');
    await request(city.server).get('/health/ready').expect(200);
    await anna.records(file, note);
    expect((await anna.reads('/findings')).status).toBe(200);
  });

  it('makes them anew when a row makes no sense', async () => {
    const before = (await anna.reads('/findings')).body;
    const alarms = await madeAnew();
    const database = new DatabaseSync(readModels, { timeout: 5_000 });
    database.exec("UPDATE findings SET rule = 'n' || rule");
    database.close();
    const answers = await untilAnswered('/findings');
    expect(answers.length).toBeGreaterThan(1);
    for (const { status, body } of answers.slice(0, -1))
      expect([status, body.code]).toEqual([503, 'READ_MODELS_DAMAGED']);
    expect(answers.at(-1)?.body).toEqual(before);
    expect(await madeAnew()).toBe(alarms + 1);
  });

  it('asks a client to try again while another process is writing', async () => {
    const reader = jest
      .spyOn(city.api.nest.get<ReadDatabase>(READ_DATABASE), 'reader', 'get')
      .mockImplementation(() => {
        throw new ReadDatabaseBusy('another process is writing');
      });
    const { status, body, headers } = await anna.reads('/worklist');
    reader.mockRestore();
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'READ_MODELS_BUSY', '1']);
  });
});
