import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runProgram } from './program';

export interface CommandRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A new data folder and the command line on it, used as a person would. It is a demo folder unless it is said that it is none. */
export class CommandLine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'rt-cli-'));
  readonly dataDir = path.join(this.folder, 'data');

  constructor(private readonly isDemo = true) {}

  /** `now`: the value of RT_NOW. `stdin`: a text, or a value that is sent as JSON. `dataDir`: left out, the folder of this command line. */
  async run(
    args: readonly string[],
    { now, stdin, dataDir = this.dataDir }: { now?: string; stdin?: unknown; dataDir?: string } = {},
  ): Promise<CommandRun> {
    const out = new Collected();
    const err = new Collected();
    const input = stdin === undefined ? '' : typeof stdin === 'string' ? stdin : JSON.stringify(stdin);
    const demo = this.isDemo && args[0] === 'open' ? ['--demo'] : [];
    const exitCode = await runProgram([...args, ...demo, '--data-dir', dataDir], {
      env: { RT_NOW: now, ...(this.isDemo && { RT_OPERATOR: 'op-1' }) },
      stdin: Readable.from([Buffer.from(input)]),
      stdout: out,
      stderr: err,
    });
    return { exitCode, out: out.text, err: err.text };
  }

  /** Runs with `--json` and returns the document. */
  async json<Answer>(
    args: readonly string[],
    options: { now?: string; stdin?: unknown } = {},
  ): Promise<Answer> {
    const { out } = await this.run([...args, '--json'], options);
    return JSON.parse(out) as Answer;
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
