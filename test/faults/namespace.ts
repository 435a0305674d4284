import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** A mount namespace of its own: what is mounted in it is gone when its last process is, however that ends. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])];

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command, its texts in English.
 * @throws Error where it could not be started or was killed
 */
export const run = (
  [program = '', ...args]: readonly string[],
  given: { readonly input?: string; readonly env?: Readonly<Record<string, string | undefined>> } = {},
): Ran => {
  const { error, signal, ...ran } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, RT_LANG: 'en', ...given.env },
    ...(given.input !== undefined && { input: given.input }),
  });
  if (error) throw error;
  if (signal) throw new Error(`${program} was ended by ${signal}: ${ran.stderr}`);
  return ran;
};

/**
 * Runs a command while something is mounted on `folder`, which `mount` knows as `$1`. What lies there at the end is copied into `keepIn`.
 * @returns what the command said; status 97 where it could not be mounted
 */
export const withMount = (
  mount: string,
  folder: string,
  command: readonly string[],
  options: { readonly keepIn?: string; readonly input?: string } = {},
): Ran => {
  const keep = options.keepIn === undefined ? ':' : 'cp -a "$folder/." "$KEEP_IN"';
  const script = `folder=$1; ${mount} || exit 97; shift; "$@"; status=$?; ${keep} || exit 98; exit $status`;
  const mounted = ['unshare', ...unshare, 'sh', '-c', script, 'sh', folder, ...command];
  return run(mounted, { ...options, env: { KEEP_IN: options.keepIn } });
};

/** Mounts a small disk on `$1`, kept in memory. */
export const smallDisk = (bytes: number): string => `mount -t tmpfs -o size=${bytes} none "$1"`;

/** Mounts `$1` on itself, read-only. */
export const readOnlyDisk = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"';

/** Whether this machine lets the suite mount: the container or the operating system may not, or has no `unshare`. */
export const canMount = (): boolean => {
  const folder = path.join(temporaryFolder(), 'probe');
  mkdirSync(folder);
  try {
    return [smallDisk(65_536), readOnlyDisk].every(
      (mount) => withMount(mount, folder, ['true']).status === 0,
    );
  } catch {
    return false;
  }
};
