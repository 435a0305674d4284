import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { keepCheckpoint, type Evidence } from '@rt/evidence';
import type { AccessLog } from '@rt/identity';
import type { MadeBackup } from './adapters';
import { ACCESS_LOG_FILE, CHECKPOINT_FILE, TREE_FILE } from './data-files';

/** The files of a backup that lie beside the events. */
export const BESIDE_EVENTS = [TREE_FILE, ACCESS_LOG_FILE, CHECKPOINT_FILE] as const;

export interface BackupSources {
  readonly dataDir: string;
  readonly store: {
    backup(place: string, beside: (folder: string) => Promise<readonly string[]>): Promise<MadeBackup>;
  };
  readonly evidence: Evidence;
  readonly accessLog: () => Promise<AccessLog>;
}

/**
 * Signs a checkpoint, and copies it with the tree, the access log and the events. The tree is copied before the events: a tree that is behind the events is
 * normal, a tree that is ahead means lost events. The access log is copied after the tree, so that it has every entry that a checkpoint in the tree names.
 * @throws FolderNotEmpty, DataFolderUnusable, AccessLogDamaged
 */
export const backupHouse = async (
  { dataDir, store, evidence, accessLog }: BackupSources,
  place: string,
): Promise<MadeBackup> =>
  store.backup(place, async (folder) => {
    const to = (name: string): string => path.join(folder, name);
    keepCheckpoint(to(CHECKPOINT_FILE), await evidence.checkpoint());
    // SQLite copies into a file that it can make a journal beside; the place of backups may be a disk of another kind.
    const copy = path.join(dataDir, `${TREE_FILE}.copy`);
    try {
      rmSync(copy, { force: true });
      await evidence.copyTree(copy);
      copyFileSync(copy, to(TREE_FILE));
    } finally {
      rmSync(copy, { force: true });
    }
    await (await accessLog()).copyTo(to(ACCESS_LOG_FILE));
    return BESIDE_EVENTS;
  });
