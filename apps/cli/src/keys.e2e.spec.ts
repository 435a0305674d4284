import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine } from './command-line.fixture';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};

describe('rt keys rotate', () => {
  let rt: CommandLine;
  beforeEach(async () => {
    rt = new CommandLine();
    await rt.json(['open'], { stdin: PERSON });
  });
  afterEach(() => rt.end());

  const at = (name: string): string => path.join(rt.folder, name);
  const done = async (...args: readonly string[]): Promise<string> => {
    const { exitCode, out, err } = await rt.run(args);
    expect([args, exitCode, err]).toEqual([args, 0, expect.anything()]);
    return out;
  };

  it('changes both keys: earlier checkpoints verify, a witness goes on, and every backup is restored', async () => {
    const place = at('backups');
    await done('backup', place);
    await done('checkpoint', '--out', at('first'));
    const { publicKey: oldKey } = await rt.json<{ publicKey: string }>(['keys']);
    const witness = (older: string, newer: string, logKey: string) =>
      done(
        'witness',
        older,
        newer,
        '--log-key',
        logKey,
        '--key',
        at('witness.key'),
        '--name',
        'arkivet.example',
      );
    await witness('none', at('first'), oldKey);

    const said = await done('keys', 'rotate', '--master', '--signing', '--out', at('change'));
    const { publicKey: newKey, keyChanges } = await rt.json<{ publicKey: string; keyChanges: string[] }>([
      'keys',
    ]);
    expect(said).toContain(newKey);
    expect(newKey).not.toBe(oldKey);
    expect(keyChanges).toEqual([readFileSync(at('change'), 'utf8')]);
    expect(keyChanges[0]).toContain(`from ${oldKey}\nto ${newKey}\n`);

    await done('verify', '--checkpoint', at('first'));
    await witness(at('first'), at('change.checkpoint'), oldKey);
    await rt.json(['open'], { stdin: PERSON });
    await done('checkpoint', '--out', at('last'));
    await witness(at('change.checkpoint'), at('last'), newKey);

    await done('backup', place);
    const restored = { dataDir: at('restored') };
    const inRestored = async (args: readonly string[]) => rt.run(args, restored);
    mkdirSync(restored.dataDir);
    for (const key of ['master.key', 'signing.key'])
      copyFileSync(path.join(rt.dataDir, key), path.join(restored.dataDir, key));
    const [oldest] = readdirSync(place).filter((name) => name.startsWith('events-'));
    const from = path.join(place, oldest as string);
    expect(await inRestored(['restore', from, '--checkpoint', at('last')])).toMatchObject({ exitCode: 0 });
    expect(await inRestored(['verify'])).toMatchObject({ exitCode: 0 });
  });

  it('says what is missing, and changes nothing then', async () => {
    const before = readFileSync(path.join(rt.dataDir, 'master.key'));
    await done('checkpoint', '--out', at('taken'));
    for (const args of [[], ['--signing'], ['--signing', '--out', at('taken')]])
      expect(await rt.run(['keys', 'rotate', ...args])).toMatchObject({ exitCode: 2 });
    expect(await rt.run(['keys', 'other'])).toMatchObject({ exitCode: 2 });
    const { exitCode } = await rt.run(['keys', 'rotate', '--master', at('missing')]);
    expect(exitCode).toBe(3);
    expect(readFileSync(path.join(rt.dataDir, 'master.key'))).toEqual(before);
  });
});
