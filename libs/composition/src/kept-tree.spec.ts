import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sealAsAtFirst } from '@rt/event-store/first-seal.fixture';
import { newEvent } from '@rt/event-store/store.fixture';
import { acceptLoss } from './accept-loss';
import { openHouse, type House } from './house';

const [first, second] = ['personalFile-1', 'personalFile-2'];
let dataDir: string;
const at = (name: string): string => path.join(dataDir, name);
const settings = () => ({ dataDir, municipality: 'exempelstad' });

const inHouse = async <T>(
  work: (house: House) => Promise<T>,
  onMadeAnew?: (file: string) => void,
): Promise<T> => {
  const house = await openHouse(settings(), { mode: 'write', ...(onMadeAnew && { onMadeAnew }) });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
};
const checkpoint = (): Promise<unknown> => inHouse(async ({ evidence }) => (await evidence()).checkpoint());
const nothing = async (): Promise<string> => 'it opened';
const removeTree = (): void =>
  ['', '-wal', '-shm'].forEach((end) => rmSync(at(`tree.sqlite${end}`), { force: true }));

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'rt-kept-tree-'));
  await inHouse(async ({ store }) => {
    await store.append(first, 'none', [newEvent(), newEvent()]);
    await store.append(second, 'none', [newEvent()]);
  });
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('a tree that was deleted after a checkpoint', () => {
  beforeEach(checkpoint);
  beforeEach(removeTree);

  it('is made anew from the events, and every start says so until a person has accepted it', async () => {
    const said: string[] = [];
    for (const times of [1, 2]) {
      await inHouse(
        async (house) => {
          const evidence = await house.evidence();
          await evidence.checkpoint();
          expect((await evidence.verify()).problems).toEqual([]);
          expect(house.treeMadeAnew()).toMatchObject({ signedBy: at('newest-checkpoint.json') });
        },
        (file) => said.push(file),
      );
      expect(said).toEqual(Array.from({ length: times }, () => 'tree.sqlite'));
    }
    await acceptLoss(settings(), 'operator-1');
    expect(
      await inHouse(
        async (house) => house.treeMadeAnew(),
        (file) => said.push(file),
      ),
    ).toBeUndefined();
    expect(said).toHaveLength(2);
  });

  it('is not made anew from a history that was rewritten', async () => {
    const database = new DatabaseSync(at('events.sqlite'));
    const row = database.prepare('SELECT envelope FROM events WHERE position = 2').get() as {
      envelope: string;
    };
    const envelope = row.envelope.replace('"occurredOn":"2026-03-02"', '"occurredOn":"2026-04-02"');
    const hash = createHash('sha256').update(envelope).digest('hex');
    database.prepare('UPDATE events SET envelope = ?, hash = ? WHERE position = 2').run(envelope, hash);
    database.close();
    await expect(inHouse(nothing)).rejects.toMatchObject({
      reason: 'behind',
      message: expect.stringMatching(/rewritten at personalFile-1 1/) as string,
    });
  });
});

it('an older tree put in place of the newest is refused', async () => {
  await inHouse(async ({ evidence }) => (await evidence()).follow());
  copyFileSync(at('tree.sqlite'), at('older'));
  await checkpoint();
  removeTree();
  copyFileSync(at('older'), at('tree.sqlite'));
  await expect(inHouse(nothing)).rejects.toMatchObject({
    reason: 'behind',
    message: expect.stringMatching(/it is not the tree that .*newest-checkpoint\.json signed/) as string,
  });
});

describe('opening a folder', () => {
  const signedAt = (): Promise<string | undefined> =>
    inHouse(async ({ evidence }) => (await (await evidence()).sinceLast()).madeAt);

  it('with events of the first seal signs them at once, and only once', async () => {
    await sealAsAtFirst(dataDir, () => false);
    const made = await signedAt();
    expect(made).toBeDefined();
    expect(await signedAt()).toBe(made);
  });

  it('with events of the second seal waits until a checkpoint is due', async () => {
    expect(await signedAt()).toBeUndefined();
  });
});
