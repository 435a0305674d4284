import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { expectRefusal, note, openFile, withoutClock } from './command-line';
import { canMount, readOnlyDisk, withMount, type Ran } from './namespace';
import { temporaryFolder } from './temporary-folder';

const mounts = canMount();
const way = mounts ? 'a read-only mount' : 'rights taken away, because this machine lets nobody mount';

afterAll(() => void process.stdout.write(`read-only folder: tried on ${way}\n`));

const root = path.join(__dirname, '..', '..');
const main = path.join(root, 'apps', 'cli', 'src', 'main.ts');

/** Somebody who owns nothing, where the suite runs as root and mounts are forbidden all the same. */
const nobody = 65_534;

const runReadOnly = (folder: string, args: readonly string[], input: string): Ran => {
  const command = [
    '--require',
    path.join(__dirname, 'typescript-hook.cjs'),
    main,
    ...args,
    '--data-dir',
    folder,
  ];
  if (mounts) return withMount(readOnlyDisk, folder, [process.execPath, ...command], { input });
  chmodSync(folder, 0o555);
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
  const asRoot = process.getuid?.() === 0;
  try {
    return spawnSync(process.execPath, command, {
      encoding: 'utf8',
      input,
      env: { ...process.env, RT_LANG: 'en' },
      ...(asRoot && { uid: nobody }),
    });
  } finally {
    chmodSync(folder, 0o700);
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o600);
  }
};

it(`a folder that cannot be written to (${way}) is refused in one line, and everything in it stays`, async () => {
  const folder = path.join(temporaryFolder(), 'data');
  const fileId = await openFile(folder);
  const before = readdirSync(folder).sort();
  const { status, stdout, stderr } = runReadOnly(folder, ['record', fileId], note('Never stored.'));
  expectRefusal(
    { exitCode: status ?? -1, out: stdout, err: withoutClock(stderr) },
    /cannot be written to.*rights/,
  );
  expect(readdirSync(folder).sort()).toEqual(before);
  const store = await openSqliteEventStore({
    folder,
    mode: 'read',
    clock: { now: () => '2026-06-01T08:00:00.000Z' },
  });
  expect(await store.verify()).toMatchObject({ ok: true, events: 1 });
  await store.close();
});
