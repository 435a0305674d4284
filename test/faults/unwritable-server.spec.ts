import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { node, run, transpile, type ProgramResult } from './child-program';
import { canMount, smallDisk, withMount } from './namespace';
import { suiteFolder } from './temporary-folder';
import type { UnwritableLine } from './unwritable-server.child';

const child = (...args: string[]): readonly string[] => node('unwritable-server.child.ts', ...args);

const linesOf = ({ status, stdout, stderr }: ProgramResult): readonly UnwritableLine[] => {
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as UnwritableLine);
};

/** Checks that every route that writes said why it could not, that readiness named the files, and that all went on once the disk was mended. */
const check = (
  lines: readonly UnwritableLine[],
  refused: { status: number; codes: RegExp; why: string },
): void => {
  const at = (when: UnwritableLine['when']) => lines.filter((line) => line.when === when);
  for (const { asked, status } of [...at('before'), ...at('afterwards')])
    expect([asked, status < 300]).toEqual([asked, true]);
  const [ready, ...others] = at('meanwhile');
  expect(ready).toMatchObject({ asked: 'GET /health/ready', status: 503, code: 'NOT_READY' });
  for (const field of ['events.sqlite', 'keys.sqlite', 'access-log.sqlite', 'sessions.sqlite'])
    expect(ready?.errors).toContainEqual(expect.objectContaining({ field, code: refused.why }));
  expect(others).toHaveLength(5);
  for (const { asked, status, code } of others) {
    expect([asked, status]).toEqual([asked, refused.status]);
    expect(code).toMatch(refused.codes);
  }
};

const mounts = canMount();
const limits =
  run(['sh', '-c', 'command -v prlimit >/dev/null && echo yes || echo no']).stdout.trim() === 'yes';
afterAll(() => {
  process.stdout.write(
    `a server on a full disk: ${mounts ? 'tried' : 'not tried, no disk can be mounted'}\n`,
  );
  process.stdout.write(
    `a server on a failing disk: ${limits ? 'tried' : 'not tried, there is no prlimit'}\n`,
  );
});

it('a full disk: every route that writes answers 507, and readiness names the files', () => {
  const data = path.join(suiteFolder(), 'data');
  mkdirSync(data);
  if (!mounts) return;
  transpile(child());
  const lines = linesOf(withMount(smallDisk(12_000_000), data, child(data, 'full')));
  check(lines, { status: 507, codes: /^DISK_FULL$/, why: 'full' });
});

it('a disk that reports errors: every route that writes answers 503, and readiness names the files', () => {
  const data = path.join(suiteFolder(), 'data');
  if (!limits) return;
  check(linesOf(run(child(data, 'error'))), {
    status: 503,
    codes: /^(STORE_UNUSABLE|ACCESS_NOT_LOGGED)$/,
    why: 'diskError',
  });
});
