import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { node } from './child-program';
import { note, openFileByCli, rt } from './command-line';
import { suiteFolder } from './temporary-folder';

const transpiled = suiteFolder();
const later = '2032-06-01T08:00:00.000Z';

let folder: string;
let fileId: string;
let secret: string;
let keys: readonly Uint8Array[];

/** The wrapped keys of the file. */
const wrappedKeys = (): readonly Uint8Array[] => {
  const database = new DatabaseSync(path.join(folder, 'keys.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT wrapped FROM keys WHERE stream = ?').all(`personalFile-${fileId}`);
  database.close();
  return (rows as { wrapped: Uint8Array }[]).map(({ wrapped }) => wrapped);
};
/** Whether the keys that opened the file before are still in the files of the keys, in pages of the write-ahead log, too. */
const keysAreThere = (): boolean => {
  const bytes = ['keys.sqlite', 'keys.sqlite-wal']
    .map((name) => path.join(folder, name))
    .filter(existsSync)
    .map((file) => readFileSync(file));
  return keys.some((key) => Buffer.concat(bytes).includes(Buffer.from(key)));
};

beforeEach(async () => {
  folder = path.join(suiteFolder(), 'data');
  fileId = await openFileByCli(folder);
  const recorded = await rt(['record', fileId, '--data-dir', folder, '--json'], {
    stdin: note('Made in the wrong file.'),
  });
  secret = (JSON.parse(recorded.out) as { events: { eventId: string }[] }).events[0]?.eventId as string;
  await rt(['record', fileId, '--data-dir', folder], { stdin: note('Right here.') });
  keys = wrappedKeys();
});

const killedAt = (moment: string, args: readonly string[], now: string, input = ''): void => {
  const [program = '', ...rest] = node('destruction.child.ts', moment, ...args, '--data-dir', folder);
  const { signal, stderr } = spawnSync(program, rest, {
    input,
    encoding: 'utf8',
    env: { ...process.env, RT_NOW: now, RT_LANG: 'en', RT_OPERATOR: 'operator', RT_TRANSPILED: transpiled },
  });
  expect({ signal, stderr: signal === null ? stderr : '' }).toEqual({ signal: 'SIGKILL', stderr: '' });
};

/** The next start is a command that writes something else. */
const startAgain = async (now: string): Promise<void> => {
  await openFileByCli(folder, 'another');
  const verified = await rt(['verify', '--json', '--data-dir', folder], { now });
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, problems: [] });
  expect(verified.exitCode).toBe(0);
};

it.each(['recorded', 'keysReplaced'])(
  'a redaction that is killed when it is %s is completed at the next start',
  async (moment) => {
    const redaction = {
      type: 'EntryRedacted',
      occurredOn: '2026-02-03',
      data: { eventId: secret, ground: 'Fel akt' },
    };
    killedAt(moment, ['record', fileId], '2026-06-01T08:00:00.000Z', JSON.stringify(redaction));
    expect(keysAreThere()).toBe(true);
    await startAgain('2026-06-01T08:00:00.000Z');
    expect(keysAreThere()).toBe(false);
    const { out } = await rt(['file', fileId, '--json', '--data-dir', folder]);
    expect(out).not.toContain('Made in the wrong file.');
    expect(out).toContain('Right here.');
  },
);

it.each(['recorded', 'rowsGone'])(
  'an erasure that is killed when it is %s is completed at the next start',
  async (moment) => {
    killedAt(moment, ['erase', fileId, '--ground', 'SoL 16 kap. 1 §', '--yes'], later);
    expect(keysAreThere()).toBe(true);
    await startAgain(later);
    expect(keysAreThere()).toBe(false);
    expect(wrappedKeys()).toEqual([]);
    expect(await rt(['file', fileId, '--data-dir', folder], { now: later })).toMatchObject({ exitCode: 2 });
  },
);
