import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** Lists the files of a downloaded archive, which has no .git: every file except those that a build or a run creates. */
const unpacked = (): string[] => {
  const made = /^(node_modules|dist|coverage|data|\.git)$/;
  const folders = readdirSync(root).filter((name) => !made.test(name));
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => folders.includes(name.split('/')[0] ?? ''));
};

/**
 * The files that git tracks. Untracked files in a developer's working folder are left out.
 * Git refuses to read a clone that another user owns, as in a container that runs as root. Listing files is safe, so `safe.directory=*` switches that off.
 */
export const trackedFiles: readonly string[] = existsSync(path.join(root, '.git'))
  ? execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((name) => name !== '' && existsSync(path.join(root, name)))
  : unpacked();

export const textOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
