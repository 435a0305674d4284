import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { MAIN, node, run, transpile, type ProgramResult } from './child-program';
import { expectRefusal, note, openFileByCli, withoutClock } from './command-line';
import { canMount, readOnlyDisk, withMount } from './namespace';
import { suiteFolder } from './temporary-folder';

const mounts = canMount();
const way = mounts ? 'a read-only mount' : 'rights taken away, because this machine does not allow mounting';

afterAll(() => void process.stdout.write(`read-only folder: tried on ${way}\n`));

const runReadOnly = (folder: string, args: readonly string[], input: string): ProgramResult => {
  // On a read-only mount root cannot write either, so the program does not have to give up the rights of root.
  const program = mounts ? MAIN : 'read-only.child.ts';
  const command = node(program, ...args, '--data-dir', folder);
  if (mounts) {
    transpile(node(program, '--help'));
    return withMount(readOnlyDisk, folder, command, { input });
  }
  // The child process may have become another user, who must be able to enter every folder on the path.
  chmodSync(path.dirname(folder), 0o755);
  chmodSync(folder, 0o555);
  for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
  try {
    return run(command, { input });
  } finally {
    chmodSync(folder, 0o700);
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o600);
  }
};

it(`a folder that cannot be written to (${way}) is refused in one line, and everything in it stays`, async () => {
  const folder = path.join(suiteFolder(), 'data');
  const fileId = await openFileByCli(folder);
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
