import { DataFolderUnusable } from '@rt/event-store';
import type { SignedEnd } from '@rt/evidence';

/** Keys of an earlier generation than a checkpoint names: they hold some that were destroyed since, and lack those that took their place. */
export interface KeysSetBack {
  /** The generation of the keys in use. */
  readonly found: number;
  readonly named: number;
  /** The checkpoint that names a later one. */
  readonly by: string;
}

/** @param signed the newest checkpoints, without those that a restore or a person has made obsolete */
export const keysSetBackIn = (
  store: { keysGeneration(): number },
  signed: readonly Pick<SignedEnd, 'file' | 'keys'>[],
): KeysSetBack | undefined => {
  const found = store.keysGeneration();
  const [latest] = signed.filter(({ keys }) => keys > found).sort((a, b) => b.keys - a.keys);
  return latest && { found, named: latest.keys, by: latest.file };
};

/** @throws DataFolderUnusable */
export const refuseKeysSetBack = (setBack: KeysSetBack | undefined): void => {
  if (setBack === undefined) return;
  const { found, named, by } = setBack;
  throw new DataFolderUnusable(
    'wrongKey',
    `keys.sqlite: ${by} names generation ${named} of the keys, and these are of generation ${found}: they hold what has been destroyed since. Restore the latest backup (restore), or go on with these (lost --accept)`,
  );
};
