import { createPublicKey } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DataFolderUnusable } from '@rt/event-store';
import { destroyedUpTo, earlierSigners, type CheckpointFiles } from '@rt/evidence';
import { acceptedEndIn } from './accepted-end';
import { openEventStore, restoreBackup, type Restored, type VerifyOptions } from './adapters';
import { ACCESS_LOG_FILE, TREE_FILE } from './data-files';
import { destroyAgain } from './destroy-again';
import { clockOf, openHouse } from './house';
import type { HouseSettings } from './settings';

export interface RestoreHouseOptions {
  /** The newest checkpoint: what it says was destroyed is destroyed in the restored store again, and older keys than it names are refused. */
  readonly checkpoint?: CheckpointFiles;
  /** Who restores; the repeated redactions and erasures are recorded under this name. */
  readonly recordedBy: string;
  readonly onProgress?: VerifyOptions['onProgress'];
}

/** Copies a backup into an empty data folder and verifies it. @throws FolderNotEmpty, DataFolderUnusable, NotAProof */
export const restoreHouse = async (
  settings: HouseSettings,
  from: string,
  { checkpoint, recordedBy, onProgress }: RestoreHouseOptions,
): Promise<Restored> => {
  const { dataDir, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const restored = await restoreBackup({
    ...{ from, folder: dataDir, clock, masterKeyFile, signingKeyFile, onProgress, earlierSigners },
    ...(checkpoint && {
      destroyed: async (store) => {
        const { storeId } = store;
        const publicKey = createPublicKey(store.signingKey);
        const earlier = earlierSigners(store.keyChanges(), { present: publicKey, storeId });
        const { generation, destroyed } = destroyedUpTo(checkpoint, { storeId, publicKey, earlier });
        if (store.keysGeneration() < generation)
          throw new DataFolderUnusable(
            'wrongKey',
            `${from}: its keys are older than the checkpoint names, and hold what has been destroyed since; use the newest keys`,
          );
        await destroyAgain(store, destroyed, { clock, recordedBy });
      },
    }),
  });
  const entries = path.join(restored.from, ACCESS_LOG_FILE);
  if (existsSync(entries)) copyFileSync(entries, path.join(dataDir, ACCESS_LOG_FILE));
  await acceptRestored(settings, recordedBy);
  const tree = path.join(restored.from, TREE_FILE);
  if (existsSync(tree)) await restoreTree(settings, tree);
  return restored;
};

/** A store without its tree agrees with none of its earlier checkpoints. */
const restoreTree = async (settings: HouseSettings, from: string): Promise<void> => {
  const tree = path.join(settings.dataDir, TREE_FILE);
  copyFileSync(from, tree);
  const house = await openHouse(settings, { mode: 'read' });
  try {
    const { problems } = await (await house.evidence()).verify();
    if (problems.length === 0) return;
  } finally {
    await house.close();
  }
  for (const file of [tree, `${tree}-wal`, `${tree}-shm`]) rmSync(file, { force: true });
  throw new DataFolderUnusable(
    'corrupt',
    `${from}: the tree does not fit the events of the backup; take another one`,
  );
};

/** Checkpoints elsewhere may know what was recorded after the backup. Who restores an older one knows that. */
const acceptRestored = async (settings: HouseSettings, by: string): Promise<void> => {
  const { dataDir: folder, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const store = await openEventStore({ folder, clock, mode: 'read', masterKeyFile, signingKeyFile });
  acceptedEndIn(folder, store).write({ at: clock.now(), by, because: 'restored' });
  await store.close();
};
