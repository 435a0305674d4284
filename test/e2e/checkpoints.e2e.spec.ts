import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { houseSettingsFrom, openHouse } from '@rt/composition';
import { readCheckpointFiles } from '@rt/evidence';
import request from 'supertest';
import { openCity, type City } from './city.fixture';

describe('the checkpoints of a server', () => {
  let city: City;
  let outside: string;
  afterEach(async () => {
    await city.close();
    rmSync(outside, { recursive: true, force: true });
  });

  const openWith = async (folder: string): Promise<void> => {
    city = await openCity({ checkpoints: { folder, every: 1_000 } });
    await city.person('hl-farsta-1').opensFile();
  };
  const until = async <Found>(look: () => Promise<Found | undefined>): Promise<Found> => {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      await sleep(50);
    }
  };
  const metric = async (outcome: string): Promise<true | undefined> => {
    const { text } = await request(city.server).get('/metrics');
    return new RegExp(`^rt_checkpoints_total\\{outcome="${outcome}"\\} [1-9]`, 'm').test(text) || undefined;
  };

  it('lie in the folder that is named, and fit the store', async () => {
    outside = mkdtempSync(path.join(tmpdir(), 'rt-outside-'));
    await openWith(outside);
    await until(() => metric('made'));
    const name = readdirSync(outside).find((file) => file.endsWith('.checkpoint')) as string;
    const house = await openHouse(
      { ...houseSettingsFrom({}, city.folder), municipality: 'exempelstad' },
      { mode: 'read' },
    );
    const checkpoint = readCheckpointFiles(path.join(outside, name));
    expect(checkpoint.lists?.heads.length).toBeGreaterThan(0);
    expect(await (await house.evidence()).verify(checkpoint)).toMatchObject({ ok: true });
    await house.close();
  });

  it('are missed with a line in the log and in the metrics, and work goes on', async () => {
    outside = path.join(tmpdir(), 'rt-not-mounted');
    await openWith(outside);
    await until(() => metric('failed'));
    expect(city.log.join('')).toContain('a checkpoint was due and could not be made');
    await city.person('hl-farsta-1').opensFile();
    expect((await request(city.server).get('/health/ready')).status).toBe(200);
  });
});
