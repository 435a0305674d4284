import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChild } from '../../libs/event-store/src/child-process.fixture';
import { expectRefusal, note, openFileByCli, rt } from './command-line';
import { suiteFolder } from './temporary-folder';

it('a second writer is told which process writes already; when that is killed, the folder is free at once', async () => {
  const folder = path.join(suiteFolder(), 'data');
  const fileId = await openFileByCli(folder);
  const hook = path.join(__dirname, 'typescript-hook.cjs');
  const store = path.join(__dirname, '../../libs/event-store/src/sqlite/store-child.fixture.ts');
  const { child: holder } = await startChild(['--require', hook, store, folder, 'write']);
  const record = (): ReturnType<typeof rt> =>
    rt(['record', fileId, '--data-dir', folder, '--key', 'note'], {
      stdin: note('Said twice, stored once.'),
    });

  const who = new RegExp(
    `Another process writes.*process ${holder.pid} \\(.*store-child\\.fixture\\.ts.*\\)`,
  );
  expectRefusal(await record(), who);
  const verified = async (): Promise<unknown> =>
    JSON.parse((await rt(['verify', '--data-dir', folder, '--json'])).out);
  expect(await verified()).toMatchObject({ ok: true, events: 1 });

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await record()).toMatchObject({ exitCode: 0 });
  expect(await verified()).toMatchObject({ ok: true, events: 2 });
});

it.each<[string, (lock: string) => void]>([
  ['deleted', (lock) => rmSync(lock)],
  [
    'replaced by an empty file',
    (lock) => {
      rmSync(lock);
      writeFileSync(lock, '');
    },
  ],
])('a second writer finds out about the first one also when the lock file was %s', async (_, harm) => {
  const folder = path.join(suiteFolder(), 'data');
  const fileId = await openFileByCli(folder);
  const hook = path.join(__dirname, 'typescript-hook.cjs');
  const store = path.join(__dirname, '../../libs/event-store/src/sqlite/store-child.fixture.ts');
  const { child: holder } = await startChild(['--require', hook, store, folder, 'write']);
  const record = () =>
    rt(['record', fileId, '--data-dir', folder, '--key', 'note'], {
      stdin: note('Said twice, stored once.'),
    });
  harm(path.join(folder, 'writer.lock'));
  for (let tries = 0; tries < 2; tries++)
    expectRefusal(await record(), /writer\.lock is not the file that the last writer locked/);
  expect(await rt(['file', fileId, '--data-dir', folder])).toMatchObject({ exitCode: 0 });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await record()).toMatchObject({ exitCode: 0 });
});
