/** Changes to a place of backups by somebody who has no key: the restore refuses each, and leaves nothing behind that opens. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
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
}

const TAMPERINGS: readonly BackupTampering[] = [
  {
    what: 'a row of the events deleted',
    does: () => change(inCopy('events.sqlite'), 'DELETE FROM events WHERE position = 5'),
  },
  {
    what: 'a row of the events deleted, and the manifest made to fit',
    does: () => {
      change(inCopy('events.sqlite'), 'DELETE FROM events WHERE position = 5');
      describeAnew();
    },
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
  },
  {
    what: 'older events under a newer date, and the manifest made to fit',
    does: () => {
      putOlder('events.sqlite');
      describeAnew();
    },
  },
  {
    what: 'a stream left out of the lists of the checkpoint, and the manifest made to fit',
    does: () => {
      const file = inCopy('newest-checkpoint.json');
      const { note, lists } = JSON.parse(readFileSync(file, 'utf8')) as {
        note: string;
        lists: { heads: unknown[] };
      };
      writeFileSync(file, JSON.stringify({ note, lists: { ...lists, heads: lists.heads.slice(1) } }));
      describeAnew();
    },
  },
  { what: 'a manifest without contents', does: () => manifest(() => ({})) },
  { what: 'no manifest', does: () => rmSync(inCopy('backup.json')) },
  {
    what: 'the keys set to destroyed, and the manifest made to fit',
    does: () => {
      change(keys(), 'UPDATE keys SET wrapped = NULL');
      describeAnew();
    },
  },
  {
    what: 'a key deleted, and the manifest made to fit',
    does: () => {
      change(keys(), "DELETE FROM keys WHERE stream LIKE 'ruleset-%'");
      describeAnew();
    },
  },
  {
    what: 'payloads that were sealed again deleted, and the manifest made to fit',
    does: () => {
      change(keys(), 'DELETE FROM resealed');
      describeAnew();
    },
  },
  {
    what: 'an older generation of the keys',
    does: () => manifest((all) => ({ ...all, generation: 0 }), secrets()),
  },
  {
    what: 'no keys',
    does: () => rmSync(path.join(place, 'secrets'), { recursive: true }),
  },
  {
    what: 'the tree of another state',
    does: () =>
      change(inCopy('tree.sqlite'), 'UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0'),
  },
  {
    what: 'a reader renamed in the access log',
    does: () => change(inCopy('access-log.sqlite'), "UPDATE access SET user_id = 'hl-farsta-5'"),
  },
  {
    what: 'the last entry of the access log deleted',
    does: () =>
      change(
        inCopy('access-log.sqlite'),
        'DELETE FROM access WHERE number = (SELECT max(number) FROM access)',
      ),
  },
  {
    what: 'an older access log',
    does: () => putOlder('access-log.sqlite'),
  },
  {
    what: 'no access log',
    does: () => rmSync(inCopy('access-log.sqlite')),
  },
  { what: 'no tree', does: () => rmSync(inCopy('tree.sqlite')) },
  {
    what: 'an older access log, and the manifest made to fit',
    does: () => {
      putOlder('access-log.sqlite');
      describeAnew();
    },
  },
  {
    what: 'the tree and the access log left out of the manifest',
    does: () =>
      manifest((all) => ({
        ...all,
        files: (all['files'] as { name: string }[]).filter(({ name }) => name === 'events.sqlite'),
      })),
  },
  {
    what: 'older keys, whose manifest was made to fit',
    does: () => {
      change(keys(), "UPDATE store SET value = '0' WHERE name = 'generation'");
      describeAnew();
    },
  },
];

describe('somebody who has the place of backups and no key', () => {
  it.each(TAMPERINGS.map((one) => [one.what, one] as const))('is found: %s', async (_, one) => {
    one.does();
    // Without the master key.
    rmSync(path.join(restored, 'master.key'));
    const verified = await rt(['verify', '--backup', newer, '--data-dir', restored], { now: NOW });
    expect([[1, 3].includes(verified.exitCode), verified.out, verified.err]).toEqual([
      true,
      verified.out,
      verified.err,
    ]);
    cpSync(path.join(data, 'master.key'), path.join(restored, 'master.key'));
    const restoring = await rt(['restore', newer, '--data-dir', restored], { now: NOW });
    expect([restoring.exitCode, restoring.err]).toEqual([3, restoring.err]);
    expect(readdirSync(restored).filter((name) => !/^(.*\.key|writer\..*)$/.test(name))).toEqual([]);
  });

  it('is not found where nothing was changed: verify --backup says what it checked, and touches nothing', async () => {
    const bytes = (): readonly (readonly [string, string])[] =>
      readdirSync(place, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .sort()
        .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')] as const);
    const before = bytes();
    const pem = path.join(folder, 'public.pem');
    const signing = createPrivateKey(readFileSync(path.join(data, 'signing.key')));
    writeFileSync(pem, createPublicKey(signing).export({ type: 'spki', format: 'pem' }));
    const none = path.join(folder, 'no-such-folder');
    for (const from of [place, newer, older]) {
      const args = ['verify', '--backup', from, '--public-key', pem, '--data-dir', none, '--json'];
      const { exitCode, out } = await rt(args, { now: NOW });
      const said = JSON.parse(out) as {
        ok: boolean;
        events: number;
        treeLeaves: number;
        unchecked: string[];
      };
      expect([exitCode, said.ok]).toEqual([0, true]);
      expect([said.events > 50, said.treeLeaves > said.events, said.unchecked.length]).toEqual([
        true,
        true,
        2,
      ]);
    }
    expect(bytes()).toEqual(before);
    expect(existsSync(none)).toBe(false);
  });

  it('is found by its key where somebody else signed the whole backup', async () => {
    const pem = path.join(folder, 'another.pem');
    writeFileSync(pem, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    const verified = await rt(['verify', '--backup', newer, '--public-key', pem], { now: NOW });
    expect(verified.exitCode).toBe(1);
    expect(verified.out.replace(/\s+/g, ' ')).toMatch(
      /backup\.json – the file was changed, or another key signed it/,
    );
  });

  it('is found by a checkpoint from elsewhere where an older copy stands for the newest', async () => {
    const note = path.join(folder, 'elsewhere.checkpoint');
    const made = await rt(['checkpoint', '--out', note, '--data-dir', data], {
      now: '2026-06-01T10:00:00.000Z',
    });
    expect(made.exitCode).toBe(0);
    rmSync(newer, { recursive: true });
    const args = ['verify', '--backup', place, '--data-dir', restored];
    expect((await rt(args, { now: NOW })).exitCode).toBe(0);
    const verified = await rt([...args, '--checkpoint', note], { now: NOW });
    expect([verified.exitCode, verified.out]).toEqual([
      1,
      expect.stringMatching(/what was there at the checkpoint/),
    ]);
  });

  it('changes nothing where nothing was changed', async () => {
    expect(await rt(['restore', newer, '--data-dir', restored], { now: NOW })).toMatchObject({ exitCode: 0 });
    expect(await rt(['verify', '--data-dir', restored], { now: NOW })).toMatchObject({ exitCode: 0 });
  });
});
