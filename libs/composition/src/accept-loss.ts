import { openEventStore, type Loss } from './adapters';
import { acceptedEndIn } from './accepted-end';
import { READ_MODELS_FILE, TREE_FILE } from './data-files';
import { clockOf } from './house';
import type { HouseSettings } from './settings';
import { putAside, witnessesOf } from './witnesses';

/**
 * Goes on without events that are missing: the store ends where it ends now. A tree that knows more is put aside, because it shows what was lost; read
 * models that know more are made again.
 * @returns what was missing; undefined: nothing was, and nothing is changed
 * @throws DataFolderUnusable
 */
export const acceptLoss = async (settings: HouseSettings, by: string): Promise<Loss | undefined> => {
  const { dataDir: folder, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const keys = { masterKeyFile, signingKeyFile };
  const reading = await openEventStore({ folder, clock, mode: 'read', ...keys });
  const loss = await witnessesOf(settings, reading)
    .then((witnesses) => reading.loss(witnesses))
    .finally(() => reading.close());
  if (loss === undefined) return undefined;
  const store = await openEventStore({ folder, clock, mode: 'write', acceptsEnd: true, ...keys });
  try {
    const at = clock.now();
    acceptedEndIn(folder, store).write({ at, by, because: 'accepted' });
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
