import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { openCity, type City, type CityUser } from './city.fixture';

/** What a server says and does when one of its databases cannot be used. */
describe('a server with a database that cannot be used', () => {
  let city: City;
  let anna: CityUser;
  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    await anna.opensFile();
  });
  afterAll(() => city.close());

  const file = (name: string) => path.join(city.folder, name);
  const metric = async (line: RegExp): Promise<number> =>
    Number(line.exec((await request(city.server).get('/metrics')).text)?.[1] ?? 0);
  const readiness = async (status: number): Promise<unknown> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await request(city.server).get('/health/ready');
      if (answer.status === status) return (answer.body as { errors?: unknown }).errors;
      await sleep(100);
    }
    throw new Error(`readiness never became ${status}`);
  };
  /** Moves all pages into the main file, then overwrites it. */
  const damage = (name: string): void => {
    const database = new DatabaseSync(file(name), { timeout: 5_000 });
    database.exec('PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    writeFileSync(file(name), 'This is a letter and no database. '.repeat(1_000));
  };

  it.each(['events.sqlite', 'keys.sqlite', 'tree.sqlite', 'access-log.sqlite', 'seen-notices.sqlite'])(
    'is not ready while %s is locked, and says so',
    async (name) => {
      await readiness(200);
      const holder = new DatabaseSync(file(name), { timeout: 5_000 });
      holder.exec('BEGIN IMMEDIATE');
      expect(await readiness(503)).toMatchObject([{ field: name, code: 'locked' }]);
      holder.exec('ROLLBACK');
      holder.close();
      await readiness(200);
    },
  );

  it('goes on without the damaged sessions: they are made anew, with an alarm', async () => {
    await readiness(200);
    const cookie = await anna.cookie();
    const me = () => request(city.server).get('/api/v1/session').set('Cookie', cookie);
    expect((await me()).status).toBe(200);
    damage('sessions.sqlite');
    expect((await me()).status).toBe(401);
    expect(await metric(/^rt_databases_made_anew_total{file="sessions.sqlite"} (\d+)$/m)).toBe(1);
    expect(city.log.join('')).toContain('"file":"sessions.sqlite"');
    city.onDay('2026-03-03');
    expect((await anna.reads('/worklist')).status).toBe(200);
    await readiness(200);
  });

  it('goes on without the damaged marks of seen notices', async () => {
    damage('seen-notices.sqlite');
    expect((await anna.reads('/notices')).status).toBe(200);
    expect(await metric(/^rt_databases_made_anew_total{file="seen-notices.sqlite"} (\d+)$/m)).toBe(1);
    await readiness(200);
  });

  it('answers nothing without its access log, never makes it anew, and logs which file it is', async () => {
    damage('access-log.sqlite');
    expect((await anna.reads('/worklist')).body).toMatchObject({ status: 503, code: 'ACCESS_NOT_LOGGED' });
    expect(await readiness(503)).toMatchObject([{ field: 'access-log.sqlite', code: 'corrupt' }]);
    expect(city.log.join('')).toMatch(
      /access-log\.sqlite: it is not a database.*put back the copy of the latest backup/,
    );
  });
});
