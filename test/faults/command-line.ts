import 'reflect-metadata';
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../apps/cli/src/program';

export interface RtResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. The clock is 2026-06-01 unless `now` is given. */
export const rt = async (
  args: readonly string[],
  given: { readonly stdin?: string | Uint8Array; readonly now?: string } = {},
): Promise<RtResult> => {
  const [out, err] = [new Said(), new Said()];
  const exitCode = await runProgram(args, {
    env: { RT_NOW: given.now ?? '2026-06-01T08:00:00.000Z', RT_LANG: 'en', RT_OPERATOR: 'operator' },
    stdin: Readable.from(given.stdin === undefined ? [] : [Buffer.from(given.stdin)]),
    stdout: out,
    stderr: err,
  });
  return { exitCode, out: out.text, err: withoutClock(err.text) };
};

/** The text without the reminder that RT_NOW sets the clock. */
export const withoutClock = (text: string): string => text.replace(/^RT_NOW is set.*\n/gm, '');

class Said extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Opens a personal file in a data folder, which is created if it does not exist. @returns the file id */
export const openFileByCli = async (folder: string, key = 'first'): Promise<string> => {
  const person = {
    name: 'Exempel Exempelsson',
    identity: { kind: 'birthDate', value: '1984-05-17' },
    sex: 'female',
    protectedIdentity: false,
  };
  const opened = await rt(['open', '--demo', '--data-dir', folder, '--key', key, '--json'], {
    stdin: JSON.stringify({ person, occurredOn: '2026-01-05' }),
  });
  expect(opened).toMatchObject({ exitCode: 0 });
  return (JSON.parse(opened.out) as { fileId: string }).fileId;
};

/** A note as JSON, the input of `record`. */
export const note = (text: string, occurredOn = '2026-02-02'): string =>
  JSON.stringify({ type: 'NoteWritten', occurredOn, data: { text } });

/** Expects exit code 3 and one line that names the problem, without a stack trace. */
export const expectRefusal = (outcome: RtResult, says: RegExp): void => {
  expect(outcome).toMatchObject({ exitCode: 3, out: '' });
  const lines = outcome.err.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(says);
  expect(lines[0]).not.toMatch(/ at .*:\d+:\d+|node:internal/);
};
