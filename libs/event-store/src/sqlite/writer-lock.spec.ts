import { join } from 'node:path';
import { startChild } from '../child-process.fixture';
import { openStore, temporaryFolder } from '../store.fixture';

it('the lock is held although nothing refers to it and the garbage of its process was collected', async () => {
  const folder = temporaryFolder();
  await (await openStore({ folder })).close();
  const hook = join(__dirname, '..', 'typescript-child.fixture.cjs');
  const child = join(__dirname, 'lock-child.fixture.ts');
  const { said } = await startChild(['--expose-gc', '--require', hook, child, folder]);
  expect(said).toBe('collected function');
  await expect(openStore({ folder })).rejects.toMatchObject({ reason: 'locked' });
});
