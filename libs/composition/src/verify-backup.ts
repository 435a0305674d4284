import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  earlierSigners,
  keptCheckpointIn,
  verifySignedTree,
  type CheckpointFiles,
  type TreeProblemKind,
} from '@rt/evidence';
import {
  checkBackup,
  openTreeStore,
  publicKeyOfSigner,
  type BackupFileProblem,
  type ProblemKind,
} from './adapters';
import { CHECKPOINT_FILE, TREE_FILE } from './data-files';
import type { HouseSettings } from './settings';

export interface VerifyBackupOptions {
  /** Who must have signed the backup. Default: the signing key of the installation, of which only the public half is used. */
  readonly publicKey?: KeyObject;
  /** A checkpoint that was kept elsewhere. */
  readonly checkpoint?: CheckpointFiles;
}

/** What is wrong with a backup. `file`: the file that it concerns, in the place of backups, where it is not an event. */
export interface BackupProblem {
  readonly stream: string | null;
  readonly revision: number | null;
  readonly file?: string;
  readonly kind: BackupFileProblem | ProblemKind | TreeProblemKind;
}

export interface VerifiedBackup {
  /** The folder of the copy of the events. */
  readonly from: string;
  readonly madeAt: string;
  readonly streams: number;
  readonly events: number;
  readonly treeLeaves: number;
  readonly problems: readonly BackupProblem[];
  /** False where a file is not the one that was backed up: then its contents were not read. */
  readonly isRead: boolean;
  /** An earlier version made it, and signed the heads of the streams only: `restore` compares with these. */
  readonly isUnsigned: boolean;
}

/**
 * Checks a backup without restoring it: signatures, sizes, hashes, every chain, and the order of the events against the tree and its checkpoints. No master
 * key is needed, so nothing is opened that it seals. Changes nothing.
 * @throws DataFolderUnusable if it is no backup
 */
export const verifyBackup = async (
  { dataDir, signingKeyFile }: HouseSettings,
  from: string,
  {
    publicKey = publicKeyOfSigner(signingKeyFile ?? path.join(dataDir, 'signing.key')),
    checkpoint,
  }: VerifyBackupOptions,
): Promise<VerifiedBackup> => {
  const tree: BackupProblem[] = [];
  let treeLeaves = 0;
  const copy = await checkBackup(from, { publicKey, earlierSigners }, async (order, checked) => {
    if (!checked.manifest.files.some(({ name }) => name === TREE_FILE)) return;
    const { storeId } = checked.manifest;
    const earlier = earlierSigners(checked.keyChanges, { present: publicKey, storeId });
    const signer = { storeId, publicKey, earlier };
    const kept = keptCheckpointIn(path.join(checked.from, CHECKPOINT_FILE));
    const outside = [kept, checkpoint].flatMap((files) =>
      files === undefined ? [] : [{ ...files, signer }],
    );
    // A database that is opened is written to, and the backup may lie on a disk that nobody writes to.
    const folder = mkdtempSync(path.join(tmpdir(), 'rt-backup-'));
    try {
      copyFileSync(path.join(checked.from, TREE_FILE), path.join(folder, TREE_FILE));
      const store = openTreeStore(path.join(folder, TREE_FILE));
      const { keysGeneration } = checked;
      const verified = await verifySignedTree(
        { order, tree: store, keysGeneration, signer },
        outside,
      ).finally(() => store.close());
      treeLeaves = verified.leaves;
      tree.push(...verified.problems);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  const { streams, events, problems } = copy.chain;
  const inPlace = (file: string): string => path.relative(path.dirname(copy.from), file);
  const files = copy.files.map(({ file, kind }) => ({
    ...{ stream: null, revision: null, kind },
    file: inPlace(file),
  }));
  return {
    ...{ from: copy.from, madeAt: copy.manifest.madeAt, streams, events, treeLeaves },
    problems: [...files, ...problems, ...tree],
    isRead: files.length === 0,
    isUnsigned: copy.manifest.version !== 3,
  };
};
