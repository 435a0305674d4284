import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newEvent } from '@rt/event-store/store.fixture';
import { openHouse } from './house';

const dataDir = mkdtempSync(path.join(tmpdir(), 'rt-house-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

it('files can be read while the tree over their order cannot', async () => {
  const house = await openHouse({ dataDir, municipality: 'exempelstad' }, { mode: 'write' });
  const stream = 'personalFile-1';
  await house.store.append(stream, 'none', [newEvent()]);
  await (await house.evidence()).follow();
  expect(await house.store.readStream(stream)).toHaveLength(1);
  const tree = new DatabaseSync(path.join(dataDir, 'tree.sqlite'));
  tree.exec('DROP TABLE heads');
  tree.close();
  expect(await house.store.readStream(stream)).toHaveLength(1);
  await house.close();
});
