import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse, type House } from '@rt/composition';
import { newEvent } from '@rt/event-store/store.fixture';
import { startChild } from '../../libs/event-store/src/child-process.fixture';
import { Chance } from '../../libs/demo/src/chance';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';

const rounds = Number(process.env.RT_FAULT_ROUNDS ?? 10);
const streams = 300;

it(`a change of keys that is killed at any moment leaves a folder that opens whole (seed ${seed})`, async () => {
  const dataDir = path.join(suiteFolder(), 'data');
  const chance = new Chance(`${seed}/rotation`);
  const inHouse = async <Answer>(work: (house: House) => Promise<Answer>): Promise<Answer> => {
    const house = await openHouse({ dataDir, municipality: 'exempelstad' }, { mode: 'write' });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  };
  const first = await inHouse(async ({ store, evidence }) => {
    for (let n = 0; n < streams; n++) await store.append(`personalFile-${n}`, 'none', [newEvent()]);
    return (await evidence()).checkpoint();
  });
  const args = [
    '--require',
    path.join(__dirname, 'typescript-hook.cjs'),
    path.join(__dirname, 'rotation.child.ts'),
  ];
  const found = new Set<number>();
  for (let round = 0; round < rounds; round++) {
    const { child } = await startChild([...args, dataDir]);
    await sleep(chance.whole(0, 500));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await inHouse(async ({ store, evidence }) => {
      const tree = await (await evidence()).verify({ note: first.note, lists: first.lists });
      expect({ round, problems: tree.problems }).toEqual({ round, problems: [] });
      expect(await store.verify()).toMatchObject({ ok: true, events: streams });
      found.add((await evidence()).keyChanges.length);
    });
  }
  // Some of the changes were carried out, so the kills hit more than the start of the program.
  expect(found.size).toBeGreaterThan(1);
  await inHouse(async (house) => expect((await house.rotateKeys({ master: 'made' })).heldUp).toBe(false));
  expect(await inHouse(({ store }) => store.verify())).toMatchObject({ ok: true, events: streams });
});
