import { userInfo } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { houseSettingsFrom, openHouse, restoreHouse } from '@rt/composition';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { CommandLine } from './command-line.fixture';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};
const NOTE = { type: 'NoteWritten', occurredOn: '2026-01-05', data: { text: 'Hej.' } };
const now = '2026-03-18T08:00:00.000Z';

const envelopes = async (rt: CommandLine, fileId: string) => {
  const clock = { now: () => now };
  const store = await openSqliteEventStore({ folder: rt.dataDir, mode: 'read', clock });
  try {
    return await store.readStream(`personalFile-${fileId}`);
  } finally {
    await store.close();
  }
};

describe('a folder with real files', () => {
  let rt: CommandLine;
  let fileId: string;
  beforeEach(async () => {
    rt = new CommandLine(false);
    ({ fileId } = await rt.json<{ fileId: string }>(['open'], { stdin: PERSON }));
  });
  afterEach(() => rt.end());

  it.each([
    ['record', (id: string) => ['record', id]],
    ['findings', () => ['findings']],
    ['verify', () => ['verify']],
    ['open --demo', () => ['open', '--demo']],
  ])('does not take a clock that is set: %s', async (_, args) => {
    const { exitCode, err, out } = await rt.run(args(fileId), { now, stdin: NOTE });
    expect(err).toContain('RT_NOW');
    expect(err).toContain('demo folder only');
    expect(out).toBe('');
    expect(exitCode).toBe(2);
    expect(await envelopes(rt, fileId)).toHaveLength(1);
  });

  it('is not even made with a clock that is set', async () => {
    const other = path.join(rt.folder, 'other');
    expect((await rt.run(['open'], { now, stdin: PERSON, dataDir: other })).exitCode).toBe(2);
    expect((await rt.run(['findings'], { dataDir: other })).exitCode).toBe(3);
  });

  it('takes neither demo data nor a name that somebody chose', async () => {
    for (const args of [['demo'], ['open', '--demo']]) {
      const { exitCode, err } = await rt.run(args, { stdin: PERSON });
      expect(err).toContain('demo data');
      expect(exitCode).toBe(2);
    }
    const named = await rt.run(['record', fileId, '--as', 'hl-7'], { stdin: NOTE });
    expect(named.err).toContain('--as');
    expect(named.exitCode).toBe(2);
    expect(await envelopes(rt, fileId)).toHaveLength(1);
  });

  it('does not become a demo folder because somebody writes so in the database', async () => {
    const database = new DatabaseSync(path.join(rt.dataDir, 'events.sqlite'));
    database.exec(`INSERT INTO store (name, value) VALUES ('demo', 'true')`);
    database.close();
    for (const options of [{ stdin: NOTE }, { now, stdin: NOTE }]) {
      const { exitCode, err } = await rt.run(['record', fileId], options);
      expect(err).toContain('demo folder is damaged or forged');
      expect(exitCode).toBe(3);
    }
  });

  it('has the account of the operating system in what the command line records', async () => {
    await rt.run(['record', fileId], { stdin: NOTE });
    const recordedBy = `os-${userInfo().username}`;
    expect(await envelopes(rt, fileId)).toMatchObject([
      { recordedBy, origin: 'operator' },
      { recordedBy, origin: 'operator' },
    ]);
  });
});

it('a demo folder stays one in a backup that is restored', async () => {
  const rt = new CommandLine();
  try {
    await rt.json(['open'], { now, stdin: PERSON });
    const backup = path.join(rt.folder, 'backup');
    expect((await rt.run(['backup', backup])).exitCode).toBe(0);
    const keys = {
      RT_MASTER_KEY_FILE: path.join(rt.dataDir, 'master.key'),
      RT_SIGNING_KEY_FILE: path.join(rt.dataDir, 'signing.key'),
    };
    const restored = path.join(rt.folder, 'restored');
    await restoreHouse(houseSettingsFrom(keys, restored), backup, { recordedBy: 'os-drift' });
    const house = await openHouse(houseSettingsFrom({ ...keys, RT_NOW: now }, restored), { mode: 'write' });
    expect([house.isDemo, house.clock.now()]).toEqual([true, now]);
    await house.close();
  } finally {
    rt.end();
  }
});
