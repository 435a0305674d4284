import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { earlierSigners, keptSignedEnd, newestSignedEnd, treeEnd, type SignedEnd } from '@rt/evidence';
import { openTreeStore, readModelsEnd, type StoreIdentity, type Witnessed } from './adapters';
import { acceptedEndIn } from './accepted-end';
import { CHECKPOINT_FILE, READ_MODELS_FILE, TREE_FILE } from './data-files';
import type { HouseSettings } from './settings';

/**
 * What the tree, the read models and the newest checkpoints know of the end of the store. All of them follow durable events only, so an honest store is
 * never behind them.
 */
export const witnessesOf = async (
  settings: HouseSettings,
  store: StoreIdentity,
): Promise<readonly Witnessed[]> => {
  const { dataDir } = settings;
  const witnesses: Witnessed[] = [];
  const tree = await endOfTree(path.join(dataDir, TREE_FILE));
  if (tree !== undefined) witnesses.push({ by: TREE_FILE, ...tree });
  const readModels = readModelsEnd(path.join(dataDir, READ_MODELS_FILE));
  if (readModels !== undefined) witnesses.push({ by: READ_MODELS_FILE, position: Number(readModels) });
  for (const { file, position, madeAt } of signedEnds(settings, store))
    witnesses.push({ by: file, position, at: madeAt });
  return witnesses;
};

/** The newest checkpoints in the data folder and in the folder for checkpoints, without those that a restore or a person has made obsolete. */
export const signedEnds = (
  { dataDir, checkpointFolder }: HouseSettings,
  store: StoreIdentity,
): readonly SignedEnd[] => {
  const { storeId, publicKey } = store;
  const earlier = earlierSigners(store.keyChanges(), { present: publicKey, storeId });
  const signer = { storeId, publicKey, earlier };
  const found = [
    keptSignedEnd(path.join(dataDir, CHECKPOINT_FILE), signer),
    checkpointFolder === undefined ? undefined : newestSignedEnd(checkpointFolder, signer),
  ];
  const acceptedAt = acceptedEndIn(dataDir, store).read()?.at ?? '';
  return found.filter((end) => end !== undefined).filter(({ madeAt }) => madeAt > acceptedAt);
};

/** A damaged tree is no witness; `verify` and the thread that follows the store report it. */
const endOfTree = async (file: string): ReturnType<typeof treeEnd> => {
  if (!existsSync(file)) return undefined;
  try {
    const tree = openTreeStore(file);
    try {
      return await treeEnd(tree);
    } finally {
      await tree.close();
    }
  } catch {
    return undefined;
  }
};

/** Gives a database of the data folder another name, under which it is no witness any more. */
export const putAside = (dataDir: string, name: string, now: string): void => {
  const aside = `${name}.lost-${now.replace(/[:.]/g, '')}`;
  for (const end of ['', '-wal', '-shm']) {
    const file = path.join(dataDir, `${name}${end}`);
    if (existsSync(file)) renameSync(file, path.join(dataDir, `${aside}${end}`));
  }
};
