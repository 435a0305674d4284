import { createHash, randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { Chance } from '../../libs/demo/src/chance';
import { expectRefusal, note, openFileByCli, rt } from './command-line';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';

let whole: string;
let fileId: string;

beforeAll(async () => {
  whole = path.join(suiteFolder(), 'whole');
  fileId = await openFileByCli(whole);
  for (let n = 0; n < 8; n++) {
    const stdin = `[${Array.from({ length: 5 }, (_, i) => note(`${n} ${i} ${'x'.repeat(700)}`)).join()}]`;
    expect(await rt(['record', fileId, '--data-dir', whole], { stdin })).toMatchObject({ exitCode: 0 });
  }
});

/** A copy of the intact folder, for a test to damage. */
const copy = (): string => {
  const folder = path.join(suiteFolder(), 'data');
  cpSync(whole, folder, { recursive: true });
  return folder;
};

/** Hashes of the files that must not change when a folder is refused. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /^(events|keys)\.sqlite$|\.key$/.test(name))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );

const commands = (folder: string): readonly (() => ReturnType<typeof rt>)[] => [
  () => rt(['verify', '--data-dir', folder]),
  () => rt(['file', fileId, '--data-dir', folder]),
  () => rt(['record', fileId, '--data-dir', folder], { stdin: note('Never stored.') }),
];

const forget = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec("DELETE FROM store WHERE name = 'storeId'; PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
};

const changeLayout = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
};

describe('a data folder that cannot be used is refused in one line, and nothing in it is touched', () => {
  it.each<[string, RegExp, (folder: string) => void]>([
    [
      'another master key',
      /The key does not fit.*RT_MASTER_KEY_FILE/,
      (f) => writeFileSync(path.join(f, 'master.key'), randomBytes(32).toString('base64')),
    ],
    ['no master key', /missing.*master\.key.*RT_MASTER_KEY_FILE/, (f) => rmSync(path.join(f, 'master.key'))],
    [
      'no signing key',
      /missing.*signing\.key.*RT_SIGNING_KEY_FILE/,
      (f) => rmSync(path.join(f, 'signing.key')),
    ],
    ['no wrapped keys', /missing.*keys\.sqlite.*backup/, (f) => rmSync(path.join(f, 'keys.sqlite'))],
    ['no events', /missing/, (f) => rmSync(path.join(f, 'events.sqlite'))],
    [
      'no database',
      /damaged.*events\.sqlite.*restore/,
      (f) => writeFileSync(path.join(f, 'events.sqlite'), randomBytes(9_000)),
    ],
    [
      'events that do not say which store they belong to',
      /damaged.*events\.sqlite.*restore/,
      (f) => forget(path.join(f, 'events.sqlite')),
    ],
    ['a newer layout', /newer version.*layout 99/, (f) => changeLayout(path.join(f, 'events.sqlite'))],
    [
      'newer keys',
      /newer version.*keys\.sqlite.*layout 99/,
      (f) => changeLayout(path.join(f, 'keys.sqlite')),
    ],
  ])('%s', async (_, says, damage) => {
    const folder = copy();
    damage(folder);
    const before = contents(folder);
    for (const command of commands(folder)) {
      expectRefusal(await command(), says);
      expect(contents(folder)).toEqual(before);
    }
  });

  it('events cut short, wherever the cut is', async () => {
    const chance = new Chance(`${seed}/cut`);
    const { length } = readFileSync(path.join(whole, 'events.sqlite'));
    for (const bytes of [
      4_096,
      8_192,
      length - 4_096,
      // A part of a last page reads as a page that is empty.
      length - 3_666,
      length - 1,
      ...Array.from({ length: 5 }, () => chance.whole(512, length - 1)),
    ]) {
      const folder = copy();
      truncateSync(path.join(folder, 'events.sqlite'), bytes);
      const before = contents(folder);
      for (const command of commands(folder))
        expectRefusal(await command(), /damaged.*events\.sqlite.*restore/);
      expect(contents(folder)).toEqual(before);
    }
  });
});

it(`bytes that changed on the disk (seed ${seed}): verify or the opening of the folder reports it, and no command crashes`, async () => {
  const chance = new Chance(`${seed}/bytes`);
  const intact = readFileSync(path.join(whole, 'events.sqlite'));
  const sound = await history(whole);
  let found = 0;
  for (let n = 0; n < 25; n++) {
    const folder = copy();
    const bytes = Buffer.from(intact);
    for (let flips = chance.whole(1, 4); flips > 0; flips--) {
      const at = chance.whole(0, bytes.length - 1);
      bytes[at] = (bytes[at] as number) ^ chance.whole(1, 255);
    }
    writeFileSync(path.join(folder, 'events.sqlite'), bytes);
    const verified = await rt(['verify', '--data-dir', folder]);
    if (verified.exitCode === 0) {
      // The changed bytes may be unused ones. In that case the history must read as before.
      expect(await history(folder)).toBe(sound);
      continue;
    }
    found++;
    // The name of the mark of a demo folder was hit: the folder takes no set clock any more.
    if (verified.exitCode === 2 && verified.err.includes('RT_NOW is «')) continue;
    if (verified.exitCode !== 1) expectRefusal(verified, /damaged/);
    for (const args of [['file', fileId], ['findings']]) {
      const outcome = await rt([...args, '--data-dir', folder]);
      if (outcome.exitCode !== 0) expectRefusal(outcome, /damaged/);
    }
  }
  expect(found).toBeGreaterThan(0);
});

/** The events of the file as they are read, as text that can be compared. */
const history = async (folder: string): Promise<string> => {
  const clock = { now: () => '2026-06-01T08:00:00.000Z' };
  const store = await openSqliteEventStore({ folder, mode: 'read', clock });
  const events = await store.readStream(`personalFile-${fileId}`);
  await store.close();
  return JSON.stringify(events);
};
