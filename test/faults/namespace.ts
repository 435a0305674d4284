import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { run, type Ran } from './child-program';
import { temporaryFolder } from './temporary-folder';

/** A mount namespace of its own: what is mounted in it is gone when its last process is, however that ends. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])];

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
