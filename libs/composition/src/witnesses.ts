import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { newestSignedEnd, treeEnd } from '@rt/evidence';
import { openTreeStore, readModelsEnd, type StoreIdentity, type Witnessed } from './adapters';
import { acceptedEndIn } from './accepted-end';
import { READ_MODELS_FILE, TREE_FILE } from './data-files';
import type { HouseSettings } from './settings';

/**
 * What the tree, the read models and the newest checkpoints know of the end of the store. All of them follow durable events only, so an honest store is
 * never behind them.
 */
export const witnessesOf = async (
  { dataDir, checkpointFolder }: HouseSettings,
  store: StoreIdentity,
): Promise<readonly Witnessed[]> => {
  const witnesses: Witnessed[] = [];
  const tree = await endOfTree(path.join(dataDir, TREE_FILE));
  if (tree !== undefined) witnesses.push({ by: TREE_FILE, ...tree });
  const readModels = readModelsEnd(path.join(dataDir, READ_MODELS_FILE));
  if (readModels !== undefined) witnesses.push({ by: READ_MODELS_FILE, position: Number(readModels) });
  const accepted = acceptedEndIn(dataDir, store).read();
  for (const folder of [dataDir, ...(checkpointFolder === undefined ? [] : [checkpointFolder])]) {
    const signed = newestSignedEnd(folder, store);
    if (signed === undefined || (accepted !== undefined && signed.madeAt <= accepted.at)) continue;
    witnesses.push({ by: signed.file, position: signed.position, at: signed.madeAt });
  }
  return witnesses;
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
