import { existsSync } from 'node:fs';
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

describe('rt access-log repair', () => {
  let rt: CommandLine;
  beforeEach(() => (rt = new CommandLine()));
  afterEach(() => rt.end());

  it('makes a damaged log readable, keeps what it was, and is named by verify from then on', async () => {
    const { fileId } = await rt.json<{ fileId: string }>(['open'], { stdin: PERSON });
    for (let n = 0; n < 3; n++) await rt.run(['file', fileId]);
    const whole = await rt.run(['access-log', 'repair', '--lang', 'sv']);
    expect([whole.exitCode, whole.out]).toEqual([0, 'Åtkomstloggen är hel; ingenting är ändrat.\n']);

    const database = new DatabaseSync(path.join(rt.dataDir, 'access-log.sqlite'));
    database.exec(`UPDATE access SET user_id = 'nobody' WHERE number = 2`);
    database.close();
    expect((await rt.run(['verify'])).exitCode).toBe(1);
    const repaired = await rt.json<{ repaired: { aside: string } }>(['access-log', 'repair']);
    expect(repaired).toMatchObject({ repaired: { deleted: 1, lost: [[2, 2]], unsure: [] } });
    expect(existsSync(repaired.repaired.aside)).toBe(true);
    for (const [lang, says] of [
      ['sv', /Åtkomstloggen lagades .* av op-1 \(post \d+\)\. Poster som saknas: 2\./],
      ['en', /The access log was repaired at .* by op-1 \(entry \d+\)\. Entries that are gone: 2\./],
    ] as const) {
      const { exitCode, out } = await rt.run(['verify', '--lang', lang]);
      expect([exitCode, out]).toEqual([0, expect.stringMatching(says)]);
    }
    expect((await rt.run(['access-log', 'erase'])).exitCode).toBe(2);
  });
});
