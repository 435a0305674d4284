/** Changes to a place of backups by somebody who has no key: the restore refuses it, or `verify` finds it in the restored folder. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rt } from '../faults/command-line';
import { scratch } from './base';
import { makeSmallHouse, NOW } from './small-house';

const folder = mkdtempSync(path.join(scratch, 'rt-tampered-backup-'));
const data = path.join(folder, 'data');
const kept = path.join(folder, 'kept');
const place = path.join(folder, 'place');
const restored = path.join(folder, 'restored');
let older: string;
let newer: string;

beforeAll(async () => {
  const backs = async (at: string): Promise<string> => {
    expect(await rt(['backup', kept, '--data-dir', data], { now: at })).toMatchObject({ exitCode: 0 });
    return path.join(
      place,
      readdirSync(kept)
        .filter((name) => name.startsWith('events-'))
        .sort()
        .at(-1) as string,
    );
  };
  const house = await makeSmallHouse(data, () => undefined);
  older = await backs(NOW);
  const step = { type: 'NoteWritten', occurredOn: '2026-06-01', data: { text: 'Ringde.' } };
  const record = ['record', house.fileIds[0] as string, '--data-dir', data];
  expect(await rt(record, { now: NOW, stdin: JSON.stringify(step) })).toMatchObject({ exitCode: 0 });
  expect(await rt(['file', house.fileIds[0] as string, '--data-dir', data], { now: NOW })).toMatchObject({
    exitCode: 0,
  });
  newer = await backs('2026-06-01T09:00:00.000Z');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  for (const each of [place, restored]) rmSync(each, { recursive: true, force: true });
  cpSync(kept, place, { recursive: true });
  mkdirSync(restored, { mode: 0o700 });
  for (const name of readdirSync(data).filter((each) => each.endsWith('.key')))
    cpSync(path.join(data, name), path.join(restored, name));
});

const change = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

const manifest = (
  with_: (manifest: Record<string, unknown>) => object,
  file = path.join(newer, 'backup.json'),
): void =>
  writeFileSync(
    file,
    JSON.stringify(with_(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)),
  );

/** Writes the sizes and hashes that the files have now into every manifest that names them. */
const describeAnew = (): void => {
  const described = (file: string) => {
    const bytes = readFileSync(file);
    return {
      name: path.basename(file),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  };
  manifest((all) => ({
    ...all,
    files: (all['files'] as { name: string }[]).map(({ name }) => described(path.join(newer, name))),
  }));
  manifest((all) => ({ ...all, file: described(path.join(place, 'secrets', 'keys.sqlite')) }), secrets());
};
const secrets = (): string => path.join(place, 'secrets', 'secrets.json');
const inCopy = (name: string): string => path.join(newer, name);
const keys = (): string => path.join(place, 'secrets', 'keys.sqlite');
const putOlder = (...names: readonly string[]): void => {
  for (const name of names) cpSync(path.join(older, name), inCopy(name));
};

interface BackupTampering {
  readonly what: string;
  readonly does: () => void;
  /** `restore` refuses; `verify` finds it in what was restored. */
  readonly foundBy: 'restore' | 'verify';
  /** It finds it not yet. When that ends the test fails, until this is taken out. */
  readonly notYet?: true;
  /** The restore refuses, and leaves a store behind all the same. When that ends the test fails, until this is taken out. */
  readonly leavesStore?: true;
}

const TAMPERINGS: readonly BackupTampering[] = [
  {
    what: 'a row of the events deleted',
    does: () => change(inCopy('events.sqlite'), 'DELETE FROM events WHERE position = 5'),
    foundBy: 'restore',
  },
  {
    what: 'a row of the events deleted, and the manifest made to fit',
    does: () => {
      change(inCopy('events.sqlite'), 'DELETE FROM events WHERE position = 5');
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'the last event deleted, and the manifest made to fit',
    does: () => {
      change(
        inCopy('events.sqlite'),
        'DELETE FROM events WHERE position = (SELECT max(position) FROM events)',
      );
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'older events under a newer date, and the manifest made to fit',
    does: () => {
      putOlder('events.sqlite');
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'a stream left out of the signed heads',
    does: () =>
      manifest((all) => {
        const checkpoint = all['checkpoint'] as { streams: unknown[] };
        return { ...all, checkpoint: { ...checkpoint, streams: checkpoint.streams.slice(1) } };
      }),
    foundBy: 'restore',
  },
  { what: 'a manifest without contents', does: () => manifest(() => ({})), foundBy: 'restore' },
  { what: 'no manifest', does: () => rmSync(inCopy('backup.json')), foundBy: 'restore' },
  {
    what: 'the keys set to destroyed, and the manifest made to fit',
    does: () => {
      change(keys(), 'UPDATE keys SET wrapped = NULL');
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'a key deleted, and the manifest made to fit',
    does: () => {
      change(keys(), "DELETE FROM keys WHERE stream LIKE 'ruleset-%'");
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'payloads that were sealed again deleted, and the manifest made to fit',
    does: () => {
      change(keys(), 'DELETE FROM resealed');
      describeAnew();
    },
    foundBy: 'restore',
  },
  {
    what: 'an older generation of the keys',
    does: () => manifest((all) => ({ ...all, generation: 0 }), secrets()),
    foundBy: 'restore',
  },
  {
    what: 'no keys',
    does: () => rmSync(path.join(place, 'secrets'), { recursive: true }),
    foundBy: 'restore',
  },
  {
    what: 'the tree of another state',
    does: () =>
      change(inCopy('tree.sqlite'), 'UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0'),
    foundBy: 'restore',
    leavesStore: true,
  },
  {
    what: 'a reader renamed in the access log',
    does: () => change(inCopy('access-log.sqlite'), "UPDATE access SET user_id = 'hl-farsta-5'"),
    foundBy: 'verify',
  },
  {
    what: 'the last entry of the access log deleted',
    does: () =>
      change(
        inCopy('access-log.sqlite'),
        'DELETE FROM access WHERE number = (SELECT max(number) FROM access)',
      ),
    foundBy: 'verify',
  },
  {
    what: 'an older access log',
    does: () => putOlder('access-log.sqlite'),
    foundBy: 'restore',
    notYet: true,
  },
  {
    what: 'no access log',
    does: () => rmSync(inCopy('access-log.sqlite')),
    foundBy: 'restore',
    notYet: true,
  },
  { what: 'no tree', does: () => rmSync(inCopy('tree.sqlite')), foundBy: 'restore', notYet: true },
];

describe('somebody who has the place of backups and no key', () => {
  it.each(TAMPERINGS.map((one) => [one.what, one] as const))('is found: %s', async (_, one) => {
    one.does();
    const restoring = await rt(['restore', newer, '--data-dir', restored], { now: NOW });
    const isRefused = restoring.exitCode !== 0;
    if (isRefused)
      expect([restoring.exitCode, existsSync(path.join(restored, 'events.sqlite'))]).toEqual([
        3,
        one.leavesStore ?? false,
      ]);
    const verified = isRefused ? undefined : await rt(['verify', '--data-dir', restored], { now: NOW });
    const by = isRefused ? 'restore' : verified?.exitCode === 0 ? 'nobody' : 'verify';
    expect([by, restoring.err]).toEqual([one.notYet ? 'nobody' : one.foundBy, restoring.err]);
  });
});
