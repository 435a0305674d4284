import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { houseSettingsFrom, openHouse, type House } from '@rt/composition';
import { CommandLine } from './command-line.fixture';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};
const NOTE = { type: 'NoteWritten', occurredOn: '2020-01-05', data: { text: 'Hej.' } };
const dayMs = 24 * 3_600_000;
const daysBefore = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const ruleset = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'LifeAreasAdopted',
  schemaVersion: 1,
  occurredOn: '2020-01-01',
  recordedBy: 'os-drift',
  unitId: 'norr',
  origin: 'operator',
  commandId: '00000000-0000-4000-8000-000000000002',
  requestHash: '',
  correlationId: '00000000-0000-4000-8000-000000000003',
  data: { from: '2020-01-01', lifeAreas: ['safety'] },
} as const;

describe('a clock that has leapt, in a folder with real files', () => {
  let rt: CommandLine;
  beforeEach(() => (rt = new CommandLine(false)));
  afterEach(() => rt.end());

  const inHouse = async (clock: { now: () => string }, work: (house: House) => Promise<unknown>) => {
    const house = await openHouse(houseSettingsFrom({}, rt.dataDir), { mode: 'write', clock });
    try {
      await work(house);
    } finally {
      await house.close();
    }
  };
  /** A folder whose newest event was recorded so many days ago. */
  const lastUsed = (days: number) =>
    inHouse({ now: () => daysBefore(days) }, ({ store }) =>
      store.append('ruleset-kommunen', 'none', [ruleset]),
    );
  const opens = () => rt.run(['open'], { stdin: PERSON });

  it('at a start 89 days after the newest event is believed', async () => {
    await lastUsed(89);
    expect((await opens()).exitCode).toBe(0);
  });

  it('at a start 91 days after the newest event records nothing until it is confirmed, and can be read', async () => {
    await lastUsed(91);
    const { exitCode, err, out } = await opens();
    expect(err).toContain('rt clock --confirm');
    expect([exitCode, out]).toEqual([3, '']);
    expect(await rt.json(['verify'])).toMatchObject({ ok: true, events: 1 });
    expect(await rt.json(['clock'])).toMatchObject({ confirmed: null, lastRecordedAt: expect.any(String) });
    expect(await rt.json(['clock', '--confirm'])).toMatchObject({
      confirmed: { at: expect.any(String), by: expect.stringMatching(/^os-/) },
    });
    expect((await opens()).exitCode).toBe(0);
  });

  it('is not confirmed by somebody who can only write in the folder', async () => {
    await lastUsed(91);
    await rt.run(['clock', '--confirm']);
    const file = path.join(rt.dataDir, 'clock-confirmed.json');
    const confirmation = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...confirmation, at: daysBefore(1) }));
    expect((await opens()).exitCode).toBe(3);
  });

  it('while the process runs stops writing until it is confirmed or set right, and what was recorded stays', async () => {
    let now = daysBefore(1);
    await inHouse({ now: () => now }, async ({ store, confirmedClock }) => {
      await store.append('ruleset-kommunen', 'none', [ruleset]);
      const [right, wrong] = [now, '2046-03-02T09:30:00.000Z'];
      now = wrong;
      const another = { ...ruleset, id: '00000000-0000-4000-8000-000000000009' };
      await expect(store.append('ruleset-kommunen', 0, [another])).rejects.toMatchObject({
        code: 'CLOCK_LEAPT',
      });
      expect(store.clockHasLeapt()).toBe(true);
      expect(await store.readStream('ruleset-kommunen')).toHaveLength(1);
      now = right;
      expect(store.clockHasLeapt()).toBe(false);
      now = wrong;
      confirmedClock.write({ at: now, by: 'os-drift' });
      expect((await store.append('ruleset-kommunen', 0, [another])).revision).toBe(1);
    });
  });
});

it('a demo folder takes any clock', async () => {
  const rt = new CommandLine();
  try {
    const { fileId } = await rt.json<{ fileId: string }>(['open'], {
      now: '2020-01-05T09:00:00.000Z',
      stdin: PERSON,
    });
    const later = await rt.run(['record', fileId], { now: '2046-01-05T09:00:00.000Z', stdin: NOTE });
    expect(later.exitCode).toBe(0);
  } finally {
    rt.end();
  }
});
