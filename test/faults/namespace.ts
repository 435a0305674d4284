import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { run, type ProgramResult } from './child-program';
import { suiteFolder } from './temporary-folder';

/** Options for a new mount namespace. The kernel removes its mounts when its last process ends, even if that process is killed. */
const unshare = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])];

/**
 * Runs the shell command `mount`, which gets `folder` as `$1`, and then `command` on the mounted folder. Afterwards copies the content of the
 * folder to `keepIn`, because the mount is removed.
 * @returns status and output of the command; status 97 if the mount failed
 */
export const withMount = (
  mount: string,
  folder: string,
  command: readonly string[],
  options: { readonly keepIn?: string; readonly input?: string } = {},
): ProgramResult => {
  const keep = options.keepIn === undefined ? ':' : 'cp -a "$folder/." "$KEEP_IN"';
  const script = `folder=$1; ${mount} || exit 97; shift; "$@"; status=$?; ${keep} || exit 98; exit $status`;
  const mounted = ['unshare', ...unshare, 'sh', '-c', script, 'sh', folder, ...command];
  return run(mounted, { ...options, env: { KEEP_IN: options.keepIn } });
};

/** Shell command that mounts a small disk in memory on `$1`. */
export const smallDisk = (bytes: number): string => `mount -t tmpfs -o size=${bytes} none "$1"`;

/** Shell command that mounts `$1` on itself, read-only. */
export const readOnlyDisk = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"';

/** Whether this suite may mount. A container or the operating system may forbid it, or lack `unshare`. */
export const canMount = (): boolean => {
  const folder = path.join(suiteFolder(), 'probe');
  mkdirSync(folder);
  try {
    return [smallDisk(65_536), readOnlyDisk].every(
      (mount) => withMount(mount, folder, ['true']).status === 0,
    );
  } catch {
    return false;
  }
};
