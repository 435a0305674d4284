import { openEventStore, type Loss } from './adapters';
import { acceptedEndIn } from './accepted-end';
import { READ_MODELS_FILE, TREE_FILE } from './data-files';
import { clockOf } from './house';
import { acceptTreeMadeAnew, treeMadeAnewIn } from './kept-tree';
import type { HouseSettings } from './settings';
import { keysSetBackIn } from './keys-set-back';
import { putAside, signedEnds, witnessesOf } from './witnesses';

/**
 * Goes on without events that are missing: the store ends where it ends now. A tree that knows more is put aside, because it shows what was lost; read
 * models that know more are made again.
 * That a tree was made anew is accepted, too, and keys that are older than a checkpoint names.
 * @returns what was missing
 * @throws DataFolderUnusable
 */
export const acceptLoss = async (settings: HouseSettings, by: string): Promise<Loss | undefined> => {
  const { dataDir: folder, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const keys = { masterKeyFile, signingKeyFile };
  const reading = await openEventStore({ folder, clock, mode: 'read', ...keys });
  const { loss, keysSetBack } = await witnessesOf(settings, reading)
    .then((witnesses) => ({
      loss: reading.loss(witnesses),
      keysSetBack: keysSetBackIn(reading, signedEnds(settings, reading)),
    }))
    .finally(() => reading.close());
  const hasMadeTree = treeMadeAnewIn(folder, reading).read() !== undefined;
  if (loss === undefined && !hasMadeTree && keysSetBack === undefined) return undefined;
  const store = await openEventStore({ folder, clock, mode: 'write', acceptsEnd: true, ...keys });
  try {
    const at = clock.now();
    acceptedEndIn(folder, store).write({ at, by, because: 'accepted' });
    acceptTreeMadeAnew(folder);
    if (keysSetBack !== undefined) store.acceptKeys(keysSetBack.named);
    for (const witness of await witnessesOf(settings, store))
      if (
        (witness.by === TREE_FILE || witness.by === READ_MODELS_FILE) &&
        store.loss([witness]) !== undefined
      )
        putAside(folder, witness.by, at);
    return loss;
  } finally {
    await store.close();
  }
};
