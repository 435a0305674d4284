import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.join(__dirname, '../..');

/** `npm start` or `npm run serve` as a child process, and everything that it prints. */
export class Started {
  private said = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<[code: number | null, signal: string | null]>;

  /** @param script name of the file in tools/ that the npm script runs */
  constructor(
    script: 'start' | 'serve',
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    this.child = spawn(process.execPath, [path.join(root, 'tools', `${script}.mjs`), ...args], {
      cwd: root,
      env: { ...process.env, RT_LANG: 'en', RT_OPERATOR: 'op-1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'close') as Promise<[number | null, string | null]>;
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
  }

  get text(): string {
    return this.said;
  }

  /** Waits until the output matches, and returns the match. @throws Error with the whole output if the process ends before that */
  async says(what: RegExp): Promise<RegExpExecArray> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const found = what.exec(this.said);
      if (found) return found;
      if (over) throw new Error(`it ended and never said ${what}:\n${this.said}`);
      await sleep(20);
    }
  }

  /** The address of the server. Waits until the server has printed it. */
  async url(): Promise<string> {
    return (await this.says(/^Röda tråden: (\S+)/m))[1] as string;
  }

  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<{ code: number | null }> {
    this.child.kill(signal);
    return this.close();
  }

  /** Waits until the process ends by itself. */
  async close(): Promise<{ code: number | null }> {
    const [code] = await this.ended;
    return { code };
  }
}
