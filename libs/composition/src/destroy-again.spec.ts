import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eraseStream, newEvent } from '@rt/event-store/store.fixture';
import type { CheckpointFiles } from '@rt/evidence';
import { openHouse, type House } from './house';
import { restoreHouse } from './restore-house';
import type { HouseSettings } from './settings';

const folders: string[] = [];
const settingsIn = (keysFrom?: string): HouseSettings => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'rt-house-'));
  folders.push(dataDir);
  if (keysFrom !== undefined)
    for (const key of ['master.key', 'signing.key'])
      copyFileSync(path.join(keysFrom, key), path.join(dataDir, key));
  return { dataDir, municipality: 'exempelstad' };
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

describe('a backup that is older than a redaction and an erasure', () => {
  const [kept, gone] = ['personalFile-1', 'personalFile-2'];
  let settings: HouseSettings;
  let place: string;
  let older: string;
  let checkpoint: CheckpointFiles;

  const inHouse = async <T>(of: HouseSettings, work: (house: House) => Promise<T>): Promise<T> => {
    const house = await openHouse(of, { mode: 'write' });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  };
  beforeEach(async () => {
    settings = settingsIn();
    place = path.join(settingsIn().dataDir, 'backups');
    await inHouse(settings, async ({ store, backup, evidence }) => {
      const texts = ['ett', 'hemligt', 'tre'].map((text) => newEvent({ data: { text } }));
      await store.append(kept, 'none', texts);
      await store.append(gone, 'none', [newEvent({ data: { text: 'hemligt' } })]);
      older = (await backup(place)).folder;
      const redacts = texts[1]?.id as string;
      await store.append(kept, 2, [newEvent({ type: 'EntryRedacted', redacts, data: { eventId: redacts } })]);
      await store.destroyRedacted(kept);
      await eraseStream(store, gone, 0);
      checkpoint = await (await evidence()).checkpoint();
      await backup(place);
    });
  });

  it('brings neither back: with the newest checkpoint they are destroyed in the restored store again', async () => {
    const restored = settingsIn(settings.dataDir);
    const { verification } = await restoreHouse(restored, older, { checkpoint, recordedBy: 'operator' });
    expect(verification).toMatchObject({ ok: true });
    await inHouse(restored, async ({ store }) => {
      const texts = (await store.readStream(kept)).map(({ data, redacted }) =>
        redacted === true ? 'redacted' : (data as { text?: string }).text,
      );
      expect(texts).toEqual(['ett', 'redacted', 'tre', undefined]);
      await expect(store.readStream(gone)).rejects.toMatchObject({ code: 'STREAM_ERASED' });
      expect(await store.verify()).toMatchObject({ ok: true });
    });
  });

  it('is refused without the checkpoint, and with keys that are older than the checkpoint names', async () => {
    const restored = settingsIn(settings.dataDir);
    const without = restoreHouse(restored, older, { recordedBy: 'operator' });
    await expect(without).rejects.toMatchObject({ reason: 'missing' });
    const newest = await inHouse(settings, async ({ store, evidence }) => {
      const [first] = await store.readStream(kept);
      const redacts = first?.id as string;
      await store.append(kept, 3, [newEvent({ type: 'EntryRedacted', redacts, data: { eventId: redacts } })]);
      await store.destroyRedacted(kept);
      return (await evidence()).checkpoint();
    });
    const withOlderKeys = restoreHouse(restored, older, { checkpoint: newest, recordedBy: 'operator' });
    await expect(withOlderKeys).rejects.toMatchObject({ reason: 'wrongKey' });
  });
});
