import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { damagePages } from '../../../libs/read-models/src/scrub/tampering.fixture';
import { CommandLine } from './command-line.fixture';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};

describe('verify with the read models', () => {
  let rt: CommandLine;
  beforeEach(() => (rt = new CommandLine(false)));
  afterEach(() => rt.end());

  it('says table, file and column of a changed row, ends with 1, and changes nothing', async () => {
    await rt.run(['open'], { stdin: PERSON });
    expect(await rt.json(['verify', '--read-models'])).toMatchObject({ ok: true, readModels: [] });
    const database = new DatabaseSync(path.join(rt.dataDir, 'read-models.sqlite'));
    database.prepare('update opened_files set board_id = ?').run('another-board');
    const { file_id: owner } = database.prepare('select file_id from opened_files').get() as {
      file_id: string;
    };
    database.close();
    const found = { table: 'openedFiles', owner, what: 'changed', columns: ['boardId'] };
    for (let again = 0; again < 2; again++) {
      const { exitCode, out } = await rt.run(['verify', '--read-models', '--json']);
      expect([exitCode, JSON.parse(out)]).toMatchObject([
        1,
        { ok: false, problems: [], readModels: [found] },
      ]);
      expect(out).not.toContain('another-board');
    }
    const { exitCode, out } = await rt.run(['verify', '--read-models', '--lang', 'sv']);
    expect([exitCode, out]).toEqual([1, expect.stringContaining('raden är ändrad')]);
    expect((await rt.run(['verify'])).exitCode).toBe(0);
  });

  it('says that the file is damaged, and leaves it; a reading says what to do and makes it anew', async () => {
    await rt.run(['open'], { stdin: PERSON });
    const whole = await rt.json(['findings']);
    const file = path.join(rt.dataDir, 'read-models.sqlite');
    damagePages(file, 'findings%');
    const before = readFileSync(file);
    const verified = await rt.run(['verify', '--read-models', '--lang', 'en']);
    expect([verified.exitCode, verified.out]).toEqual([
      1,
      expect.stringContaining('the database file is damaged'),
    ]);
    expect(verified.out).toContain('`rt rebuild` moves it aside');
    expect(readFileSync(file).equals(before)).toBe(true);

    const refused = await rt.run(['findings', '--json', '--lang', 'en']);
    expect([refused.exitCode, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain('read-models.sqlite: it is damaged');
    expect(refused.err).toContain('try again');
    expect(refused.err).not.toMatch(/\n\s+at /);
    expect(await rt.json(['findings'])).toEqual(whole);
    expect(existsSync(`${file}.damaged`)).toBe(true);
    expect(await rt.json(['verify', '--read-models'])).toMatchObject({ ok: true });
  });
});
