/** Builds the command line into dist/ when its sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist', '.built-from');
const settings = ['package.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];

/** A hash of the name, size and modification time of every file that goes into a build. A removed file changes it too, which the newest time alone would miss. */
const fingerprint = () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => path.join(folder, name)),
  );
  const hash = createHash('sha256');
  for (const name of [...settings, ...sources].sort()) {
    const { size, mtimeMs } = statSync(path.join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/**
 * Builds when the sources have changed. Writes nothing to stdout, because the command line prints one document there.
 * Ends the process with exit code 2 if the sources do not compile.
 */
export const buildWhenNeeded = ({ announce = false } = {}) => {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (announce) console.error('Building …');
  const nest = path.join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const build = spawnSync(process.execPath, [nest, 'build', 'cli'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) {
    console.error(
      `${build.stdout ?? ''}${build.stderr ?? ''}The build failed${build.error ? `: ${build.error.message}` : '.'}`,
    );
    process.exit(2);
  }
  writeFileSync(stamp, wanted);
};
