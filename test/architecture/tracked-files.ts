import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** A downloaded archive has no .git: then all counts that no build or run made. */
const unpacked = (): string[] => {
  const made = /^(node_modules|dist|coverage|data|\.git)$/;
  const folders = readdirSync(root).filter((name) => !made.test(name));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => folders.includes(name.split('/')[0] ?? ''));
};

/**
 * What the repository holds: nothing that merely lies about in somebody's working folder is judged.
 * Git refuses a clone that another user owns, as in a container that runs as root; listing its files is safe, so the refusal is switched off.
 */
export const trackedFiles: readonly string[] = existsSync(path.join(root, '.git'))
  ? execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((name) => name !== '' && existsSync(path.join(root, name)))
  : unpacked();

export const textOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
