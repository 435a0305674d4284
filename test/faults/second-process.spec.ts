import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expectRefusal, note, openFile, rt } from './command-line';
import { temporaryFolder } from './temporary-folder';

let holder: ChildProcess | undefined;
afterEach(() => void holder?.kill('SIGKILL'));

it('a second writer is told who the first is; when that is killed, the folder is free at once', async () => {
  const folder = path.join(temporaryFolder(), 'data');
  const fileId = await openFile(folder);
  const hook = path.join(__dirname, 'typescript-hook.cjs');
  holder = spawn(
    process.execPath,
    ['--require', hook, path.join(__dirname, 'second-process.child.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(holder.stdout as NodeJS.ReadableStream, 'data');
  const record = (): ReturnType<typeof rt> =>
    rt(['record', fileId, '--data-dir', folder, '--key', 'note'], {
      stdin: note('Said twice, stored once.'),
    });

  const who = new RegExp(
    `Another process writes.*process ${holder.pid} \\(.*second-process\\.child\\.ts.*\\)`,
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
