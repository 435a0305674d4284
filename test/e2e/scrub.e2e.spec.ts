import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import request from 'supertest';
import { TABLES, tamper, TAMPERINGS } from '../../libs/read-models/src/scrub/tampering.fixture';
import { fromApplicationToOrder, openCity, type City } from './city.fixture';

/** Somebody changes rows of the read models under a running server: the alarm is raised, and the rows are made again. */
describe('a server whose read models are changed', () => {
  let city: City;
  let file: string;

  beforeAll(async () => {
    city = await openCity({ scrub: { days: 7, pauseMsMax: 0 } });
    city.onDay('2026-03-02');
    const anna = city.person('hl-farsta-1');
    file = await anna.opensFile();
    const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
    await anna.records(file, steps);
    const served = await anna.records(file, {
      type: 'DecisionServed',
      occurredOn: '2026-03-02',
      caseId: ids.caseId,
      data: { decisionId: ids.decisionId, how: 'letter' },
    });
    const [{ eventId }] = (served.body as { events: [{ eventId: string }] }).events;
    await anna.records(file, {
      type: 'EntryRetracted',
      occurredOn: '2026-03-02',
      data: { eventId, reason: 'Gäller en annan person', kind: 'wrongFile' },
    });
    await anna.records(file, [
      { type: 'ReminderSet', occurredOn: '2026-03-02', data: { on: '2026-03-09', text: 'Ring.' } },
    ]);
    const absence = await city.person('ec-farsta').writes('/units/farsta/events', {
      type: 'WorkerAbsent',
      data: { userId: 'hl-farsta-1', substituteId: 'hl-farsta-2', from: '2026-03-10', to: '2026-03-20' },
    });
    expect(absence.status).toBe(201);
    city.onDay('2026-04-20');
    await city.drawsOneOf('farsta', 'spring');
  });
  afterAll(() => city.close());

  const readModels = (): string => path.join(city.folder, 'read-models.sqlite');
  const alarms = async (table: string): Promise<number> => {
    const { text } = await request(city.server).get('/metrics');
    return Number(
      new RegExp(`^rt_read_model_differences_total{table="${table}"} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
    );
  };
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; !(await holds()); tries++) {
      if (tries > 300) throw new Error('it did not come');
      await sleep(50);
    }
  };

  const contents = (): unknown => {
    const database = new DatabaseSync(readModels(), { readOnly: true });
    try {
      return TABLES.map(({ name }) => {
        const rows = database.prepare(`select * from ${name.replace(/[A-Z]/g, '_$&')}`).all();
        return [name, rows.map((row) => JSON.stringify(row)).sort()];
      });
    } finally {
      database.close();
    }
  };

  it.each(Object.keys(TAMPERINGS) as (keyof typeof TAMPERINGS)[])(
    'raises an alarm for a row that was %s in any table, and makes the old rows again',
    async (how) => {
      const before = contents();
      const counted = new Map<string, number>();
      for (const { name } of TABLES) counted.set(name, await alarms(name));
      const lines = city.log.length;
      const owners = TABLES.map((table) => [table.name, tamper(readModels(), how, table)] as const);
      for (const { name } of TABLES)
        await until(async () => (await alarms(name)) > (counted.get(name) as number));
      await until(async () => isDeepStrictEqual(contents(), before));
      const said = city.log.slice(lines).flatMap((line) => {
        const { level, code, table, owner } = JSON.parse(line) as Record<string, unknown>;
        return code === 'READ_MODEL_DIFFERS' ? [`${level} ${table} ${owner}`] : [];
      });
      for (const [table, owner] of owners) expect(said).toContain(`50 ${table} ${owner}`);
      expect(city.log.join('')).not.toMatch(/tampered|2001-01-01/);
    },
  );
});
