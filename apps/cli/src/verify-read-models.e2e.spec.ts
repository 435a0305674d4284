import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
});
