import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newEvent } from '@rt/event-store/store.fixture';
import { writeCheckpointFiles } from '@rt/evidence';
import { acceptLoss } from './accept-loss';
import { openHouse, type House } from './house';
import { restoreHouse } from './restore-house';
import type { HouseSettings } from './settings';

const stream = 'personalFile-1';
let folder: string;
let settings: HouseSettings;
const at = (name: string): string => path.join(settings.dataDir, name);

const inHouse = async <T>(work: (house: House) => Promise<T>, of = settings): Promise<T> => {
  const house = await openHouse(of, { mode: 'write' });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
};
const append = ({ store }: House, after: number | 'none'): Promise<unknown> =>
  store.append(stream, after, [newEvent()]);
const readModelsAt = async ({ readModels }: House, position: string): Promise<unknown> =>
  (await readModels()).writer
    .insertInto('modelStates')
    .values({ model: 'findings', version: '1', position })
    .execute();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rt-witnesses-'));
  const checkpointFolder = path.join(folder, 'checkpoints');
  mkdirSync(checkpointFolder);
  settings = { dataDir: path.join(folder, 'data'), municipality: 'exempelstad', checkpointFolder };
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store of two events that one witness has followed to the second, and whose database holds the first only; the mark does not know. */
const behind = async (follow: (house: House) => Promise<unknown>): Promise<void> => {
  const older = path.join(folder, 'older.sqlite');
  await inHouse((house) => append(house, 'none'));
  copyFileSync(at('events.sqlite'), older);
  await inHouse(async (house) => {
    await append(house, 0);
    await follow(house);
  });
  copyFileSync(older, at('events.sqlite'));
  rmSync(at('durable.mark'));
  forgetMark();
};
const inKeys = (sql: string): void => {
  const keys = new DatabaseSync(at('keys.sqlite'));
  keys.exec(sql);
  keys.close();
};
const forgetMark = (): void => inKeys("DELETE FROM store WHERE name = 'durableMark'");
const follow = async (house: House): Promise<void> => void (await (await house.evidence()).follow());
const sign = async (house: House): Promise<void> => {
  const made = await (await house.evidence()).checkpoint();
  writeCheckpointFiles(path.join(settings.checkpointFolder as string, '2026.checkpoint'), made);
};
const dropTree = (): void => {
  for (const name of readdirSync(settings.dataDir))
    if (name.startsWith('tree.sqlite') || name === 'newest-checkpoint.json') rmSync(at(name));
};

describe('a store that is behind what other files know is not opened for writing', () => {
  it.each<[string, (house: House) => Promise<unknown>, RegExp]>([
    ['its tree', follow, /tree\.sqlite knows position 2: the events 2 to 2 are missing/],
    ['its read models', (house) => readModelsAt(house, '2'), /read-models\.sqlite knows position 2/],
    [
      'a checkpoint elsewhere',
      async (house) => sign(house).then(dropTree),
      /2026\.checkpoint knows position 2, of 20/,
    ],
  ])('%s', async (_, witness, says) => {
    await behind(witness);
    const refused = inHouse(async () => 'it opened');
    await expect(refused).rejects.toMatchObject({
      reason: 'behind',
      message: expect.stringMatching(says) as string,
    });
    const house = await openHouse(settings, { mode: 'read' });
    expect(await house.loss()).toMatchObject({ kind: 'missing', from: 2, to: 2 });
    await house.close();
  });

  it('nor if the checkpoint elsewhere was signed before the signing key was changed', async () => {
    await inHouse((house) => append(house, 'none'));
    const older = path.join(folder, 'older.sqlite');
    copyFileSync(at('events.sqlite'), older);
    await inHouse(async (house) => {
      await append(house, 0);
      await sign(house);
      await house.rotateKeys({ signing: 'made' });
    });
    copyFileSync(older, at('events.sqlite'));
    dropTree();
    rmSync(at('durable.mark'));
    forgetMark();
    await expect(inHouse(async () => 'it opened')).rejects.toMatchObject({
      message: expect.stringMatching(/2026\.checkpoint knows position 2/) as string,
    });
  });

  it('nor one that took other events in their place', async () => {
    await behind(follow);
    rmSync(at('read-models.sqlite'), { force: true });
    const [tree, kept] = [at('tree.sqlite'), path.join(folder, 'kept.sqlite')];
    copyFileSync(tree, kept);
    rmSync(tree);
    await inHouse((house) => append(house, 0));
    copyFileSync(kept, tree);
    await expect(inHouse(async () => 'it opened')).rejects.toMatchObject({
      message: expect.stringMatching(/tree\.sqlite knows another event at position 2/) as string,
    });
  });
});

it('goes on when the loss is accepted; the tree that knew more is kept beside', async () => {
  await behind(async (house) => {
    await sign(house);
    await readModelsAt(house, '2');
  });
  expect(await acceptLoss(settings, 'operator-1')).toMatchObject({ kind: 'missing', from: 2, to: 2 });
  await inHouse(async (house) => {
    await append(house, 0);
    await (await house.evidence()).checkpoint();
    expect(await house.loss()).toBeUndefined();
  });
  expect(
    readdirSync(settings.dataDir).filter((name) => /^tree\.sqlite\.lost-[\dTZ-]+$/.test(name)),
  ).toHaveLength(1);
  expect(await acceptLoss(settings, 'operator-1')).toBeUndefined();
});

it('keys of an earlier generation than a checkpoint names are refused until a person accepts them', async () => {
  await inHouse(async (house) => {
    await append(house, 'none');
    await house.rotateKeys({ signing: 'made' });
  });
  await inHouse(sign);
  inKeys("UPDATE store SET value = '0' WHERE name = 'generation'");
  await expect(inHouse(async () => 'it opened')).rejects.toMatchObject({
    reason: 'wrongKey',
    message: expect.stringMatching(/names generation 1 of the keys, and these are of generation 0/) as string,
  });
  const house = await openHouse(settings, { mode: 'read' });
  expect(house.keysSetBack()).toMatchObject({ found: 0, named: 1 });
  await house.close();
  await acceptLoss(settings, 'operator-1');
  await inHouse(async (opened) => {
    expect(opened.keysSetBack()).toBeUndefined();
    expect((await (await opened.evidence()).verify()).problems).toEqual([]);
  });
});

it('an older backup can be restored, although a checkpoint elsewhere knows more', async () => {
  const place = path.join(folder, 'backups');
  await inHouse(async (house) => {
    await append(house, 'none');
    await house.backup(place);
    await append(house, 0);
    await sign(house);
  });
  const restored: HouseSettings = {
    ...settings,
    dataDir: path.join(folder, 'restored'),
    masterKeyFile: at('master.key'),
    signingKeyFile: at('signing.key'),
  };
  await restoreHouse(restored, place, { recordedBy: 'operator-1' });
  expect(await inHouse(({ store }) => store.lastPosition(), restored)).toBe('1');
  rmSync(path.join(restored.dataDir, 'accepted-end.json'));
  await expect(inHouse(async () => 'it opened', restored)).rejects.toMatchObject({ reason: 'behind' });
  expect(existsSync(at('accepted-end.json'))).toBe(false);
});
