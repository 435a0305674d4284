import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Survivor } from './after-a-kill';
import { MAIN, node, run, transpile, type ProgramResult } from './child-program';
import { expectRefusal } from './command-line';
import type { FullDiskLine } from './full-disk.child';
import { canMount, smallDisk, withMount } from './namespace';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';

const child = (...args: string[]): readonly string[] => node('full-disk.child.ts', ...args);
const mounts = canMount();
const way = mounts
  ? 'a small disk'
  : 'a limit on the database, because this machine does not allow mounting a small disk';

afterAll(() => void process.stdout.write(`full disk: tried on ${way}\n`));

/** Checks that writers were told of the full disk, that every acknowledged event is stored, and that writing went on once there was room. */
const check = async (
  folder: string,
  { status, stdout, stderr }: ProgramResult,
): Promise<readonly FullDiskLine[]> => {
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FullDiskLine);
  const told = lines.flatMap((line) => (line.at === 'full' ? [line] : []));
  expect(told.length).toBeGreaterThan(0);
  for (const { reason, message } of told) {
    expect(reason).toBe('full');
    expect(message).toMatch(/the disk is full; free some space and try again/);
  }
  expect(lines).toContainEqual({ at: 'whileFull', ok: true, events: expect.any(Number) as number });
  const acknowledged = lines.flatMap((line) => (line.at === 'acknowledged' ? [line] : []));
  expect(lines.findLastIndex(({ at }) => at === 'acknowledged')).toBeGreaterThan(
    lines.findLastIndex(({ at }) => at === 'full'),
  );
  await new Survivor(folder, seed).check(acknowledged);
  return lines;
};

it(`a full disk (${way}, seed ${seed})`, async () => {
  const [folder, kept] = [suiteFolder(), suiteFolder()];
  const data = path.join(folder, 'data');
  mkdirSync(data);
  if (!mounts) return void (await check(data, limited(data)));
  transpile(child());
  transpile(node(MAIN, '--help'));
  const lines = await check(
    kept,
    withMount(smallDisk(12_000_000), data, child(data, seed), { keepIn: kept }),
  );
  const cli = lines.find((line) => line.at === 'commandLine');
  expectRefusal({ exitCode: cli?.exitCode ?? 0, out: '', err: cli?.err ?? '' }, /disk is full/);
});

it(`a database that may not grow (seed ${seed})`, async () => {
  const data = path.join(suiteFolder(), 'data');
  await check(data, limited(data));
});

const limited = (data: string): ProgramResult => run(child(data, seed, '300'));
