import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/**
 * Starts Node as a child process and waits for its first line of output. The process is killed after the test.
 * @throws Error with the child's stderr, if it ends without writing a line
 */
export const startChild = async (
  args: readonly string[],
): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    throw new Error(`the child ended (${code ?? signal}) and said nothing: ${complaint}`);
  });
  const [said] = await Promise.race([line, ended]);
  return { child, said };
};
