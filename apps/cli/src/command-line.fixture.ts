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

/** A data folder of its own and the command line on it, as a person would use it. */
export class CommandLine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'rt-cli-'));
  readonly dataDir = path.join(this.folder, 'data');

  /** `now`: what RT_NOW says. `stdin`: a text, or a value to be given as JSON. */
  async run(
    args: readonly string[],
    { now, stdin }: { now?: string; stdin?: unknown } = {},
  ): Promise<CommandRun> {
    const out = new Collected();
    const err = new Collected();
    const input = stdin === undefined ? '' : typeof stdin === 'string' ? stdin : JSON.stringify(stdin);
    const exitCode = await runProgram([...args, '--data-dir', this.dataDir], {
      env: { RT_NOW: now, RT_OPERATOR: 'op-1' },
      stdin: Readable.from([Buffer.from(input)]),
      stdout: out,
      stderr: err,
    });
    return { exitCode, out: out.text, err: err.text };
  }

  /** Runs with `--json` and gives the document. */
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
