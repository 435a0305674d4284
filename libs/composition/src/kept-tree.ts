import { rmSync } from 'node:fs';
import path from 'node:path';
import { DataFolderUnusable } from '@rt/event-store';
import type { Evidence, SignedEnd } from '@rt/evidence';
import { AuthenticatedFile } from './authenticated-file';
import type { StoreIdentity } from './adapters';
import { TREE_FILE } from './data-files';

/** The tree was gone and was made anew from the events. It stays said until a person has accepted it. */
export interface TreeMadeAnew extends Readonly<Record<string, string>> {
  readonly at: string;
  /** The checkpoint that showed that there had been a tree. */
  readonly signedBy: string;
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'tree-made-anew.json');

/** The note that says so, in a file of the data folder. */
export const treeMadeAnewIn = (
  dataDir: string,
  store: Pick<StoreIdentity, 'deriveKey'>,
): AuthenticatedFile<TreeMadeAnew> =>
  new AuthenticatedFile(fileIn(dataDir), store.deriveKey('tree-made-anew'), ['at', 'signedBy']);

export const acceptTreeMadeAnew = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });

export interface TreeToKeep {
  readonly evidence: Evidence;
  /** What checkpoints of this store signed; those that are no witnesses any more are left out. */
  readonly signed: readonly SignedEnd[];
  readonly madeAnew: AuthenticatedFile<TreeMadeAnew>;
  readonly now: () => string;
}

/**
 * Checks that the tree begins with the trees that were signed. One that is gone may be made anew, if every stream still holds its signed head; the order of
 * the events before that is proved by no checkpoint any more, so it is noted.
 * @throws DataFolderUnusable if the tree is another one, or the events are not those that were signed
 */
export const keepTree = async ({ evidence, signed, madeAnew, now }: TreeToKeep): Promise<void> => {
  const since = madeAnew.read()?.at ?? '';
  for (const end of signed.filter(({ madeAt }) => madeAt > since)) {
    if (await evidence.beginsWith(end)) continue;
    if (await evidence.hasTree())
      throw new DataFolderUnusable(
        'behind',
        `${TREE_FILE}: it is not the tree that ${end.file} signed; put it back from the newest backup, or move it away, and it is made anew from the events`,
      );
    const [first] = await evidence.signedHeads(end.heads);
    if (first !== undefined)
      throw new DataFolderUnusable(
        'behind',
        `${TREE_FILE} is missing, and the events are not those that ${end.file} signed (${first.kind} at ${first.stream} ${first.revision}); restore the latest backup (restore)`,
      );
    madeAnew.write({ at: now(), signedBy: end.file });
    return;
  }
};
