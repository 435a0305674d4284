import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HouseStore } from '@rt/composition';
import { FileRepository } from '@rt/files';
import request from 'supertest';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** A bit flips in the wrapped key of one file: only what that key seals is refused, and everything else goes on. */
describe('a server with a damaged key', () => {
  let city: City;
  let anna: CityUser;
  let damaged: string;
  let whole: string;
  /**
   * A search opens every name in the groups of its words, and which words share a group is decided by the key of the store. Each of these has one chance in
   * thirty to share a group with the damaged file; all of them together have none worth naming.
   */
  const wordsOfWhole = ['Ymer', 'Birk', 'Dagny', 'Egil', 'Folke', 'Holger', 'Kjell', 'Wallexempel'];

  const personNamed = (name: string, value: string) => ({
    name,
    identity: { kind: 'birthDate', value },
    sex: 'female',
    protectedIdentity: false,
  });
  const search = (term: string) => anna.writes('/search', { term });

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    damaged = await anna.opensFile(personNamed('Vilma Skogsexempel', '1984-05-17'));
    await anna.records(damaged, fromApplicationToOrder('hl-farsta-1').steps);
    whole = await anna.opensFile(personNamed(wordsOfWhole.join(' '), '1985-06-18'));
    await anna.records(whole, fromApplicationToOrder('hl-farsta-1').steps);
    city.onDay('2026-06-01');
    const database = new DatabaseSync(path.join(city.folder, 'keys.sqlite'));
    const where = "stream LIKE '%' || ?";
    const { wrapped } = database.prepare(`SELECT wrapped FROM keys WHERE ${where}`).get(damaged) as {
      wrapped: Uint8Array;
    };
    wrapped[20] = (wrapped[20] as number) ^ 1;
    database.prepare(`UPDATE keys SET wrapped = ? WHERE ${where}`).run(wrapped, damaged);
    database.close();
    // What was opened before is still right; from here on it is opened again.
    city.api.nest.get<HouseStore>(EVENT_STORE).forgetKeys();
    city.api.nest.get(FileRepository).forgetAll();
  });
  afterAll(() => city.close());

  it('refuses that file and what is written to it, with a code that says what to do', async () => {
    for (const address of ['', '/events', '/replay?asOf=2026-03-02']) {
      const { status, body } = await anna.reads(`/files/${damaged}${address}`);
      expect([address, status, body.code]).toEqual([address, 503, 'KEY_DAMAGED']);
      expect(body.title).toMatch(/latest backup holds the key/);
    }
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } };
    expect(await anna.writes(`/files/${damaged}/events`, note)).toMatchObject({
      status: 503,
      body: { code: 'KEY_DAMAGED' },
    });
  });

  it('lists the findings of every file, and says of that one what cannot be read', async () => {
    const { status, body } = await anna.reads('/findings?limit=500');
    expect(status).toBe(200);
    const textsOf = (fileId: string): readonly string[] =>
      (body.findings as { fileId: string; text: { en: string } }[])
        .filter((finding) => finding.fileId === fileId)
        .map(({ text }) => text.en);
    expect(textsOf(damaged).length).toBeGreaterThan(0);
    expect(textsOf(whole)).toHaveLength(textsOf(damaged).length);
    for (const text of textsOf(damaged)) expect(text).toMatch(/key of the file is damaged/);
    for (const text of textsOf(whole)) expect(text).not.toMatch(/damaged/);
    for (const list of ['/worklist?limit=500', '/cases', '/notices'])
      expect([list, (await anna.reads(list)).status]).toEqual([list, 200]);
  });

  it('refuses a search that may concern that file, and answers every other one', async () => {
    expect(await search('Skogsexempel')).toMatchObject({ status: 503, body: { code: 'KEY_DAMAGED' } });
    const answers = await Promise.all(wordsOfWhole.map(search));
    const found = answers.filter(({ status }) => status === 200);
    expect(found.length).toBeGreaterThan(0);
    for (const { body } of found) expect(body).toMatchObject({ files: [{ fileId: whole }] });
    for (const { status, body } of answers)
      if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 503, code: 'KEY_DAMAGED' });
  });

  it('goes on with the other files, raises the alarm once, and is ready', async () => {
    await anna.records(whole, { type: 'NoteWritten', occurredOn: '2026-06-01', data: { text: 'Ringde.' } });
    expect((await anna.reads(`/files/${whole}`)).status).toBe(200);
    await request(city.server).get('/health/ready').expect(200);
    const { text } = await request(city.server).get('/metrics');
    expect(/^rt_keys_damaged_total (\d+)$/m.exec(text)?.[1]).toBe('1');
    expect(city.log.filter((line) => line.includes('a key is damaged'))).toHaveLength(1);
  });
});
